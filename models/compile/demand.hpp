// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace nines::compile {

/// Requests that users send, as a rate over time, in closed form:
///
///     rate(t) = peak x (1 + growth)^(days / 365) x (1, or `weekend` on Saturday and Sunday) x shape(time of day)
///     shape   = trough + (1 - trough) (1 + cos(2 pi (time of day - peak_at) / 24 h)) / 2
///
/// Growth and weekends take effect at midnight. Source of the shape: domain practice; `trough` 30 to 50 % of the peak.
/// Within each of `spikes` that is multiplied by its factor.
struct Demand {
    double peak = 0.0;     ///< Per second; 0: nobody said.
    double trough = 1.0;   ///< 1: constant.
    double peak_at = 0.0;  ///< Seconds after midnight.
    double weekend = 1.0;
    double growth = 0.0;  ///< Per year of 365 d.
    double start = 0.0;   ///< Seconds after Monday 00:00 at time 0.

    /// A span of simulated seconds [from, to).
    struct Spike {
        double from, to;
        double factor;  ///< > 0.
    };
    std::vector<Spike> spikes = {};  ///< In order, apart from each other: see add_spike.

    bool exists() const { return peak > 0.0; }
    double rate(double seconds) const;
    /// The highest rate until then.
    double highest(double until) const;

    /// Requests within [from, to), seconds of simulated time.
    double offered(double from, double to) const;
    /// Requests within [from, to) beyond a constant rate: integral of max(rate - limit, 0).
    double above(double limit, double from, double to) const;
    /// Calls use(begin, end) for each span within [from, to) in which the rate exceeds the limit, in order; spans that
    /// touch are one.
    template <class Use>
    void spans_above(double limit, double from, double to, Use use) const;
    /// The same for spans in which the rate lies in one of several bands, each `above` one rate and `up_to` another; in
    /// order and apart. Spans that touch are one, unless the rate passes through a whole band in no time.
    template <class Bands, class Use>
    void spans_within(const Bands& bands, double from, double to, const Use& use, std::size_t first = 0) const;
    /// The first instant in [from, to) from which on the rate exceeds the limit; `to` if there is none.
    double first_above(double limit, double from, double to) const;
    /// The first from which on it does not.
    double first_below(double limit, double from, double to) const;

    /// From `from` to `to` the rate is so many times what it was; spikes that overlap multiply.
    void add_spike(const Spike& spike);

private:
    struct Part {
        double midnight;  ///< Seconds of simulated time of the day's begin; may be negative.
        double from, to;  ///< Seconds after midnight.
        double factor;    ///< Peak of this day.
    };
    /// Calls use(Part) for each day that [from, to) touches.
    template <class Use>
    void by_day(double from, double to, Use use) const;
    /// Calls use(begin, end, factor) for the stretches of [from, to) within and between spikes, in order.
    template <class Use>
    void by_spike(double from, double to, Use use) const;
    /// Calls use(begin, end) as spans_above does, whatever the spikes are; spans of two days may touch.
    template <class Use>
    void usual_spans_above(double limit, double from, double to, Use use) const;
    double usual_rate(double seconds) const;
    double usually_offered(double from, double to) const;
    double usually_above(double limit, double from, double to) const;
    double factor(double day) const;
    double period() const;
    double above_in(const Part& part, double limit) const;
    double shape_integral(double from, double to) const;
    double half_width(double share) const;

    static constexpr double day = 86400.0;
};

}  // namespace nines::compile

#include "models/compile/demand_days.hpp"
