// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/compare/comparison.hpp"
#include "models/paper/paper.hpp"

/// What a paper's figures stand on.
namespace nines::paper {

/// What the designs differ by, each from the first; of one design nothing.
Section changes_section(const compare::Comparison& comparison);

/// Assumptions of all designs once, then those of single ones, then remarks on the models.
Section assumptions_section(const compare::Comparison& comparison);

/// The exact engine's figures beside the estimates, as far as the results have them.
Section verification_section(const compare::Comparison& comparison);

/// Version, seed, trials, files with their fingerprints, and the command that makes the same again.
Section provenance_section(const compare::Comparison& comparison, const std::string& command);

}  // namespace nines::paper
