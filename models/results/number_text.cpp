// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/translate.hpp"

namespace nines::results {
namespace {

using wording::literal;
using wording::say;

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double year = 365.0 * day;

/// Decimals that show `digits` significant digits of `value`.
int decimals_for(double value, int digits) {
    if (value == 0.0 || !std::isfinite(value)) { return 0; }
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
    return std::clamp(digits - 1 - exponent, 0, 15);
}

/// 3 significant digits: 43.2, 4.32, 432; a whole number without decimals.
std::string three_digits(double value) {
    if (value == std::round(value)) { return fmt::format("{:.0f}", value); }
    const int decimals = decimals_for(value, 3);
    // 9.996 rounds to 10.00: one digit too many.
    const double rounded = std::round(value * std::pow(10.0, decimals)) / std::pow(10.0, decimals);
    return fmt::format("{:.{}f}", value, std::min(decimals, decimals_for(rounded, 3)));
}

/// "2 h 5 min" from whole counts of a unit and the next smaller one.
std::string two_units(std::int64_t large, const char* large_unit, std::int64_t small, const char* small_unit) {
    if (small == 0) { return fmt::format("{} {}", large, large_unit); }
    return fmt::format("{} {} {} {}", large, large_unit, small, small_unit);
}

/// 100 % minus `percent`, both with this many decimals, without floating-point subtraction.
std::string complement_text(double unavailability, int decimals) {
    std::int64_t unit = 1;
    for (int i = 0; i < decimals; ++i) { unit *= 10; }
    const std::int64_t whole = 100 * unit;
    const std::int64_t lost = std::llround(unavailability * static_cast<double>(whole));
    const std::int64_t rest = whole - std::clamp<std::int64_t>(lost, 0, whole);
    if (decimals == 0) { return fmt::format("{} %", rest); }
    return fmt::format("{}.{:0{}} %", rest / unit, rest % unit, decimals);
}

/// Half the distance between the ends; 0 where an end is missing.
double half_width(const Metric& metric) {
    const double width = (metric.high - metric.low) / 2.0;
    return std::isfinite(width) ? std::abs(width) : 0.0;
}

bool is_availability(const Metric& metric) {
    return metric.metric == "availability" || metric.metric == "request_availability" ||
           metric.metric == "point_availability" || metric.metric == "slo_target";
}

}  // namespace

double nines_of(double unavailability) {
    if (unavailability <= 0.0) { return std::numeric_limits<double>::infinity(); }
    return -std::log10(unavailability);
}

std::string duration_text(double seconds) {
    if (std::isnan(seconds)) { return "unknown"; }
    if (seconds < 0.0) { return fmt::format("-{}", duration_text(-seconds)); }
    if (std::isinf(seconds)) { return "never"; }
    if (seconds == 0.0) { return "0 s"; }
    if (seconds < 0.9995e-3) { return three_digits(seconds * 1e6) + " us"; }
    if (seconds < 0.9995) { return three_digits(seconds * 1e3) + " ms"; }
    if (seconds < 59.95) { return three_digits(seconds) + " s"; }
    if (seconds < hour - 0.5) {
        const std::int64_t total = std::llround(seconds);
        return two_units(total / 60, "min", total % 60, "s");
    }
    if (seconds < day - 0.5 * minute) {
        const std::int64_t total = std::llround(seconds / minute);
        return two_units(total / 60, "h", total % 60, "min");
    }
    if (seconds < 100.0 * day - 0.5 * hour) {
        const std::int64_t total = std::llround(seconds / hour);
        return two_units(total / 24, "d", total % 24, "h");
    }
    if (seconds < year - 0.5 * day) { return fmt::format("{} d", std::llround(seconds / day)); }
    const double years = seconds / year;
    if (years < 999.5) { return three_digits(years) + " y"; }
    if (years < 1e6) { return count_text(static_cast<std::uint64_t>(std::llround(years))) + " y"; }
    return fmt::format("{:.2g} y", years);
}

std::string number_text(double value) {
    if (!std::isfinite(value)) { return std::isnan(value) ? "unknown" : value > 0.0 ? "unlimited" : "-unlimited"; }
    if (value == 0.0) { return "0"; }
    const double size = std::abs(value);
    if (size < 1e-4 || size >= 1e7) { return fmt::format("{:.3g}", value); }
    if (size >= 999.5) { return fmt::format("{:.0f}", value); }
    return three_digits(value);
}

std::string number_text(double value, double half_width_of_interval) {
    if (!(half_width_of_interval > 0.0) || !std::isfinite(value)) { return number_text(value); }
    if (std::abs(value) < 1e-4 || std::abs(value) >= 1e7) { return fmt::format("{:.3g}", value); }
    return fmt::format("{:.{}f}", value, std::min(decimals_for(half_width_of_interval, 2), 8));
}

std::string size_text(double bytes) {
    constexpr const char* units[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 999.5 && unit + 1 < std::size(units)) {
        bytes /= 1000.0;
        ++unit;
    }
    return number_text(bytes) + " " + units[unit];
}

std::string money_text(double amount) {
    constexpr double countable = 1e15;
    if (!(amount >= 0.0 && amount < countable)) { return number_text(amount); }
    constexpr double enough_without_cents = 1000.0;
    if (amount < enough_without_cents) {
        const std::string text = fmt::format("{:.2f}", amount);
        return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
    }
    return count_text(static_cast<std::uint64_t>(std::llround(amount)));
}

std::string count_text(std::uint64_t count) {
    const std::string digits = fmt::format("{}", count);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) { text += ','; }
        text += digits[i];
    }
    return text;
}

