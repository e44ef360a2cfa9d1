// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compare/comparison.hpp"
#include "models/paper/make_paper.hpp"

/// The parts of a paper that have charts.
namespace nines::paper {

/// Of several designs: charts that hold them side by side. Of one: those of its results.
Section charts_section(const compare::Comparison& comparison);

/// For each design why it is down: causes, stages of recovery, the course of its longest outage.
std::vector<Section> design_sections(const compare::Comparison& comparison, const std::vector<DesignSource>& sources);

}  // namespace nines::paper
