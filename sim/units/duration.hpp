// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <limits>

namespace nines {

/// A span of simulated time. Inside the code seconds, outside the unit that a reader expects.
///
/// The constructor is explicit, so that a bare number never becomes a time by accident.
class Duration {
public:
    constexpr Duration() = default;

    static constexpr Duration seconds(double value) { return Duration(value); }
    static constexpr Duration minutes(double value) { return Duration(value * 60.0); }
    static constexpr Duration hours(double value) { return Duration(value * 3600.0); }
    static constexpr Duration days(double value) { return Duration(value * 86400.0); }
    static constexpr Duration weeks(double value) { return Duration(value * 7.0 * 86400.0); }
    /// A year is 365 d = 8760 h everywhere in Nines.
    static constexpr Duration years(double value) { return Duration(value * 365.0 * 86400.0); }
    static constexpr Duration forever() { return Duration(std::numeric_limits<double>::infinity()); }

    constexpr double in_seconds() const { return seconds_; }
    constexpr double in_hours() const { return seconds_ / 3600.0; }
    constexpr double in_years() const { return seconds_ / (365.0 * 86400.0); }
    constexpr bool is_forever() const { return seconds_ == std::numeric_limits<double>::infinity(); }

    constexpr auto operator<=>(const Duration&) const = default;

    constexpr Duration operator+(Duration other) const { return Duration(seconds_ + other.seconds_); }
    constexpr Duration operator-(Duration other) const { return Duration(seconds_ - other.seconds_); }
    constexpr Duration operator*(double factor) const { return Duration(seconds_ * factor); }
    constexpr Duration operator/(double divisor) const { return Duration(seconds_ / divisor); }
    constexpr double operator/(Duration other) const { return seconds_ / other.seconds_; }
    constexpr Duration& operator+=(Duration other) {
        seconds_ += other.seconds_;
        return *this;
    }

private:
    constexpr explicit Duration(double seconds) : seconds_(seconds) {}

    double seconds_ = 0.0;
};

}  // namespace nines
