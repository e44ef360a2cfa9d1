// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double year = 365.0 * day;

/// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1.0 - 1e-9)) return factor * power;
    }
    return 10.0 * power;
}

/// A step that people count time by, at least `least`. Some years are counted in years.
double time_step(double least, double high) {
    constexpr std::array steps = {10.0,        15.0,        30.0,        minute,   2 * minute, 5 * minute,
                                  10 * minute, 15 * minute, 30 * minute, hour,     2 * hour,   3 * hour,
                                  6 * hour,    12 * hour,   day,         2 * day,  5 * day,    10 * day,
                                  20 * day,    50 * day,    100 * day,   200 * day};
    constexpr double some_years = 3.0 * year;
    if (least <= 5.0) return round_step(least);
    if (least > day && high >= some_years) return year * std::max(1.0, round_step(least / year));
    const auto found = std::find_if(steps.begin(), steps.end(), [&](double step) { return step >= least; });
    return found != steps.end() ? *found : year * round_step(least / year);
}

int decimals_of(double step) {
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-6)), 0, 12);
}

std::string share_label(double share, double step) {
    return fmt::format("{:.{}f} %", 100.0 * share, decimals_of(100.0 * step));
}

/// Days stay days beyond a year: "400 d" and not "1.10 y".
std::string time_label(double seconds, double step) {
    const bool is_in_days = step >= day && step < year && seconds > 0.0;
    return is_in_days ? fmt::format("{:.0f} d", seconds / day) : results::duration_text(seconds);
}

/// Cents only where the marks lie less than one apart.
std::string money_label(double value, double step) {
    if (step < 1.0) return fmt::format("{:.{}f}", value, decimals_of(step));
    const std::string amount = results::count_text(static_cast<std::uint64_t>(std::llround(std::abs(value))));
    return value < 0.0 ? "-" + amount : amount;
}

std::string linear_label(const Axis& axis, double value, double step) {
    switch (axis.quantity) {
        case Quantity::seconds: return time_label(value, step);
        case Quantity::share:
        case Quantity::availability: return share_label(value, step);
        case Quantity::count: return results::count_text(static_cast<std::uint64_t>(std::max(0.0, value)));
        case Quantity::money: return money_label(value, step);
        case Quantity::number: break;
    }
    return fmt::format("{:.{}f}", value, decimals_of(step));
}

std::vector<Tick> linear_ticks(const Axis& axis, int most) {
    const double span = axis.high - axis.low;
    if (!(span > 0.0) || !std::isfinite(span)) return {};
    const double least = span / std::max(1, most);
    double step = axis.quantity == Quantity::seconds ? time_step(least, axis.high) : round_step(least);
    if (axis.quantity == Quantity::count) step = std::max(1.0, step);
    std::vector<Tick> found;
    const double first = std::ceil(axis.low / step - 1e-9);
    const double last = std::floor(axis.high / step + 1e-9);
    for (double i = first; i <= last; i += 1.0) {
        const double value = i == 0.0 ? 0.0 : i * step;
        found.push_back({value, linear_label(axis, value, step)});
    }
    return found;
}

std::string logarithmic_label(const Axis& axis, double value) {
    switch (axis.quantity) {
        case Quantity::seconds: return results::duration_text(value);
        case Quantity::share:
        case Quantity::availability: return results::percent_text(value);
        case Quantity::count: return results::count_text(static_cast<std::uint64_t>(std::llround(value)));
        case Quantity::money: return results::money_text(value);
        case Quantity::number: break;
    }
    return results::number_text(value);
}

/// Times that people know: about a decade apart, or two or three to a decade.
std::vector<double> known_times(bool dense) {
    std::vector<double> times;
    const auto add = [&](double unit, std::initializer_list<double> all, std::initializer_list<double> few) {
        for (const double factor : dense ? all : few) times.push_back(unit * factor);
    };
    for (int power = -6; power <= 0; ++power) add(std::pow(10.0, power), {1, 2, 5}, {1});
    add(1.0, {10, 20, 30}, {10});
    add(minute, {1, 2, 5, 10, 20, 30}, {1, 10});
    add(hour, {1, 2, 5, 12}, {1, 10});
    add(day, {1, 2, 5, 10, 30, 100}, {4, 40});
    for (int power = 0; power <= 9; ++power) add(year * std::pow(10.0, power), {1, 2, 5}, {1});
    return times;
}

/// Many more, for an axis that spans little more than a factor of ten.
std::vector<double> close_times() {
    std::vector<double> times;
    const auto add = [&](double unit, std::initializer_list<double> factors) {
        for (const double factor : factors) times.push_back(unit * factor);
    };
    for (int power = -6; power < 0; ++power) add(std::pow(10.0, power), {1, 2, 3, 4, 5, 6, 8});
    for (const double unit : {1.0, minute}) add(unit, {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40});
    add(hour, {1, 2, 3, 4, 6, 8, 12, 18});
    add(day, {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 60, 100, 150, 200, 300});
    for (int power = 0; power <= 9; ++power) add(year * std::pow(10.0, power), {1, 2, 3, 4, 5, 6, 8});
    return times;
}

