// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/restated.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace nines::edit {
namespace {

constexpr double closeness = 1e-9;
constexpr double seconds_per_year = 365.0 * 86400.0;

struct Unit {
    std::string_view word;
    double seconds;
};
constexpr std::array units = {Unit{"y", seconds_per_year}, Unit{"d", 86400.0}, Unit{"h", 3600.0}, Unit{"min", 60.0},
                              Unit{"s", 1.0}};

/// With as few decimals as are needed to be within `tolerance`.
std::string short_decimal(double value, double tolerance) {
    constexpr int most_decimals = 17;
    for (int decimals = 0; decimals < most_decimals; ++decimals) {
        std::string text = fmt::format("{:.{}f}", value, decimals);
        if (std::abs(std::stod(text) - value) <= tolerance) return text;
    }
    return fmt::format("{}", value);
}

/// The shortest of what the units give; of two that are as short the larger unit's.
template <class Write>
std::string shortest(Write write) {
    std::string best;
    for (const Unit& unit : units) {
        std::string text = write(unit);
        if (best.empty() || text.size() < best.size()) best = std::move(text);
    }
    return best;
}

std::string duration_of(double seconds) {
    return shortest([&](const Unit& unit) {
        const double value = seconds / unit.seconds;
        return fmt::format("{} {}", short_decimal(value, closeness * value), unit.word);
    });
}

std::string rate_of(double per_second) {
    return shortest([&](const Unit& unit) {
        const double value = per_second * unit.seconds;
        return fmt::format("{} per {}", short_decimal(value, closeness * value), unit.word);
    });
}

std::string percent_of(double share, double tolerance) {
    return short_decimal(100.0 * share, 100.0 * tolerance) + "%";
}

bool is_finite_above_zero(double seconds) {
    return std::isfinite(seconds) && seconds > 0.0;
}

}  // namespace

std::optional<std::string> restated(const FieldInfo& field, const sim::Law& law,
                                    const std::optional<sim::Law>& repair) {
    if (field.shape == Shape::law) return sim::to_text(law);
    const double up = sim::mean(law).in_seconds();
    if (!is_finite_above_zero(up)) return std::nullopt;
    const std::string& noun = field.form.noun;
    if (noun == "duration") return duration_of(up);
    if (noun == "rate") return rate_of(1.0 / up);
    if (noun != "share") return std::nullopt;
    const bool is_per_year = !(field.bounds.high <= 1.0);
    const double per_year = seconds_per_year / up;
    if (is_per_year && per_year > 1.0) return std::nullopt;  // no share is
    if (is_per_year) return percent_of(per_year, closeness * per_year);
    if (!repair) return std::nullopt;
    const double down = sim::mean(*repair).in_seconds();
    if (!is_finite_above_zero(down)) return std::nullopt;
    // It is the unavailability whose digits count.
    return percent_of(up / (up + down), closeness * down / (up + down));
}

std::optional<std::string> restated(const FieldInfo& field, const PropertyState& from, const ThingState& state,
                                    const Path& prefix) {
    if (!from.law) return std::nullopt;
    std::optional<sim::Law> repair;
    for (const char* key : {"mttr", "ttr"}) {
        Path path = prefix;
        path.emplace_back(key);
        const auto found = state.values.find(path);
        if (found != state.values.end() && found->second.law) repair = found->second.law;
    }
    return restated(field, *from.law, repair);
}

}  // namespace nines::edit
