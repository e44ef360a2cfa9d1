// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::compile {

/// Requests that users send, as a rate over time, in closed form:
///
///     rate(t) = peak x (1 + growth)^(days / 365) x (1, or `weekend` on Saturday and Sunday) x shape(time of day)
///     shape   = trough + (1 - trough) (1 + cos(2 pi (time of day - peak_at) / 24 h)) / 2
///
/// Growth and weekends take effect at midnight. Source of the shape: domain practice; `trough` 30 to 50 % of the peak.
struct Demand {
    double peak = 0.0;     ///< Per second; 0: nobody said.
    double trough = 1.0;   ///< 1: constant.
    double peak_at = 0.0;  ///< Seconds after midnight.
    double weekend = 1.0;
    double growth = 0.0;  ///< Per year of 365 d.
    double start = 0.0;   ///< Seconds after Monday 00:00 at time 0.

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

private:
    struct Part {
        double midnight;  ///< Seconds of simulated time of the day's begin; may be negative.
        double from, to;  ///< Seconds after midnight.
        double factor;    ///< Peak of this day.
    };
    /// Calls use(Part) for each day that [from, to) touches.
    template <class Use>
    void by_day(double from, double to, Use use) const;
    double factor(double day) const;
    double period() const;
    double above_in(const Part& part, double limit) const;
    double shape_integral(double from, double to) const;
    double half_width(double share) const;

    static constexpr double day = 86400.0;
};

}  // namespace nines::compile

#include "models/compile/demand_days.hpp"
