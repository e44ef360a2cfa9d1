// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/rolling_windows.hpp"
#include "models/observe/samples.hpp"
#include "models/observe/window_tally.hpp"

namespace nines::observe {

/// Windows that the horizon holds; one that it holds only in part is left out, unless it is the only one.
std::size_t whole_windows(double horizon, double window);

/// Adds the part of [from, to) that falls into each window, one after the other from 0.
void spread(std::vector<double>& windows, double length, double from, double to);

/// Holds a service's downtime in a trial against its objective, window by window: those of the objective's own length,
/// and the usual ones that fit into the horizon. Times are seconds since the measured span began.
///
/// By time it is told of each outage. By requests it is told at the end how many were answered until each of `marks`;
/// a window then counts as down for the share of its requests that were not. It costs nothing until an outage ends.
class WindowWatch {
public:
    /// Watches nothing if the service has no `slo`.
    void prepare(const compile::Program& program, std::uint32_t service);

    bool watches() const { return !series_.empty(); }

    /// By requests: the instants at which the number of answered requests is needed, in order. Else none.
    const std::vector<double>& marks() const { return marks_; }

    void reset();
    /// An outage is over; they come in order.
    void outage(double from, double to);
    /// The trial is over. `answered`: requests answered since the measured span began, at each mark.
    void finish(const std::vector<double>& answered, WindowTally& tally);

    /// Mean share of a window's fee that is paid back, of the trial that has just been finished.
    double credit() const { return credit_; }

    /// What the trial that has just been finished showed.
    void sample(std::uint32_t service, std::uint64_t trial, Samples& samples) const;

private:
    /// Windows of one length.
    struct Series {
        double length = 0.0;
        double allowed = 0.0;         ///< Seconds down that the target leaves.
        std::vector<double> down;     ///< By window.
        std::vector<double> offered;  ///< By requests: how many come in each window.
    };

    void add_series(const compile::Program& program, const compile::Demand& demand, double length);
    void find_unanswered(const std::vector<double>& answered);
    void count_consecutive(WindowTally& tally);
    void count_rolling(WindowTally& tally);
    void count_credits(WindowTally& tally);
    void count_spent(const std::vector<double>& down, WindowTally& tally);

    double target_ = 0.0;
    double horizon_ = 0.0;
    compile::SloTerms terms_;
    std::vector<Series> series_;                                ///< The objective's own first.
    std::array<std::size_t, usual_windows.size()> usual_ = {};  ///< Index into `series_`; 0: does not fit.
    std::vector<double> marks_;
    std::vector<double> gone_after_;  ///< By own window: when its budget was gone; < 0: never.
    std::vector<OutageSpan> outages_;
    std::vector<double> sampled_;
    double step_ = 0.0;  ///< Seconds between the instants of `sampled_`.
    bool touched_ = false;
    // Of the trial.
    double share_met_ = 1.0;
    double worst_down_ = 0.0;
    double spent_ = 0.0;
    double credit_ = 0.0;
};

}  // namespace nines::observe
