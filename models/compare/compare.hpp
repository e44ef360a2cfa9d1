// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/observe/paired_run.hpp"
#include "models/results/study.hpp"

/// Designs held against each other on the same trials and the same luck.
///
///     const auto designs = prepare_designs(opened, options);       // settled alike, compiled
///     const auto comparison = compare_designs(designs, options);   // simulate, subtract, judge
namespace nines::compare {

struct Design {
    std::string name;  ///< Short and different from the others.
    scenario::Scenario scenario;
    results::Study study;
};

/// Differences that do not matter to whoever decides.
struct Indifference {
    std::string metric;  ///< Empty: all.
    double size = 0.0;   ///< In the metric's unit; with `is_relative` a share of the first design's figure.
    bool is_relative = true;
};

struct CompareOptions {
    results::StudyOptions study;                  ///< For all designs alike. A precision is not looked at.
    std::vector<Indifference> indifference = {};  ///< The last that fits a metric counts.
};

struct PreparedDesigns {
    std::vector<Design> designs;
    /// What forbids the comparison: designs over different horizons, too many trials, or what prepare_study finds.
    /// Empty: go.
    scenario::Diagnostics problems;
};

/// Most trials of all designs together that are kept for comparing, unless `allow_large` is set: what each of them
/// showed stays in memory.
inline constexpr std::uint64_t most_kept_trials = 20'000'000;

/// Settles and compiles. Seed, trials, confidence and threads are those of the options, else of the first scenario, for
/// all of them; the horizon must be the same. Names are the scenarios' titles, or their files' names where titles are
/// missing or alike. Precondition: no scenario has an error.
PreparedDesigns prepare_designs(const std::vector<scenario::Scenario>& scenarios, const CompareOptions& options,
                                const std::vector<scenario::Diagnostics>& warnings = {});

/// Told after each range of trials that all designs have finished; answers whether to go on.
using OnPairedProgress = std::function<bool(const observe::PairedProgress&)>;

/// Runs all designs and compares. When `progress` or `go_on` ends the run, what all designs have done is compared.
/// Precondition: at least one design, without problems.
Comparison compare_designs(const std::vector<Design>& designs, const CompareOptions& options,
                           const OnPairedProgress& progress = {}, const std::function<bool()>& go_on = {});

/// The same from a run that was made before; `designs` are those of the run, in its order, each with as many trials.
Comparison compare_run(const std::vector<Design>& designs, const observe::PairedRun& run,
                       const CompareOptions& options);

/// One pair and metric. The intervals of `confidence` are for this pair alone. Ratios need events on both sides.
struct TrialMetric;
Difference difference_of(const TrialMetric& a, const TrialMetric& b, std::uint64_t trials, double confidence);

}  // namespace nines::compare