std::string percent_text(double share) {
    if (share == 0.0) { return "0 %"; }
    if (share == 1.0) { return "100 %"; }
    const double percent = 100.0 * share;
    // An exponent before a percent sign is read as something else.
    constexpr double least = 1e-7;
    if (std::abs(percent) < least) { return percent > 0.0 ? "< 0.0000001 %" : "> -0.0000001 %"; }
    if (percent > 0.0 && percent < 0.001) { return fmt::format("{:.{}f} %", percent, decimals_for(percent, 2)); }
    if (percent < 99.0 || percent > 100.0) { return three_digits(percent) + " %"; }
    return complement_text(1.0 - share, decimals_for(100.0 - percent, 2));
}

std::string availability_text(double unavailability, double half_width_of_interval) {
    if (unavailability <= 0.0) { return "100 %"; }
    const double guide = half_width_of_interval > 0.0 ? half_width_of_interval : unavailability;
    const int wanted = decimals_for(100.0 * guide, half_width_of_interval > 0.0 ? 2 : 4);
    // However wide the interval, something that was down is never printed as 100 %.
    const int least = decimals_for(100.0 * unavailability, 1);
    return complement_text(unavailability, std::max(wanted, least));
}

wording::Text figure(std::string_view text) {
    constexpr std::array words = {translate("models", "never"), translate("models", "unknown"),
                                  translate("models", "unlimited"), translate("models", "-unlimited")};
    const auto* const word = std::find(words.begin(), words.end(), text);
    return word == words.end() ? literal(text) : say(*word);
}

wording::Text nines_words(double unavailability, double low, double high) {
    if (unavailability <= 0.0 && high > 0.0) {
        return say(translate("models", "at least %1 nines"), {literal(fmt::format("{:.2f}", nines_of(high)))});
    }
    if (unavailability <= 0.0) { return say(translate("models", "no downtime")); }
    const double width = low > 0.0 && high > low ? (nines_of(low) - nines_of(high)) / 2.0 : 0.0;
    const int decimals = width > 0.0 ? std::clamp(decimals_for(width, 1), 2, 4) : 2;
    return say(translate("models", "%1 nines"), {literal(fmt::format("{:.{}f}", nines_of(unavailability), decimals))});
}

std::string nines_text(double unavailability, double low, double high) {
    return wording::plain(nines_words(unavailability, low, high));
}

bool is_exact(const Metric& metric) {
    return metric.method == "exact" || metric.method == "phase-type" || metric.method == "structure";
}

std::string value_text(const Metric& metric, double value) {
    if (is_availability(metric)) { return availability_text(1.0 - value, half_width(metric)); }
    if (metric.unit == "s") { return duration_text(value); }
    if (metric.unit == "s_per_year") { return duration_text(value) + "/y"; }
    if (metric.unit == "per_year") { return number_text(value, half_width(metric)) + "/y"; }
    if (metric.unit == "currency_per_year") { return money_text(value) + "/y"; }
    if (metric.unit == "currency") { return money_text(value); }
    if (metric.unit == "B") { return size_text(value); }
    const MetricInfo* info = metric_info(metric.metric);
    const bool is_share = metric.unit == "1" && (info == nullptr || info->is_share);
    if (is_share) { return percent_text(value); }
    const std::string number = number_text(value, half_width(metric));
    return metric.unit.empty() || metric.unit == "1" ? number : number + " " + metric.unit;
}

Metric without_per_year(Metric metric) {
    if (metric.unit == "s_per_year") { metric.unit = "s"; }
    // A count, not a share: a unit that is shown as nothing.
    if (metric.unit == "per_year") { metric.unit.clear(); }
    if (metric.unit == "currency_per_year") { metric.unit = "currency"; }
    return metric;
}

MetricWords metric_words(const Metric& metric) {
    MetricWords text{figure(value_text(metric, metric.estimate)), {}, {}};
    const wording::Text low = figure(value_text(metric, metric.low));
    const wording::Text high = figure(value_text(metric, metric.high));
    if (is_exact(metric)) {
        // All digits that are worth having stand beside the figure that is read at a glance.
        const std::string unit = metric.unit == "s_per_year" ? " s/y" : metric.unit == "s" ? " s" : "";
        text.interval = literal(fmt::format("{}: {:.8g}{}", metric.method, metric.estimate, unit));
        return text;
    }
    const bool nothing_seen = metric.n == 0 && metric.estimate == metric.low && metric.low > 0.0;
    if (nothing_seen) {
        text.value = say(translate("models", "none seen"));
        text.interval = say(translate("models", "at least %1"), {low});
        return text;
    }
    const bool upper_bound = metric.estimate == 0.0 && metric.low == 0.0 && metric.high > 0.0;
    text.interval = upper_bound ? say(translate("models", "at most %1"), {high})
                                : say(translate("models", "%1 to %2"), {low, high});
    text.count = say(translate("models", "%1 %2"),
                     {literal(count_text(metric.n)), {std::string(observations_of(metric.metric))}});
    return text;
}

MetricText metric_text(const Metric& metric) {
    const MetricWords words = metric_words(metric);
    return {wording::plain(words.value), value_text(metric, metric.low), value_text(metric, metric.high),
            wording::plain(words.interval), wording::plain(words.count)};
}

}  // namespace nines::results
