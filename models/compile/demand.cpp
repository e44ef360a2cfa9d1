// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/demand.hpp"

#include <limits>
#include <numbers>

namespace nines::compile {

namespace {

constexpr double days_a_year = 365.0;
constexpr double seconds_a_day = 86400.0;
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

double Demand::rate(double seconds) const {
    const double number = std::floor((start + seconds) / day);
    const double time = start + seconds - number * day;
    const double wave = (1.0 + std::cos(radians_per_second * (time - peak_at))) / 2.0;
    return factor(number) * (trough + (1.0 - trough) * wave);
}

double Demand::highest(double until) const {
    const double days = std::floor((start + until) / day) - std::floor(start / day);
    return peak * std::max(1.0, std::pow(1.0 + growth, days / days_a_year)) * std::max(1.0, weekend);
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

double Demand::offered(double from, double to) const {
    return by_periods(period(), from, to, [&](double begin, double end) {
        double sum = 0.0;
        by_day(begin, end, [&](const Part& part) { sum += part.factor * shape_integral(part.from, part.to); });
        return sum;
    });
}

double Demand::above(double limit, double from, double to) const {
    return by_periods(period(), from, to, [&](double begin, double end) {
        double sum = 0.0;
        by_day(begin, end, [&](const Part& part) { sum += above_in(part, limit); });
        return sum;
    });
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
