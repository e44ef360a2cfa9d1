// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "models/compile/demand.hpp"

/// The walk over days behind Demand's integrals.
namespace nines::compile {

template <class Use>
void Demand::by_day(double from, double to, Use use) const {
    for (double number = std::floor((start + from) / day);; number += 1.0) {
        const double midnight = number * day - start;
        if (midnight >= to) return;
        const double begin = std::max(0.0, from - midnight);
        const double end = std::min(day, to - midnight);
        if (end > begin) use(Part{midnight, begin, end, factor(number)});
    }
}

template <class Use>
void Demand::spans_above(double limit, double from, double to, Use use) const {
    double begin = 0.0;
    double end = -1.0;  // of the span in hand; none yet
    const auto add = [&](double span_begin, double span_end) {
        constexpr double touching = 1e-6;
        if (end >= begin && span_begin <= end + touching) {
            end = std::max(end, span_end);
            return;
        }
        if (end > begin) use(begin, end);
        begin = span_begin;
        end = span_end;
    };
    by_day(from, to, [&](const Part& part) {
        const double half = half_width(limit / part.factor);
        for (const double center : {peak_at - day, peak_at, peak_at + day}) {
            const double span_begin = std::max(part.from, center - half);
            const double span_end = std::min(part.to, center + half);
            if (span_end > span_begin) add(part.midnight + span_begin, part.midnight + span_end);
        }
    });
    if (end > begin) use(begin, end);
}

}  // namespace nines::compile
