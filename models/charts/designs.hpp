// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/charts/chart.hpp"
#include "models/compare/comparison.hpp"

/// What charts of several designs share.
namespace nines::charts {

/// What a subject of the comparison is called in one design: the only service (or store) of a design is compared under
/// the first design's name for it.
std::string subject_in(const compare::Comparison& comparison, std::size_t design, const std::string& subject);

/// Trials and confidence, which are those of all designs.
std::vector<Text> about_designs(const compare::Comparison& comparison);

}  // namespace nines::charts
