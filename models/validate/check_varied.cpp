// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/check_varied.hpp"

#include <fmt/format.h>

#include "models/scenario/load.hpp"
#include "models/scenario/vary_codes.hpp"
#include "models/scenario/vary_grid.hpp"

namespace nines::validate {

namespace {

/// The column whose override a diagnostic is about, else the last one.
const scenario::VaryColumn& column_of(const scenario::VaryGrid& grid, const Opened& point,
                                      const scenario::Diagnostic& wrong) {
    const auto& files = point.scenario.files;
    for (const scenario::VaryColumn& column : grid.columns) {
        const bool is_about = wrong.place.file < files.size() &&
                              files[wrong.place.file].path.starts_with(fmt::format("-D {}=", column.path));
        if (is_about) return column;
    }
    return grid.columns.back();
}

}  // namespace

void check_varied(Opened& opened, const OpenOptions& options, const OpenAgain& open_again) {
    if (opened.varied.empty() || scenario::has_errors(opened.diagnostics)) return;
    const scenario::VaryGrid grid = scenario::grid_of(opened.varied, opened.diagnostics);
    scenario::sort_by_place(opened.diagnostics);
    if (scenario::has_errors(opened.diagnostics) || grid.columns.empty()) return;
    for (const std::uint64_t point : {std::uint64_t{0}, grid.points() - 1}) {
        OpenOptions at_point = options;
        at_point.check_varied = false;
        const auto overrides = grid.overrides_at(point);
        at_point.overrides.insert(at_point.overrides.end(), overrides.begin(), overrides.end());
        const Opened there = open_again(at_point);
        for (const scenario::Diagnostic& wrong : there.diagnostics) {
            if (wrong.severity != scenario::Severity::error) continue;
            opened.diagnostics.push_back(scenario::make_error(
                scenario::codes::vary_point_invalid.id, column_of(grid, there, wrong).place,
                fmt::format("with {}: {}", fmt::join(overrides, ", "), wrong.message), wrong.hint));
            return;
        }
    }
}

}  // namespace nines::validate
