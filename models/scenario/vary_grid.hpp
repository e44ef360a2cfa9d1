// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/parsed.hpp"
#include "models/scenario/vary.hpp"

/// All points of the `[[vary]]` of a scenario.
namespace nines::scenario {

/// Most points of one grid.
inline constexpr std::uint64_t most_points = 10'000;

/// One key that varies.
struct VaryColumn {
    std::string name;                 ///< Of the column: the path, or what the user calls it.
    std::string path;                 ///< "group.web.count".
    std::vector<std::string> values;  ///< As TOML.
    Place place;
};

/// Columns that go together make an axis; the points are all combinations of the axes' values, the last axis fastest.
struct VaryGrid {
    std::vector<VaryColumn> columns;             ///< In the order of the file.
    std::vector<std::vector<std::size_t>> axes;  ///< Columns of each axis, which have the same number of values.

    /// The product of the axes' lengths, at most 2^63; 1 without any axis.
    std::uint64_t points() const;
    /// The index of the value of each column at this point.
    std::vector<std::size_t> at(std::uint64_t point) const;
    /// "group.web.count=3" for each column: overrides as `-D` takes them.
    std::vector<std::string> overrides_at(std::uint64_t point) const;
};

/// Reads the `[[vary]]` of a scenario; what is wrong with them is reported, and such a grid is not to be used.
VaryGrid grid_of(const std::vector<Vary>& varied, Diagnostics& diagnostics);

/// The values from one end to the other, as TOML. Ends: two numbers, or two quantities of the same kind (durations,
/// shares, rates, sizes, byte rates, request rates).
Parsed<std::vector<std::string>> range_values(const Literal& from, const Literal& to, std::size_t steps,
                                              VaryScale scale);

/// A value that is so many times as large, and by how much it really is: counts stay whole, differ by at least 1 and do
/// not fall to 0, a share is at most 100 %. Of a distribution all times are scaled.
struct ScaledValue {
    std::string toml;
    double ratio = 1.0;
};
/// Nothing where the value is no number, quantity or distribution, or where it cannot change: 0, "never", one less of
/// one.
std::optional<ScaledValue> scaled_value(const std::string& toml, double factor);

}  // namespace nines::scenario
