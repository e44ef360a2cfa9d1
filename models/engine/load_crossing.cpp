// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/load_crossing.hpp"

#include <algorithm>
#include <limits>

namespace nines::engine {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double touching = 1e-6;   // what is shorter lies between two roundings of one crossing
constexpr double window = 86400.0;  // how far a search looks at once: what is searched for comes mostly within a day

/// The first time at which the rate exceeds the limit.
double first_span(const compile::Demand& demand, double limit, double from, double to) {
    for (double begin = from; begin < to; begin += window) {
        double found = never;
        demand.spans_above(limit, begin, std::min(to, begin + window), [&](double span_begin, double span_end) {
            if (found == never && span_end - span_begin > touching) found = span_begin;
        });
        if (found != never) return found;
    }
    return never;
}

/// The first time at which it does not.
double first_gap(const compile::Demand& demand, double limit, double from, double to) {
    double covered = from;
    for (double begin = from; begin < to; begin += window) {
        const double end = std::min(to, begin + window);
        demand.spans_above(limit, begin, end, [&](double span_begin, double span_end) {
            if (span_begin <= covered + touching) covered = std::max(covered, span_end);
        });
        if (covered < end - touching) return covered;
    }
    return never;
}

}  // namespace

double ArrivingLoad::rate(double seconds) const {
    double sum = 0.0;
    for (const Part& part : parts_) sum += part.share * part.demand->rate(seconds);
    return sum;
}

double ArrivingLoad::lowest() const {
    double sum = 0.0;
    for (const Part& part : parts_) sum += part.share * part.lowest;
    return sum;
}

double ArrivingLoad::highest() const {
    double sum = 0.0;
    for (const Part& part : parts_) sum += part.share * part.highest;
    return sum;
}

const ArrivingLoad::Part* ArrivingLoad::only_one() const {
    return parts_.size() == 1 ? &parts_.front() : nullptr;
}

double ArrivingLoad::first_above(double level, double from, double to) const {
    if (highest() <= level || from >= to) return never;
    if (lowest() > level) return from;
    if (const Part* part = only_one()) return first_span(*part->demand, level / part->share, from, to);
    return by_steps(level, true, from, to);
}

double ArrivingLoad::first_not_above(double level, double from, double to) const {
    if (lowest() > level || from >= to) return never;
    if (highest() <= level) return from;
    if (const Part* part = only_one()) return first_gap(*part->demand, level / part->share, from, to);
    return by_steps(level, false, from, to);
}

double ArrivingLoad::by_steps(double level, bool above, double from, double to) const {
    constexpr double step = 300.0;
    constexpr int halvings = 40;
    double before = from;
    if ((rate(from) > level) == above) return from;
    for (double at = from + step; before < to; before = at, at += step) {
        if ((rate(at) > level) != above) continue;
        double after = at;
        for (int i = 0; i < halvings; ++i) {
            const double middle = (before + after) / 2.0;
            ((rate(middle) > level) == above ? after : before) = middle;
        }
        return after < to ? after : never;
    }
    return never;
}

double lowest_rate(const compile::Demand& demand, double until) {
    if (!demand.exists()) return 0.0;
    constexpr int halvings = 45;
    double low = 0.0;
    double high = demand.highest(until) * 2.0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2.0;
        (first_gap(demand, middle, 0.0, until) == never ? low : high) = middle;
    }
    return low;
}

}  // namespace nines::engine
