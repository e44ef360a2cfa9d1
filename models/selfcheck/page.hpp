// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/selfcheck/check.hpp"

/// What the check found, for people.
namespace nines::selfcheck {

/// For a terminal: one block a case.
std::string case_text(const CaseOutcome& outcome);

/// docs/validation.md: how the check works, then a table for each case. Deterministic: no times.
std::string markdown_page(const std::vector<CaseOutcome>& outcomes);

}  // namespace nines::selfcheck
