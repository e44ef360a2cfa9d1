// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/simulate.hpp"
#include "models/results/results.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/scenario.hpp"

/// From a valid scenario to results: the calls that every program shares, so that none adds logic of its own.
///
///     const auto opened = validate::open_file("web.toml");          // read, resolve, check
///     const auto study = prepare_study(opened.scenario, options);   // settle, compile
///     const auto results = run_study(study, progress);              // simulate, estimate, describe
namespace nines::results {

/// What the user asks for in place of what the scenario says. Empty: the scenario's own, else the default.
struct StudyOptions {
    std::optional<std::uint64_t> trials;      ///< 10,000; with a precision the limit, 1,000,000.
    std::optional<double> precision;          ///< Relative half-width of each service's unavailability; none.
    std::optional<std::uint64_t> seed;        ///< 1.
    std::optional<Duration> horizon;          ///< 1 y.
    std::optional<double> confidence;         ///< 0.95.
    std::optional<std::vector<Duration>> at;  ///< Instants of point availability; none.
    bool steady = false;                      ///< Long-run figures: see `warm_up_of`.
    unsigned threads = 1;                     ///< Never changes the results.
    bool allow_large = false;                 ///< Run however many events it may take.
    bool beside_recovery = false;             ///< Also what high availability does alone: see without_recovery.hpp.
    bool list_outages = false;                ///< Also each outage, up to `most_outages_listed`.
};

/// A run that is settled and compiled. A copy of `plan` may be changed; `program` is fixed.
struct Study {
    compile::Program program;
    observe::Plan plan;
    Results frame;                   ///< What is known before the run: scenario, assumptions, diagnostics, files.
    scenario::Diagnostics problems;  ///< What forbids the run as it was asked for; empty: go.
    double expected_events = 0.0;    ///< Rough number of events of the whole run.
    double begin_in_week = 0.0;      ///< Seconds after Monday 00:00 when the measured span begins.
    bool beside_recovery = false;    ///< As asked for.
};

/// Most events that a run may be expected to take unless `allow_large` is set.
inline constexpr double most_events = 1e12;

/// Settles the options and compiles. `warnings` of loading and validation go into the results.
/// Precondition: the scenario has no error. Asking for too much, or for an instant after the horizon, is a problem
/// of the study.
Study prepare_study(const scenario::Scenario& scenario, const StudyOptions& options,
                    const scenario::Diagnostics& warnings = {});

/// What an outcome of the study's program tells: figures, with the scenario and its assumptions.
Results results_of(const Study& study, const observe::Outcome& outcome);

/// Told after each block of trials; answers whether to go on.
using OnProgress = std::function<bool(const observe::Progress&)>;

/// Simulates and estimates. `go_on` is asked before each trial, on every thread at once; false ends the run sooner than
/// `progress` can. Precondition: `study.problems` is empty.
Results run_study(const Study& study, const OnProgress& progress = {}, const std::function<bool()>& go_on = {});

/// How long one trial of a steady run goes on unmeasured:
///
///     warm-up = min(horizon, 20 * longest mean time that one failure lasts)
///
/// where a failure lasts from its beginning until it is noticed, a part has come, the crew has answered and travelled,
/// and the repair is done; a crew with working hours counts for one week more. Failures that are never repaired do not
/// count. Of stores it is also the longest recovery by hand, start from nothing, hold and resynchronisation. Together
/// with equilibrium ages the start is forgotten by then: the state of independent repairable units approaches its
/// equilibrium as fast as exp(-t / repair time).
Duration warm_up_of(const compile::Program& program);

}  // namespace nines::results
