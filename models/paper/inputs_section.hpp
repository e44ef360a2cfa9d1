// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/paper/make_paper.hpp"

namespace nines::paper {

/// Which input of each design matters most: a tornado chart with its table, for each figure that was looked at. None if
/// no design was looked at so.
std::optional<Section> inputs_section(const compare::Comparison& comparison, const std::vector<DesignSource>& sources);

}  // namespace nines::paper
