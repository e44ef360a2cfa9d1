// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selfcheck/check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/results/exact_rows.hpp"
#include "models/results/study.hpp"
#include "models/selfcheck/embedded.hpp"
#include "models/selfcheck/figure_unit.hpp"
#include "models/validate/open.hpp"

namespace nines::selfcheck {

namespace {

/// Events that a run without a number of trials takes, about.
constexpr double usual_events = 4e6;
constexpr double quick_events = 2e5;
constexpr std::uint64_t fewest_trials = 200;
constexpr std::uint64_t fewest_quick_trials = 50;
constexpr std::uint64_t most_trials = 200'000;
/// By how much a quick run with a number of trials has fewer.
constexpr std::uint64_t quick_part = 20;

const EmbeddedFile* embedded_scenario(const std::vector<EmbeddedFile>& files, const std::string& name) {
    const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
    return found == files.end() ? nullptr : &*found;
}

std::vector<Duration> instants_of(const Run& run) {
    std::vector<Duration> instants;
    for (const Figure& figure : run.figures) {
        if (figure.at) instants.push_back(*figure.at);
    }
    std::ranges::sort(instants, {}, [](Duration instant) { return instant.in_seconds(); });
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

results::StudyOptions study_options(const Run& run, const CheckOptions& options, std::uint64_t trials) {
    results::StudyOptions study;
    study.trials = trials;
    study.horizon = run.horizon;
    study.steady = run.steady;
    study.threads = options.threads;
    study.allow_large = true;
    study.at = instants_of(run);
    return study;
}

std::uint64_t trials_of(const Run& run, const scenario::Scenario& scenario, const CheckOptions& options) {
    const std::uint64_t fewest = options.quick ? fewest_quick_trials : fewest_trials;
    if (run.trials) return options.quick ? std::max(*run.trials / quick_part, fewest) : *run.trials;
    const results::Study one_trial = results::prepare_study(scenario, study_options(run, options, 2));
    const double events = options.quick ? quick_events : usual_events;
    const double trials = events / std::max(one_trial.expected_events / 2.0, 1.0);
    return static_cast<std::uint64_t>(
        std::clamp(trials, static_cast<double>(fewest), static_cast<double>(most_trials)));
}

const results::Metric* row_of(const std::vector<results::Metric>& rows, const Figure& figure) {
    const auto is_it = [&](const results::Metric& row) {
        return row.subject == figure.subject && row.metric == figure.metric && row.failure_class.empty() &&
               row.at.has_value() == figure.at.has_value() && (!row.at || *row.at == figure.at->in_seconds());
    };
    const auto found = std::ranges::find_if(rows, is_it);
    return found == rows.end() ? nullptr : &*found;
}

/// The row of what was published: of the complement if that is it.
std::optional<results::Metric> as_published(const results::Metric* row, const Figure& figure) {
    if (row == nullptr) return std::nullopt;
    results::Metric result = *row;
    if (!figure.complement) return result;
    result.estimate = 1.0 - row->estimate;
    result.low = 1.0 - row->high;
    result.high = 1.0 - row->low;
    return result;
}

void compare(Outcome& outcome, double confidence) {
    const double published = outcome.figure.published * figure_unit(outcome.figure.unit)->factor;
    if (outcome.exact) outcome.difference = outcome.exact->estimate / published - 1.0;
    if (!outcome.simulated) return;
    results::Metric reference;
    reference.estimate = published;
    if (outcome.exact && !outcome.is_approximate()) reference.estimate = outcome.exact->estimate;
    outcome.z = results::z_score(*outcome.simulated, reference, confidence);
}

std::string method_text(const results::Results& solved) {
    const results::SolveInfo& info = *solved.solved;
    if (solved.metrics.empty()) return "not solved";
    if (info.states == 0) return "by structure";
    return fmt::format("{}, {} states", info.exact ? "exact" : "phase-type", info.states);
}

/// Asks for no more than is compared: what comes from the start and what depends on how the past went take longest.
exact::SolveQuestion question_of(const Run& run, const CheckOptions& options) {
    const auto needs_past = [](const Figure& figure) {
        return figure.metric == "mean_time_to_first_outage" || figure.metric.starts_with("outage_duration");
    };
    exact::SolveQuestion question;
    question.horizon = !run.steady && !std::ranges::all_of(run.figures, needs_past);
    question.lengths = std::ranges::any_of(run.figures, needs_past);
    question.go_on = options.go_on;
    return question;
}

std::vector<Outcome> compared(const Run& run, const std::vector<results::Metric>& solved,
                              const std::vector<results::Metric>& estimates, double confidence) {
    std::vector<Outcome> outcomes;
    for (const Figure& figure : run.figures) {
        Outcome outcome;
        outcome.figure = figure;
        outcome.exact = as_published(row_of(solved, figure), figure);
        outcome.simulated = as_published(row_of(estimates, figure), figure);
        compare(outcome, confidence);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

RunOutcome check_run(const Case& one, const Run& run, const CheckOptions& options) {
    RunOutcome outcome{run, {}, {}, {}};
    const auto files = embedded_scenarios();
    const EmbeddedFile* file = embedded_scenario(files, one.scenario);
    if (file == nullptr) {
        outcome.problem = fmt::format("the program has no scenario {}", one.scenario);
        return outcome;
    }
    const auto opened = validate::open_text(one.scenario, file->text, {.overrides = run.overrides, .folder = {}});
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity != scenario::Severity::error) continue;
        outcome.problem = scenario::format_diagnostic(diagnostic, opened.scenario.files);
        return outcome;
    }
    const bool simulates = options.simulate && run.trials != 0;
    const std::uint64_t trials = simulates ? trials_of(run, opened.scenario, options) : 2;
    const results::Study study = results::prepare_study(opened.scenario, study_options(run, options, trials));
    if (!study.problems.empty()) {
        outcome.problem = study.problems.front().message;
        return outcome;
    }
    const results::Results solved = results::solve_study(study, question_of(run, options));
    outcome.method = method_text(solved);
    std::vector<results::Metric> estimates;
    if (simulates) {
        estimates = results::run_study(study, [&](const observe::Progress&) {
                        return !options.go_on || options.go_on();
                    }).metrics;
    }
    outcome.outcomes = compared(run, solved.metrics, estimates, study.frame.run.confidence);
    return outcome;
}

}  // namespace

bool Outcome::is_approximate() const {
    return exact && exact->method == "phase-type";
}

bool Outcome::exact_agrees() const {
    return !difference || is_approximate() || std::abs(*difference) <= figure.tolerance;
}

bool Outcome::simulated_agrees() const {
    return !z || std::abs(*z) < largest_z;
}

CaseOutcome check(const Case& one, const CheckOptions& options) {
    CaseOutcome outcome{one, {}};
    for (const Run& run : one.runs) {
        if (options.go_on && !options.go_on()) break;
        outcome.runs.push_back(check_run(one, run, options));
    }
    return outcome;
}

void Count::add(const CaseOutcome& outcome) {
    for (const RunOutcome& run : outcome.runs) {
        figures += run.run.figures.size();
        if (!run.problem.empty()) wrong += run.run.figures.size();
        for (const Outcome& one : run.outcomes) {
            solved += one.exact && !one.is_approximate() ? 1 : 0;
            simulated += one.z ? 1 : 0;
            wrong += one.is_fine() ? 0 : 1;
        }
    }
}

}  // namespace nines::selfcheck
