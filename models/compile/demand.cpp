// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/demand.hpp"

#include <limits>
#include <numbers>
#include <utility>

namespace nines::compile {

namespace {

constexpr double days_a_year = 365.0;
constexpr double seconds_a_day = 86400.0;
/// A search looks at so many days at a time.
constexpr double stride = 8.0 * seconds_a_day;
constexpr double radians_per_second = 2.0 * std::numbers::pi / seconds_a_day;

/// Integral over [from, to) of what comes again after each period: whole periods are taken together.
template <class Integral>
double by_periods(double period, double from, double to, Integral integral) {
    const double whole = std::floor((to - from) / period);
    if (whole < 2.0) return integral(from, to);
    return whole * integral(from, from + period) + integral(from + whole * period, to);
}

}  // namespace

/// Time after which the rate repeats itself; infinite if it grows.
double Demand::period() const {
    if (growth != 0.0) return std::numeric_limits<double>::infinity();
    return weekend != 1.0 ? 7.0 * day : day;
}

/// Peak of the day with this number, counted from the Monday before the start.
double Demand::factor(double number) const {
    const double weekday = number - 7.0 * std::floor(number / 7.0);
    const double grown = growth == 0.0 ? 1.0 : std::pow(1.0 + growth, (number - std::floor(start / day)) / days_a_year);
    return peak * grown * (weekday >= 5.0 ? weekend : 1.0);
}

double Demand::usual_rate(double seconds) const {
    const double number = std::floor((start + seconds) / day);
    const double time = start + seconds - number * day;
    const double wave = (1.0 + std::cos(radians_per_second * (time - peak_at))) / 2.0;
    return factor(number) * (trough + (1.0 - trough) * wave);
}

double Demand::rate(double seconds) const {
    double rate = usual_rate(seconds);
    for (const Spike& spike : spikes) {
        if (spike.from <= seconds && seconds < spike.to) rate *= spike.factor;
    }
    return rate;
}

double Demand::highest(double until) const {
    const double days = std::floor((start + until) / day) - std::floor(start / day);
    double times = 1.0;
    for (const Spike& spike : spikes) times = std::max(times, spike.factor);
    return times * peak * std::max(1.0, std::pow(1.0 + growth, days / days_a_year)) * std::max(1.0, weekend);
}

/// Integral of the shape between two times of one day.
double Demand::shape_integral(double from, double to) const {
    const double wave =
        (std::sin(radians_per_second * (to - peak_at)) - std::sin(radians_per_second * (from - peak_at))) /
        radians_per_second;
    return trough * (to - from) + (1.0 - trough) * (to - from + wave) / 2.0;
}

/// The shape exceeds `share` for so long before and after the peak: where cos(angle) > 2 (share - trough) /
/// (1 - trough) - 1.
double Demand::half_width(double share) const {
    if (share >= 1.0) return 0.0;
    if (share < trough || trough >= 1.0) return day / 2.0;
    const double cosine = 2.0 * (share - trough) / (1.0 - trough) - 1.0;
    return std::acos(std::clamp(cosine, -1.0, 1.0)) / radians_per_second;
}

double Demand::usually_offered(double from, double to) const {
    return by_periods(period(), from, to, [&](double begin, double end) {
        double sum = 0.0;
        by_day(begin, end, [&](const Part& part) { sum += part.factor * shape_integral(part.from, part.to); });
        return sum;
    });
}

double Demand::usually_above(double limit, double from, double to) const {
    return by_periods(period(), from, to, [&](double begin, double end) {
        double sum = 0.0;
        by_day(begin, end, [&](const Part& part) { sum += above_in(part, limit); });
        return sum;
    });
}

double Demand::offered(double from, double to) const {
    double sum = 0.0;
    by_spike(from, to, [&](double begin, double end, double times) { sum += times * usually_offered(begin, end); });
    return sum;
}

double Demand::above(double limit, double from, double to) const {
    double sum = 0.0;
    by_spike(from, to,
             [&](double begin, double end, double times) { sum += times * usually_above(limit / times, begin, end); });
    return sum;
}

double Demand::first_above(double limit, double from, double to) const {
    for (double begin = from; begin < to; begin += stride) {
        double found = to;
        spans_above(limit, begin, std::min(to, begin + stride),
                    [&](double span_begin, double) { found = std::min(found, span_begin); });
        if (found < to) return found;
    }
    return to;
}

double Demand::first_below(double limit, double from, double to) const {
    constexpr double touching = 1e-6;
    for (double begin = from; begin < to; begin += stride) {
        const double end = std::min(to, begin + stride);
        double reached = begin;
        spans_above(limit, begin, end, [&](double span_begin, double span_end) {
            if (span_begin <= reached + touching) reached = span_end;
        });
        if (reached < end) return reached;
    }
    return to;
}

void Demand::add_spike(const Spike& added) {
    std::vector<double> bounds{added.from, added.to};
    for (const Spike& spike : spikes) {
        bounds.push_back(spike.from);
        bounds.push_back(spike.to);
    }
    std::sort(bounds.begin(), bounds.end());
    const std::vector<Spike> before = std::exchange(spikes, {});
    const auto factor_at = [&](double seconds) {
        double times = added.from <= seconds && seconds < added.to ? added.factor : 1.0;
        for (const Spike& spike : before) {
            if (spike.from <= seconds && seconds < spike.to) times *= spike.factor;
        }
        return times;
    };
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        const double times = factor_at(bounds[i - 1]);
        if (bounds[i] > bounds[i - 1] && times != 1.0) spikes.push_back({bounds[i - 1], bounds[i], times});
    }
}

double Demand::above_in(const Part& part, double limit) const {
    const double share = limit / part.factor;
    const double half = half_width(share);
    double sum = 0.0;
    for (const double center : {peak_at - day, peak_at, peak_at + day}) {
        const double begin = std::max(part.from, center - half);
        const double end = std::min(part.to, center + half);
        if (end > begin) sum += part.factor * (shape_integral(begin, end) - share * (end - begin));
    }
    return sum;
}

}  // namespace nines::compile
