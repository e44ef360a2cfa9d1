// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/compile/program.hpp"
#include "models/exact/activities.hpp"
#include "models/exact/chain_figures.hpp"
#include "models/exact/downtime_causes.hpp"
#include "models/exact/sensitivity.hpp"
#include "models/exact/structure_report.hpp"

/// The exact answer to a scenario: no trials, no interval, but a residual.
namespace nines::exact {

struct SolveQuestion {
    bool horizon = true;   ///< Figures from the start over Program::horizon too; else the long run only.
    bool lengths = true;   ///< Distribution of outage lengths, time to the first outage.
    bool groups = true;    ///< Groups as well as services.
    bool nodes = false;    ///< Single nodes and domains as well: the long run, and over the horizon.
    bool reasons = false;  ///< What brings each service down: causes, sensitivities, cut sets, importance.
    int most_phases = 32;  ///< Of a time that is not exponential.
    std::uint32_t most_states = 3'000'000;
    std::size_t most_nodes = structure::default_node_limit;  ///< Of a decision diagram.
    std::function<bool()> go_on;  ///< Asked now and then; false ends the work. Empty: no limit.
};

/// Why a figure is missing, in one sentence, and what to do.
struct Missing {
    std::string figure;
    std::string reason;
    std::string hint;
};

/// How a figure was found.
enum class Method {
    exact,       ///< By Markov chains that are the model.
    phase_type,  ///< By Markov chains in which some times are made of phases.
    structure,   ///< By the structure of independent units alone, whatever their laws.
};

/// Figures of one service, group, node or domain. What could not be had is empty and stands in Solution::missing.
struct SubjectSolution {
    std::string name;  ///< "service:site".
    std::optional<LongRun> long_run;
    Method long_run_method = Method::exact;
    Method other_method = Method::exact;  ///< Of all other figures.
    std::optional<OverHorizon> over_horizon;
    std::optional<double> seconds_to_first_outage;  ///< Infinite if there may be none.
    std::optional<double> reliability;              ///< P(no outage within the horizon).
    std::optional<OutageLength> outage_length;
    std::optional<double> unanswered_long_run;  ///< Share of the requests; of services whose requests are counted.
    std::optional<double> unanswered;           ///< ... over the horizon from the start.
    std::vector<CauseShare> causes;             ///< Of the long run; services that are one chain only.
    std::vector<Sensitivity> sensitivities;     ///< Of the long run; services only, the strongest first.
    std::optional<StructureReport> structure;   ///< Services only.
};

struct Solution {
    std::vector<SubjectSolution> subjects;  ///< In the order of Program::subjects.
    std::vector<Missing> missing;

    /// Laws that the chain only follows approximately; empty: the figures are exact.
    std::vector<Approximation> approximations;
    bool is_exact() const { return approximations.empty(); }

    // Chains that were made for single nodes only are not counted.
    std::uint32_t part_count = 0;   ///< Chains that were solved apart.
    std::uint64_t state_count = 0;  ///< Of all chains.
    std::uint64_t transition_count = 0;
    std::string method;     ///< How the largest chain was solved.
    double residual = 0.0;  ///< The worst; see sim::SteadyState::residual.
};

/// Solves what can be solved of a program.
///
/// Parts that do not interact are chains of their own. A service that needs several parts is solved as one chain while
/// that stays small; else from the parts' joint distributions by its structure function, which gives everything but
/// what depends on how the past went (first outage, lengths).
Solution solve(const Program& program, const SolveQuestion& question);

}  // namespace nines::exact
