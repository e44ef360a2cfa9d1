// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

/// The units of the scenario language, for the parsers and the writers of values alike.
namespace nines::scenario {

/// value in base unit = number * factor. The millisecond is the factor 0.001 and not a division by 1000, because the
/// writer of times in sim/random/text.cpp multiplies: both must give the same bits.
struct Unit {
    std::string_view name;
    double factor = 1.0;
};

/// Base: second. A year is 365 d, a month a twelfth of it.
inline constexpr std::array<Unit, 8> time_units{{{"ms", 0.001},
                                                 {"s"},
                                                 {"min", 60.0},
                                                 {"h", 3600.0},
                                                 {"d", 86400.0},
                                                 {"wk", 604800.0},
                                                 {"mo", 2628000.0},
                                                 {"y", 31536000.0}}};

/// Base: byte.
inline constexpr std::array<Unit, 11> size_units{{{"B"},
                                                  {"kB", 1e3},
                                                  {"MB", 1e6},
                                                  {"GB", 1e9},
                                                  {"TB", 1e12},
                                                  {"PB", 1e15},
                                                  {"KiB", 1024.0},
                                                  {"MiB", 1048576.0},
                                                  {"GiB", 1073741824.0},
                                                  {"TiB", 1099511627776.0},
                                                  {"PiB", 1125899906842624.0}}};

/// The longest time that a scenario may name: 1e6 y.
inline constexpr double longest_seconds = 31536000.0 * 1e6;
/// The largest size: 1e6 PB.
inline constexpr double largest_bytes = 1e21;

/// The unit called `name`, or nullptr.
template <std::size_t size>
const Unit* find_unit(const std::array<Unit, size>& units, std::string_view name) {
    const auto found = std::find_if(units.begin(), units.end(), [name](const Unit& unit) { return unit.name == name; });
    return found == units.end() ? nullptr : &*found;
}

/// The unit with the same letters in another case, or nullptr.
template <std::size_t size>
const Unit* find_unit_in_any_case(const std::array<Unit, size>& units, std::string_view name) {
    const auto same_letters = [name](const Unit& unit) {
        return std::equal(unit.name.begin(), unit.name.end(), name.begin(), name.end(),
                          [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    };
    const auto found = std::find_if(units.begin(), units.end(), same_letters);
    return found == units.end() ? nullptr : &*found;
}

}  // namespace nines::scenario
