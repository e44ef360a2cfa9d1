// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/study.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/observe/expected_events.hpp"
#include "models/results/assumptions.hpp"
#include "models/results/estimate.hpp"
#include "models/results/number_text.hpp"
#include "models/results/without_recovery.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_text.hpp"
#include "models/toml/read.hpp"

namespace nines::results {

namespace {

constexpr double week = 7.0 * 86400.0;
constexpr std::uint64_t usual_trials = 10'000;
constexpr std::uint64_t most_trials_for_precision = 1'000'000;

double mean_seconds(const compile::Program& program, compile::SamplerId id) {
    return compile::exists(id) ? program.mean_seconds[+id] : 0.0;
}

/// Mean time from one failure of this unit to its end; 0 if it is never repaired.
double mean_seconds_down(const compile::Program& program, const compile::Unit& unit) {
    double seconds = mean_seconds(program, unit.time_to_repair);
    if (!compile::exists(unit.care)) return seconds;
    const compile::Care& care = program.cares[+unit.care];
    seconds += mean_seconds(program, care.notice);
    if (care.inspection) seconds += care.inspection->period_seconds;
    if (compile::exists(care.pool)) seconds += mean_seconds(program, program.pools[+care.pool].reorder);
    if (compile::exists(care.crew)) {
        const compile::Crew& crew = program.crews[+care.crew];
        seconds += mean_seconds(program, crew.ack) + mean_seconds(program, crew.travel);
        if (!crew.hours.always_open()) seconds += week;
    }
    return seconds;
}

observe::Plan settled_plan(const scenario::Experiment& experiment, const StudyOptions& options) {
    observe::Plan plan;
    plan.seed = options.seed.value_or(experiment.seed.value_or(plan.seed));
    plan.confidence = options.confidence.value_or(experiment.confidence.value_or(plan.confidence));
    plan.threads = std::max(1u, options.threads);
    // A number of trials on the command line alone means exactly that many, also when the file asks for a precision.
    const bool only_trials = options.trials && !options.precision;
    plan.precision = options.precision;
    if (!plan.precision && !only_trials && experiment.precision) plan.precision = *experiment.precision;
    plan.trials = plan.precision ? most_trials_for_precision : usual_trials;
    if (experiment.trials && !(options.precision && !options.trials)) {
        plan.trials = static_cast<std::uint64_t>(*experiment.trials);
    }
    plan.trials = options.trials.value_or(plan.trials);
    if (options.list_outages) plan.most_outages = most_outages_listed;
    return plan;
}

/// The scenario with the experiment that was asked for.
scenario::Scenario settled_scenario(const scenario::Scenario& scenario, const StudyOptions& options) {
    scenario::Scenario settled = scenario;
    if (options.horizon) settled.experiment.horizon = {options.horizon, {scenario::Source::command_line, {}, {}, {}}};
    if (options.at) settled.experiment.at = {options.at, {scenario::Source::command_line, {}, {}, {}}};
    return settled;
}

OutageTable outage_table(const compile::Program& program, const observe::Tally& tally) {
    OutageTable table{tally.outages, {}, program.labels};
    for (std::uint32_t s = 0; s < program.service_count; ++s) table.services.push_back(program.subjects[s].name);
    return table;
}

compile::Program compiled(const scenario::Scenario& scenario, bool steady) {
    compile::Options options = compile::options_of(scenario);
    if (!steady) return compile::compile(scenario, options);
    options.steady_ages = true;
    // The warm-up follows from the compiled repair times.
    options.warm_up = warm_up_of(compile::compile(scenario, options));
    return compile::compile(scenario, options);
}

void check_instants(const scenario::Scenario& scenario, scenario::Diagnostics& problems) {
    const auto& experiment = scenario.experiment;
    const Duration horizon = compile::options_of(scenario).horizon;
    if (experiment.at) {
        for (const Duration instant : *experiment.at) {
            if (instant <= horizon) continue;
            problems.push_back(scenario::make_error(scenario::codes::instant_beyond_horizon, experiment.at.origin.place,
                                                    fmt::format("the instant {} lies beyond the horizon of {}",
                                                                scenario::to_text(instant), scenario::to_text(horizon)),
                                                    "lengthen the horizon or leave the instant out"));
        }
    }
    for (const scenario::Service& service : scenario.services) {
        if (!service.objective.slo || !service.objective.slo->window) continue;
        const Duration window = *service.objective.slo->window;
        if (window <= horizon) continue;
        problems.push_back(scenario::make_error(
            scenario::codes::window_exceeds_horizon, service.objective.slo.origin.place,
            fmt::format("the objective of service \"{}\" is judged over {}, longer than the horizon of {}", service.id,
                        scenario::to_text(window), scenario::to_text(horizon)),
            "lengthen the horizon"));
    }
}

void check_size(const Study& study, scenario::Diagnostics& problems) {
    if (study.expected_events <= most_events) return;
    problems.push_back(
        scenario::make_error(scenario::codes::run_too_large, {},
                             fmt::format("{} trials would take about {:.1e} events, which is more than {:.0e}",
                                         count_text(study.plan.trials), study.expected_events, most_events),
                             "ask for fewer trials or a shorter horizon; --allow-large runs it nevertheless"));
}

}  // namespace

Duration warm_up_of(const compile::Program& program) {
    constexpr double repairs = 20.0;
    double longest = 0.0;
    for (const compile::Unit& unit : program.units) {
        const double seconds = mean_seconds_down(program, unit);
        if (std::isfinite(seconds)) longest = std::max(longest, seconds);
    }
    for (const compile::FailoverGroup& group : program.failovers) {
        for (const compile::SamplerId id : {group.by_hand.takes, group.cold_start, group.hold}) {
            longest = std::max(longest, mean_seconds(program, id));
        }
    }
    for (const compile::Deploy& deploy : program.deploys) {
        longest = std::max(longest, mean_seconds(program, deploy.noticed) + mean_seconds(program, deploy.undo));
    }
    for (const compile::Copy& copy : program.copies) {
        longest = std::max({longest, mean_seconds(program, copy.rewind), mean_seconds(program, copy.refill)});
    }
    return Duration::seconds(std::min(program.horizon, repairs * longest));
}

Study prepare_study(const scenario::Scenario& scenario, const StudyOptions& options,
                    const scenario::Diagnostics& warnings) {
    const scenario::Scenario settled = settled_scenario(scenario, options);
    Study study;
    study.plan = settled_plan(settled.experiment, options);
    study.frame.diagnostics = warnings;
    for (const scenario::SourceFile& file : scenario.files) study.frame.files.push_back(file.path);
    study.frame.scenario.name = scenario.experiment.name.value_or("");
    if (!scenario.files.empty()) study.frame.scenario.file = scenario.files.front().path;
    study.frame.scenario.sha256 = scenario::sha256_of_set(scenario.files);
    study.frame.scenario.currency = settled.experiment.currency.value_or("");
    check_instants(settled, study.problems);
    if (!study.problems.empty()) return study;

    study.program = compiled(settled, options.steady);
    study.frame.assumptions = assumptions_of(settled, study.program, options.steady);
    study.frame.run.steady = options.steady;
    const double week = 7.0 * 86400.0;
    const double start = settled.experiment.start ? settled.experiment.start->since_monday.in_seconds() : 0.0;
    study.begin_in_week = std::fmod(start + study.program.measure_from, week);
    study.expected_events = observe::expected_events_per_trial(study.program) * static_cast<double>(study.plan.trials);
    study.beside_recovery = options.beside_recovery && has_recovery(study.program);
    if (study.beside_recovery) study.expected_events *= 2.0;
    if (!options.allow_large) check_size(study, study.problems);
    return study;
}

Results results_of(const Study& study, const observe::Outcome& outcome) {
    Results results = estimate(study.program, outcome, study.plan);
    results.scenario = study.frame.scenario;
    results.assumptions = study.frame.assumptions;
    results.diagnostics = study.frame.diagnostics;
    results.files = study.frame.files;
    results.run.version = NINES_VERSION;
    results.run.steady = study.frame.run.steady;
    if (study.plan.most_outages > 0) results.outages = outage_table(study.program, outcome.tally);
    return results;
}

Results run_study(const Study& study, const OnProgress& progress, const std::function<bool()>& go_on) {
    const auto began = std::chrono::steady_clock::now();
    Results results = results_of(study, observe::simulate(study.program, study.plan, progress, go_on));
    if (study.beside_recovery) add_high_availability_alone(results, study, go_on);
    results.run.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return results;
}

}  // namespace nines::results
