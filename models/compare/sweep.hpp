// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/compare/against_base.hpp"
#include "models/compare/vary_text.hpp"
#include "models/scenario/vary_grid.hpp"
#include "models/validate/open.hpp"

/// A design with other values, point by point: all of them on the same trials and the same luck.
namespace nines::compare {

/// Opens the scenario with these overrides behind its own, as `-D` takes them.
using OpenPoint = std::function<validate::Opened(const std::vector<std::string>& overrides)>;

/// The `[[vary]]` of a file with those of the command line, which replace those of the same path.
std::vector<scenario::Vary> with_more(std::vector<scenario::Vary> varied, const std::vector<scenario::Vary>& more);

struct SweepPlan {
    scenario::VaryGrid grid;
    std::vector<Design> designs;                   ///< By point.
    scenario::Diagnostics problems;                ///< Empty: go.
    std::vector<scenario::SourceFile> files = {};  ///< That the problems are in.
};

/// Opens, settles and compiles all points. The mistakes of the first point that has some are its problems, and say
/// which point it is. Points are called "count = 3, mttr = 1 h".
SweepPlan prepare_sweep(const std::vector<scenario::Vary>& varied, const OpenPoint& open,
                        const results::StudyOptions& options);

/// What is wrong with one varied key by itself, in words: a range that cannot be read, a key that is not there, a value
/// with which the scenario is not valid. Of many values some are tried. Empty: nothing.
/// Precondition: the scenario that `open` gives without overrides has no error.
std::string problem_with(const scenario::Vary& vary, const OpenPoint& open);

/// What varies at one point, for people: "3", "1 h".
std::vector<std::string> values_at(const scenario::VaryGrid& grid, std::uint64_t point);

struct Sweep {
    scenario::VaryGrid grid;
    AgainstBase figures;  ///< The base is the first point.
};

/// Precondition: the plan has no problems.
Sweep run_sweep(const SweepPlan& plan, const std::vector<MetricName>& metrics, const OnPairedProgress& progress = {},
                const std::function<bool()>& go_on = {});

}  // namespace nines::compare
