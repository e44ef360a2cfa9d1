// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/paper/paper.hpp"

namespace nines::paper {

/// The figures of a service or store, one column for each design, with their intervals.
Table figures_table(const compare::Comparison& comparison, const std::string& subject);

/// The paired differences of a service or store: of up to three designs all pairs, of more each against the first.
Table differences_table(const compare::Comparison& comparison, const std::string& subject);

/// "+3 h 20 min", "-0.4 a year", "+0.012 pp": a difference with its sign.
std::string signed_text(const compare::Difference& row, double value);

/// Services, or stores ("store"), that at least two designs have.
std::vector<std::string> compared_subjects(const compare::Comparison& comparison, const std::string& kind);

}  // namespace nines::paper
