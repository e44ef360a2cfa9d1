// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/counterfactual.hpp"
#include "models/compare/gate.hpp"
#include "models/compare/optimise.hpp"
#include "models/compare/sweep.hpp"
#include "models/compare/tornado.hpp"
#include "models/report/sheet.hpp"
#include "models/scenario/wording.hpp"

/// Sweeps, gates and searches as tables.
namespace nines::report {

Sheet sheet_of(const compare::Sweep& sweep);
/// What was swept, without a full stop, and then how its intervals are to be read.
std::vector<wording::Text> sweep_words(const compare::Sweep& sweep);
Sheet sheet_of(const compare::Gate& gate);
Sheet sheet_of(const compare::Optimum& optimum);
Sheet sheet_of(const std::vector<compare::Importance>& importance);
Sheet sheet_of(const std::vector<compare::Tornado>& tornados);

/// The requirements as JUnit XML: a test case each; missed is a failure, open an error.
std::string to_junit(const compare::Gate& gate);

/// "+12 min/y", "-0.3 %": a difference in the unit of this metric.
std::string difference_text(const compare::Difference& difference, double value);
/// "-12 min/y [-14 min/y, -10 min/y]".
std::string difference_with_interval(const compare::Difference& difference);

}  // namespace nines::report
