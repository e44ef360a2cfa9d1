// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "models/results/results.hpp"

/// Figures as people read them. Every writer, chart and window uses these, so that the same figure looks the same
/// everywhere. Plain ASCII, C locale.
namespace nines::results {

/// -log10(unavailability): 0.001 is 3 nines. Infinite when nothing was ever down.
double nines_of(double unavailability);

/// "1 h 12 min", "43.2 s", "12 min 5 s", "3 d 4 h", "850 ms", "2.31 y": three figures or two neighbouring units.
std::string duration_text(double seconds);

/// A number with three significant digits, without an exponent where that stays short: "4.31", "0.0312", "1230".
std::string number_text(double value);

/// A number with the decimals that its uncertainty justifies: two digits of the half width. Without uncertainty,
/// `number_text`.
std::string number_text(double value, double half_width);

/// A size with three significant digits in powers of 1000: "1.23 GB", "4 MB".
std::string size_text(double bytes);

/// An amount of money without its currency: "12.50", "940", from 1000 on without cents: "48,120".
std::string money_text(double amount);

/// A whole number with thousands separated: "10,000".
std::string count_text(std::uint64_t count);

/// A share as a percentage of three digits: "38.0 %", "0.42 %"; small ones of two, without an exponent: "0.000057 %",
/// in the end "< 0.0000001 %". Never "100 %" or "0 %" unless it is exactly that.
std::string percent_text(double share);

/// An availability from its unavailability, with as many digits as the half width of the interval justifies (without
/// one: four digits of the unavailability): "99.9912 %". Computed by decimal subtraction, so that no digit is lost
/// to 1 - x; "100 %" only if the unavailability is exactly 0.
std::string availability_text(double unavailability, double half_width);

/// "3.52 nines", with more decimals where the interval is narrower; "at least 3.00 nines" when nothing was seen but the
/// unavailability may be up to `high`, "no downtime" when even that is 0.
std::string nines_text(double unavailability, double low, double high);

/// A metric's figures as text. For shares, availabilities and durations in their own forms, else by unit.
struct MetricText {
    std::string value;
    std::string low;
    std::string high;
    std::string interval;  ///< "low to high"; the method for exact rows; "at most high" for an estimate of 0; "at least
                           ///< low" for a time of which nothing was seen (n = 0, the estimate is the bound).
    std::string count;     ///< "10,000 trials", "1,234 outages"; empty for exact rows.
};
MetricText metric_text(const Metric& metric);

/// One figure of this metric's unit as text: "52 min/y", "4.31/y", "99.95 %".
std::string value_text(const Metric& metric, double value);

/// The same metric without "per year" in its unit, for places whose title already says it.
Metric without_per_year(Metric metric);

/// Whether the row has no sampling error: exact, phase-type, structure.
bool is_exact(const Metric& metric);

}  // namespace nines::results
