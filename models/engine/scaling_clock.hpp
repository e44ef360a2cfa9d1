// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/load_crossing.hpp"
#include "models/engine/scaling_load.hpp"

namespace nines::engine {

/// When groups that scale change their numbers next: from the demand's formula, so that no evaluation is an event.
///
/// A number is raised `delay_seconds` after the load first asked for more, as the state is now, and lowered when it has
/// asked for less for `stabilisation_seconds` and the delay. What a change of the state brings is seen from then on.
class ScalingClocks {
public:
    explicit ScalingClocks(const Program& program);

    /// A trial begins in this state.
    void begin(const DiscreteState& state);

    /// What decides about the number may have changed.
    void mark(ScalingId id) {
        any_marked_ = true;
        clocks_[+id].is_marked = true;
    }
    bool any_marked() const { return any_marked_; }
    /// Calls use(id, seconds) for each marked group with the time at which its number changes next; infinite: not in
    /// this state.
    template <class Use>
    void settle(const DiscreteState& state, double now, Use use) {
        any_marked_ = false;
        for (std::uint32_t s = 0; s < clocks_.size(); ++s) {
            if (!clocks_[s].is_marked) continue;
            clocks_[s].is_marked = false;
            const auto id = static_cast<ScalingId>(s);
            notice_change(id, state, now);
            plan(id, state);
            use(id, std::max(now, due(id)));
        }
    }

    /// Its time has come: the number that the load asks for. Marked, because that counts from now on.
    std::uint32_t decide(ScalingId id, const DiscreteState& state);

    double due(ScalingId id) const { return std::min(clocks_[+id].raise_due, clocks_[+id].lower_due); }

private:
    static constexpr double never = std::numeric_limits<double>::infinity();

    struct Clock {
        ScalingView view;         ///< Of the state as it was looked at last.
        double raise_from = 0.0;  ///< The load that counts: from this time on.
        double lower_from = 0.0;
        double raise_at = never;  ///< More is asked for from then on.
        double lower_at = never;  ///< Less is asked for from then on, for long enough.
        double raise_due = never;
        double lower_due = never;
        bool is_marked = false;
        bool has_lowered = false;  ///< What changes at this instant is its own doing.
    };
    /// Loads that change the number: more than `high`, less than `low`.
    struct Band {
        double high = never;
        double low = 0.0;
    };

    Band band_of(const Scaling& scaling, const ScalingView& view, std::uint32_t number) const;
    void notice_change(ScalingId id, const DiscreteState& state, double now);
    void plan(ScalingId id, const DiscreteState& state);
    double highest_within(const Scaling& scaling, const ScalingView& view, double from, double to) const;

    const Program* program_;
    std::vector<Clock> clocks_;
    std::vector<double> lowest_;  ///< By service: its demand never falls below.
    std::vector<double> highest_;
    ScalingView view_;   ///< Room to look at a state.
    ArrivingLoad load_;  ///< ... and to follow its load.
    bool any_marked_ = false;
    double end_;
};

}  // namespace nines::engine
