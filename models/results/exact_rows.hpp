// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/exact/solution.hpp"
#include "models/results/results.hpp"
#include "models/results/study.hpp"

/// Figures without sampling error, by the exact engine.
namespace nines::results {

/// The rows of a solution, with the names of the metric catalogue; of a steady study those of the long run.
std::vector<Metric> exact_rows(const exact::Solution& solution, const compile::Program& program, bool steady);

/// How they were found, in words and numbers.
SolveInfo solve_info(const exact::Solution& solution);

/// Solves instead of simulating: `metrics` are exact rows. A question with reasons asks for single nodes and domains
/// too; of programs with more than 2,000 units they are left out. Precondition: the study has no problems but its size.
Results solve_study(const Study& study, const exact::SolveQuestion& question);

/// Adds the exact figures to the results of a run, as far as they can be had within the time; of programs with more
/// than 10,000 units or 2,000 laws none. `go_on` is asked now and then; false ends the work.
void verify(Results& results, const Study& study, double seconds, const std::function<bool()>& go_on = {});

/// By how many standard errors an estimate lies off the exact figure: (estimate - exact) / standard error, from the
/// half of the interval on the side where the exact figure is. None without an interval, or for lengths whose
/// distribution is not known to be near normal.
std::optional<double> z_score(const Metric& estimate, const Metric& exact, double confidence);

/// The exact row of the same figure; null if there is none.
const Metric* find_exact(const Results& results, const Metric& estimate);

}  // namespace nines::results
