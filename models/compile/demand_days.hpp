// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

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
void Demand::by_spike(double from, double to, Use use) const {
    double at = from;
    for (const Spike& spike : spikes) {
        if (spike.to <= at) continue;
        if (spike.from >= to) break;
        if (spike.from > at) use(at, spike.from, 1.0);
        const double begin = std::max(at, spike.from);
        at = std::min(to, spike.to);
        use(begin, at, spike.factor);
    }
    if (to > at) use(at, to, 1.0);
}

template <class Use>
void Demand::usual_spans_above(double limit, double from, double to, Use use) const {
    by_day(from, to, [&](const Part& part) {
        const double half = half_width(limit / part.factor);
        for (const double center : {peak_at - day, peak_at, peak_at + day}) {
            const double span_begin = std::max(part.from, center - half);
            const double span_end = std::min(part.to, center + half);
            if (span_end > span_begin) use(part.midnight + span_begin, part.midnight + span_end);
        }
    });
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
    by_spike(from, to, [&](double piece_begin, double piece_end, double times) {
        usual_spans_above(limit / times, piece_begin, piece_end, add);
    });
    if (end > begin) use(begin, end);
}

template <class Bands, class Use>
void Demand::spans_within(const Bands& bands, double from, double to, const Use& use, std::size_t first) const {
    if (first >= bands.size()) return;
    const auto& band = bands[first];
    spans_above(band.above, from, to, [&](double begin, double end) {
        double at = begin;
        const auto pass_over = [&](double over_begin, double over_end) {
            if (over_begin > at) use(at, over_begin);
            spans_within(bands, over_begin, over_end, use, first + 1);
            at = over_end;
        };
        if (band.up_to < std::numeric_limits<double>::infinity()) spans_above(band.up_to, begin, end, pass_over);
        if (end > at) use(at, end);
    });
}

}  // namespace nines::compile
