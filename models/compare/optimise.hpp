// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/compare/compare.hpp"
#include "models/compare/price.hpp"
#include "models/compare/standing.hpp"
#include "models/compare/sweep.hpp"

/// The cheapest design of a grid that meets all requirements, found by giving up designs as soon as they are known to
/// be out of the question.
namespace nines::compare {

struct OptimiseOptions {
    results::StudyOptions study;       ///< `trials` is the limit of each design, 1,000,000.
    std::uint64_t first_trials = 250;  ///< Of the first round.
    std::vector<Price> prices = {};    ///< What a design costs; empty: `minimise`.
    MetricName minimise = {};          ///< A figure, of which less is better.
    double indifference = 0.0;         ///< With `minimise`: share by which the chosen one may be dearer.
};

/// What became of a design.
enum class Fate : std::uint8_t {
    best,    ///< Meets all, and no other that does is cheaper.
    misses,  ///< Misses a requirement.
    dearer,  ///< Costs as much as one that meets all, or more.
    open,    ///< Not decided when the trials were used up.
};
/// "best", "misses", "dearer", "open": the words of the JSON form.
std::string to_word(Fate fate);

struct Candidate {
    std::size_t point = 0;
    Fate fate = Fate::open;
    double cost = 0.0;                       ///< Price, or estimate.
    std::vector<Standing> standings = {};    ///< By requirement.
    std::optional<std::size_t> missed = {};  ///< The requirement that it misses.
    std::uint64_t trials = 0;
};

struct Optimum {
    scenario::VaryGrid grid;
    std::vector<std::string> names;  ///< By point.
    results::ScenarioInfo scenario;
    results::RunInfo run;  ///< Its trials are those of all designs together.
    std::vector<Requirement> requirements;
    std::vector<Candidate> candidates;  ///< By point.
    std::optional<std::size_t> best = {};
    bool is_conclusive = false;  ///< Either the best is known to be so, or no design meets all.
    /// What keeps the dearest of the cheaper designs from being chosen.
    std::optional<std::size_t> binding = {};
    std::uint64_t rounds = 0;
    double confidence = 0.95;           ///< That the answer is right.
    double interval_confidence = 0.95;  ///< Of each interval.
    std::string cost_name = {};         ///< "price", or the metric.
};

struct PreparedSearch {
    SweepPlan plan;
    std::vector<Requirement> requirements;           ///< With their subjects.
    std::vector<std::size_t> variant_of;             ///< By requirement.
    std::size_t variants = 1;                        ///< Of each point.
    std::vector<results::Study> studies;             ///< By point, then by variant.
    std::vector<double> prices;                      ///< By point; empty: a figure is minimised.
    std::vector<scenario::ParseError> unknown = {};  ///< What requirements or prices name and there is not.
};

/// Settles and compiles the points of a plan without problems.
PreparedSearch prepare_search(SweepPlan plan, const std::vector<Requirement>& requirements,
                              const OptimiseOptions& options);

/// Sequential elimination: all designs run the same trials, in rounds of doubling size. After each round a design is
/// out if it surely misses a requirement, or if one that surely meets all is surely no dearer. The search ends when one
/// is left, or none, or when the trials are used up; that is inconclusive. The answer is wrong with a chance of at most
/// 1 - confidence: the error is spent evenly over rounds, designs and requirements.
Optimum run_search(const PreparedSearch& prepared, const OptimiseOptions& options,
                   const OnPairedProgress& progress = {}, const std::function<bool()>& go_on = {});

}  // namespace nines::compare
