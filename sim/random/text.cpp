// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/text.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace nines::sim {

namespace {

struct Unit {
    std::string_view name;
    double seconds;
};

constexpr std::array<Unit, 6> units = {
    {{"y", 365.0 * 86400.0}, {"d", 86400.0}, {"h", 3600.0}, {"min", 60.0}, {"s", 1.0}, {"ms", 0.001}}};
constexpr int most_digits = 17;  // As many as any double may need.

/// `number` rounded to so many decimal digits.
double rounded(double number, int digits) {
    return std::strtod(fmt::format("{:.{}e}", number, digits - 1).c_str(), nullptr);
}

/// The number nearest to `number` with the fewest digits for which `reads_back` holds.
template <class Predicate>
std::optional<double> shortest(double number, const Predicate& reads_back) {
    for (int digits = 1; digits <= most_digits; ++digits) {
        const double candidate = rounded(number, digits);
        if (reads_back(candidate)) { return candidate; }
    }
    return std::nullopt;
}

/// Characters of the number, and three more below 1: "4380 h" is easier to read than "0.5 y".
std::size_t effort(double count, const std::string& text) {
    return text.size() + (count < 1.0 ? 3 : 0);
}

template <class Predicate>
std::string best_unit(double seconds, const Predicate& same) {
    std::string best;
    std::size_t best_effort = 0;
    for (const Unit& unit : units) {
        const auto count = shortest(seconds / unit.seconds, [&](double n) { return same(n * unit.seconds); });
        if (!count) { continue; }
        const std::string text = number_text(*count);
        if (best.empty() || effort(*count, text) < best_effort) {
            best = fmt::format("{} {}", text, unit.name);
            best_effort = effort(*count, text);
        }
    }
    return best.empty() ? fmt::format("{} s", seconds) : best;
}

}  // namespace

std::string number_text(double number) {
    return fmt::format("{}", number);
}

std::string duration_text(Duration duration) {
    const double seconds = duration.in_seconds();
    if (duration.is_forever()) { return "never"; }
    if (seconds == 0.0) { return "0 s"; }
    return best_unit(seconds, [seconds](double read) { return read == seconds; });
}

std::string log_duration_text(double log_seconds) {
    return best_unit(std::exp(log_seconds), [log_seconds](double read) { return std::log(read) == log_seconds; });
}

std::string share_text(double share) {
    const auto percent = shortest(share * 100.0, [share](double read) { return read / 100.0 == share; });
    return percent ? fmt::format("{}%", *percent) : number_text(share);
}

}  // namespace nines::sim