/// Powers of ten, or 1, 2, 5 times these.
std::vector<double> round_values(double low, double high, bool dense) {
    std::vector<double> values;
    for (int power = static_cast<int>(std::floor(std::log10(low))); power <= std::log10(high) + 1e-9; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (dense || factor == 1.0) values.push_back(factor * std::pow(10.0, power));
        }
    }
    return values;
}

/// Every second, third, .. of them, so that at most `most` remain.
std::vector<double> every_few(const std::vector<double>& values, int most) {
    const auto room = static_cast<std::size_t>(std::max(1, most));
    const std::size_t stride = (values.size() + room - 1) / room;
    std::vector<double> kept;
    for (std::size_t i = 0; i < values.size(); i += std::max<std::size_t>(1, stride)) kept.push_back(values[i]);
    return kept;
}

std::vector<Tick> logarithmic_ticks(const Axis& axis, int most) {
    if (!(axis.low > 0.0) || !(axis.high > axis.low)) return {};
    const auto within = [&](std::vector<double> values) {
        std::erase_if(values, [&](double v) { return v < axis.low * (1.0 - 1e-9) || v > axis.high * (1.0 + 1e-9); });
        return values;
    };
    const bool is_time = axis.quantity == Quantity::seconds;
    const auto candidates = [&](bool dense) {
        return within(is_time ? known_times(dense) : round_values(axis.low, axis.high, dense));
    };
    const auto room = static_cast<std::size_t>(most);
    std::vector<double> values = candidates(true);
    if (values.size() > room) values = candidates(false);
    constexpr std::size_t enough = 4;
    constexpr double about_a_decade = 12.0;
    const bool is_short = axis.high / axis.low < about_a_decade;
    if (values.size() < enough && is_short) {
        const std::vector<double> close = is_time ? within(close_times()) : std::vector<double>();
        if (close.size() < enough || close.size() > room) return linear_ticks(axis, most);
        values = close;
    }
    std::vector<Tick> found;
    for (const double value : every_few(values, most)) found.push_back({value, logarithmic_label(axis, value)});
    return found;
}

/// "99.95 %", with the decimals that the value itself has.
std::string nines_label(double unavailability) {
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(100.0 * unavailability) - 1e-6)));
    return fmt::format("{:.{}f} %", 100.0 - 100.0 * unavailability, decimals);
}

std::vector<Tick> nines_ticks(const Axis& axis, int most) {
    if (!(axis.high > 0.0) || !(axis.low > axis.high)) return {};
    const double span = position(Scale::nines, axis.high) - position(Scale::nines, axis.low);
    const auto within = [&](double u) { return u <= axis.low * (1.0 + 1e-9) && u >= axis.high * (1.0 - 1e-9); };
    // 90, 99, 99.9 %; with room also 95, 99.5 %; with more 80, 98, 99.8 %; with yet more each tenth.
    std::vector<double> factors = {1.0};
    if (3.0 * span + 1.0 <= most && span < 3.0) factors = {5.0, 2.0, 1.0};
    if (span < 0.45) factors = {9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.5, 1.0};
    std::vector<double> values;
    if (within(1.0)) values.push_back(1.0);
    for (int power = -1; power >= -15; --power) {
        for (const double factor : factors) {
            const double u = factor * std::pow(10.0, power);
            if (within(u)) values.push_back(u);
        }
    }
    std::vector<Tick> found;
    for (const double u : every_few(values, most)) found.push_back({u, nines_label(u)});
    return found;
}

}  // namespace

double position(Scale scale, double value) {
    switch (scale) {
        case Scale::linear:
        case Scale::categories: return value;
        case Scale::logarithmic: return std::log10(value);
        case Scale::nines: return value > 0.0 ? -std::log10(value) : std::numeric_limits<double>::infinity();
    }
    return value;
}

double position_within(const Axis& axis, double value) {
    const double low = position(axis.scale, axis.low);
    const double high = position(axis.scale, axis.high);
    const double at = position(axis.scale, value);
    return std::isnan(at) ? low : std::clamp(at, low, std::max(low, high));
}

std::vector<Tick> ticks(const Axis& axis, int most) {
    switch (axis.scale) {
        case Scale::linear: return linear_ticks(axis, most);
        case Scale::logarithmic: return logarithmic_ticks(axis, most);
        case Scale::nines: return nines_ticks(axis, most);
        case Scale::categories: break;
    }
    return {};
}

std::string value_text(const Axis& axis, double value, double half_width) {
    if (axis.scale == Scale::nines) return results::availability_text(value, half_width);
    switch (axis.quantity) {
        case Quantity::seconds: return results::duration_text(value);
        case Quantity::share: return results::percent_text(value);
        case Quantity::availability: return results::availability_text(1.0 - value, half_width);
        case Quantity::count:
            return results::count_text(static_cast<std::uint64_t>(std::llround(std::max(0.0, value))));
        case Quantity::money: return results::money_text(value);
        case Quantity::number: break;
    }
    return results::number_text(value, half_width);
}

}  // namespace nines::charts
