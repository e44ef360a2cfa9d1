// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nines::bench {

/// One measured case: one machine-readable line.
struct Line {
    std::string name;
    std::string what;  ///< Who did the work: "recorded", "availability only", "textbook", "bare hold".
    std::uint32_t components = 0;
    std::uint64_t trials = 0;
    std::uint64_t events = 0;
    double wall_seconds = 0.0;
    double cpu_seconds = 0.0;
    std::uint64_t peak_kib = 0;  ///< Largest resident memory while it ran; 0: not measured.
    std::optional<double> allocations_per_event;
    unsigned threads = 1;
    std::optional<double> unavailability;
    std::optional<double> half_width;  ///< Of its 95 % interval.
    std::optional<double> exact;       ///< Unavailability by formula.
    std::optional<double> z;           ///< (estimate - exact) / standard error.
    std::optional<std::uint64_t> hash;

    double ns_per_event() const { return cpu_seconds * 1e9 / static_cast<double>(events); }
};

/// As JSON, without the line's end.
std::string to_json(const Line& line);

/// One row of the table of targets.
struct Row {
    std::string what;
    std::string figure;           ///< With its unit.
    std::string reference;        ///< What it is compared with; "-" if it stands alone.
    std::optional<double> value;  ///< The ratio, or the figure if it stands alone. Empty: could not be measured.
    double target = 0.0;
    bool at_least = false;  ///< Else: at most.

    bool is_missed() const { return value && (at_least ? *value < target : *value > target); }
};

std::string to_table(const std::vector<Row>& rows);

}  // namespace nines::bench
