// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/compare.hpp"
#include "models/compare/standing.hpp"
#include "models/results/study.hpp"

/// Does a design meet its requirements? A test that may stop as soon as it knows.
namespace nines::compare {

struct GateOptions {
    results::StudyOptions study;         ///< `trials` is the limit, 1,000,000.
    std::uint64_t first_trials = 1'000;  ///< Of the first round.
    double exact_seconds = 2.0;          ///< That looking for exact figures may take; 0: all is simulated.
};

/// One requirement and how it came out.
struct GateLine {
    Requirement requirement;
    Standing standing;
    std::uint64_t trials = 0;  ///< After so many it was decided, or left open.
    bool is_exact = false;     ///< Decided by the exact figure: it cannot be wrong by chance.
};

struct Gate {
    results::ScenarioInfo scenario;
    results::RunInfo run;
    std::vector<GateLine> lines;
    Decision decision = Decision::open;  ///< Met if all are, missed if one is.
    double confidence = 0.95;            ///< That all decisions are right; 1 if all of them are exact.
    double interval_confidence = 0.95;   ///< Of each interval: see `round_confidence`.
    std::vector<std::string> notes = {};
};

struct PreparedGate {
    std::vector<Requirement> requirements;  ///< With their subjects.
    std::vector<std::size_t> variant_of;    ///< See thresholds.hpp.
    std::vector<results::Study> variants;
    scenario::Diagnostics problems;             ///< What forbids the run; empty: go.
    std::vector<scenario::ParseError> unknown;  ///< Requirements about what the scenario has not; empty: go.
};

/// Settles and compiles. Precondition: the scenario has no error, at least one requirement.
PreparedGate prepare_gate(const scenario::Scenario& scenario, const std::vector<Requirement>& requirements,
                          const GateOptions& options, const scenario::Diagnostics& warnings = {});

/// What the exact engine knows is decided first, without any chance of error. Then simulates in rounds of doubling size
/// until all requirements are decided, one is missed, or the trials are used up; perhaps not at all.
/// The chance that a requirement is called met or missed wrongly is at most 1 - confidence, whenever the test stops.
/// When `progress` or `go_on` ends it, what is open stays open. Precondition: no problems.
Gate run_gate(const PreparedGate& prepared, const GateOptions& options, const OnPairedProgress& progress = {},
              const std::function<bool()>& go_on = {});

}  // namespace nines::compare
