// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/exact_rows.hpp"

#include <chrono>
#include <cmath>
#include <string_view>

#include <boost/math/distributions/normal.hpp>
#include <fmt/format.h>

#include "models/results/cost_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::results {

namespace {

constexpr double year = 365.0 * 86400.0;

/// The words of the results contract.
std::string word_of(exact::Method method) {
    switch (method) {
        case exact::Method::exact: return "exact";
        case exact::Method::phase_type: return "phase-type";
        case exact::Method::structure: return "structure";
    }
    return {};
}

/// Appends rows of one subject that were found by one method.
class ExactWriter {
public:
    ExactWriter(std::vector<Metric>& rows, const exact::Solution& solution, std::string subject, exact::Method method)
        : rows_(&rows), solution_(&solution), subject_(std::move(subject)), method_(method) {}

    void add(const char* metric, double value) {
        Metric row;
        row.subject = subject_;
        row.metric = metric;
        row.unit = metric_info(metric)->unit;
        row.estimate = row.low = row.high = value;
        row.method = word_of(method_);
        if (method_ != exact::Method::structure) {
            row.states = solution_->state_count;
            row.residual = solution_->residual;
        }
        rows_->push_back(std::move(row));
    }
    void add_at(const char* metric, double value, double instant) {
        add(metric, value);
        rows_->back().at = instant;
    }

private:
    std::vector<Metric>* rows_;
    const exact::Solution* solution_;
    std::string subject_;
    exact::Method method_;
};

void add_availability(ExactWriter& rows, double unavailability) {
    rows.add("availability", 1.0 - unavailability);
    rows.add("unavailability", unavailability);
    rows.add("downtime_per_year", unavailability * year);
}

void add_long_run(ExactWriter& rows, const exact::LongRun& figures) {
    add_availability(rows, figures.unavailability);
    rows.add("outages_per_year", figures.outages_per_second * year);
    if (figures.outages_per_second <= 0.0) return;
    rows.add("mean_down_time", figures.mean_outage_seconds());
    rows.add("mean_up_time", (1.0 - figures.unavailability) / figures.outages_per_second);
}

void add_over_horizon(ExactWriter& rows, const exact::OverHorizon& figures, const compile::Program& program) {
    add_availability(rows, figures.unavailability);
    rows.add("outages_per_year", figures.outages / program.horizon * year);
}

void add_instants(ExactWriter& rows, const exact::OverHorizon& figures, const compile::Program& program) {
    for (std::size_t i = 0; i < figures.unavailability_at.size(); ++i) {
        rows.add_at("point_availability", 1.0 - figures.unavailability_at[i], program.instants[i]);
    }
}

/// What follows of a service's objective from expectations alone, where it is judged by time. The budget is linear in
/// the downtime, so that the mean of it that is spent is that of the whole time, if the windows fill it.
void add_objective(ExactWriter& rows, const exact::SubjectSolution& figures, const compile::Program& program,
                   bool steady) {
    const auto found = std::find_if(program.subjects.begin(), program.subjects.end(),
                                    [&](const compile::Subject& subject) { return subject.name == figures.name; });
    if (found == program.subjects.end() || !found->slo || found->slo_terms.by_requests) return;
    const double length = found->slo->window ? found->slo->window->in_seconds() : program.horizon;
    const double windows = program.horizon / length;
    constexpr double rounding = 1e-9;
    const bool fill_horizon = std::abs(windows - std::round(windows)) < rounding * windows && !found->slo_terms.rolling;
    const double budget = 1.0 - found->slo->target;
    if (budget <= 0.0) {
        // Then no outage is what meets it.
        if (!steady && fill_horizon && figures.reliability) rows.add("p_slo_always_met", *figures.reliability);
        return;
    }
    if (steady && figures.long_run) rows.add("error_budget_spent_mean", figures.long_run->unavailability / budget);
    if (steady || !fill_horizon || !figures.over_horizon) return;
    rows.add("error_budget_spent_mean", figures.over_horizon->unavailability / budget);
}

/// "+2.3 %"; what a computer's rounding leaves is none.
std::string error_text(double error) {
    constexpr double rounding = 1e-9;
    return std::abs(error) < rounding ? "kept" : fmt::format("{:+.2g} %", 100.0 * error);
}

/// The subject of this name if it is of kind `undegraded`, else nullptr.
const compile::Subject* undegraded_of(const compile::Program& program, const std::string& name) {
    for (std::uint32_t s = program.service_count; s < program.undegraded_end; ++s) {
        if (program.subjects[s].name == name) return &program.subjects[s];
    }
    return nullptr;
}

/// The time in which its service is up and it is not, as the difference of what both are down.
void add_degraded(std::vector<Metric>& rows, const exact::Solution& solution, const exact::SubjectSolution& undegraded,
                  const std::string& service, bool steady) {
    const auto found = std::find_if(solution.subjects.begin(), solution.subjects.end(),
                                    [&](const exact::SubjectSolution& subject) { return subject.name == service; });
    if (found == solution.subjects.end()) return;
    const auto add = [&](const auto& of_service, const auto& of_both, exact::Method method) {
        if (!of_service || !of_both) return;
        const double share = std::max(0.0, of_both->unavailability - of_service->unavailability);
        ExactWriter(rows, solution, service, method).add("degraded_per_year", share * year);
    };
    if (steady) return add(found->long_run, undegraded.long_run, undegraded.long_run_method);
    add(found->over_horizon, undegraded.over_horizon, undegraded.other_method);
}

}  // namespace

std::vector<Metric> exact_rows(const exact::Solution& solution, const compile::Program& program, bool steady) {
    std::vector<Metric> rows;
    for (const exact::SubjectSolution& subject : solution.subjects) {
        const compile::Subject* undegraded = undegraded_of(program, subject.name);
        if (undegraded != nullptr) {
            const compile::Subject& service = program.subjects[+undegraded->undegraded];
            if (service.up_share <= 0.0) add_degraded(rows, solution, subject, service.name, steady);
            continue;
        }
        ExactWriter long_run(rows, solution, subject.name, subject.long_run_method);
        ExactWriter writer(rows, solution, subject.name, subject.other_method);
        if (steady && subject.long_run) add_long_run(long_run, *subject.long_run);
        if (!steady && subject.over_horizon) {
            add_over_horizon(writer, *subject.over_horizon, program);
            const std::string_view kind = kind_of(subject.name);
            const bool is_part = kind == "node" || kind == "domain";
            if (!is_part) add_instants(writer, *subject.over_horizon, program);
        }
        add_objective(steady ? long_run : writer, subject, program, steady);
        const std::optional<double>& unanswered = steady ? subject.unanswered_long_run : subject.unanswered;
        if (unanswered) writer.add("request_availability", 1.0 - *unanswered);
        if (!steady && subject.seconds_to_first_outage && std::isfinite(*subject.seconds_to_first_outage)) {
            writer.add("mean_time_to_first_outage", *subject.seconds_to_first_outage);
        }
        if (!steady && subject.reliability) writer.add("p_no_outage", *subject.reliability);
        if (steady && subject.outage_length) {
            writer.add("outage_duration_p50", subject.outage_length->p50_seconds);
            writer.add("outage_duration_p95", subject.outage_length->p95_seconds);
            writer.add("outage_duration_p99", subject.outage_length->p99_seconds);
        }
    }
    return rows;
}

namespace {

void add_reasons(SolveInfo& info, const exact::SubjectSolution& subject) {
    for (const exact::CauseShare& of : subject.causes) {
        info.causes.push_back({subject.name, of.components, of.downtime_per_year, of.share, of.outages_per_year});
    }
    for (const exact::Sensitivity& of : subject.sensitivities) {
        info.sensitivities.push_back({subject.name, of.cause, of.time, of.elasticity});
    }
    if (!subject.structure) return;
    for (const exact::CutSetRow& row : subject.structure->cut_sets) {
        info.cut_sets.push_back({subject.name, row.components, row.probability, row.contribution});
    }
    for (const exact::ImportanceRow& row : subject.structure->components) {
        info.importance.push_back({subject.name, row.component, row.unavailability, row.importance.birnbaum,
                                   row.importance.criticality, row.fussell_vesely,
                                   row.importance.risk_achievement_worth, row.importance.risk_reduction_worth});
    }
}

}  // namespace

SolveInfo solve_info(const exact::Solution& solution) {
    SolveInfo info;
    info.exact = solution.is_exact();
    for (const exact::Approximation& of : solution.approximations) {
        info.approximations.push_back(fmt::format("{}: {} phases, {}; mean {}, cv {}, 95th percentile {}", of.law,
                                                  of.phases, of.method, error_text(of.mean_error),
                                                  error_text(of.cv_error), error_text(of.p95_error)));
    }
    for (const exact::Missing& missing : solution.missing) {
        info.missing.push_back(fmt::format("{}: {}{}", missing.figure, missing.reason,
                                           missing.hint.empty() ? "" : " (" + missing.hint + ")"));
    }
    info.parts = solution.part_count;
    info.states = solution.state_count;
    info.transitions = solution.transition_count;
    info.method = solution.method;
    info.residual = solution.residual;
    for (const exact::SubjectSolution& subject : solution.subjects) add_reasons(info, subject);
    return info;
}

Results solve_study(const Study& study, const exact::SolveQuestion& question) {
    const auto began = std::chrono::steady_clock::now();
    exact::SolveQuestion settled = question;
    // Equilibrium ages are no state that a chain could start from; the long run forgets them.
    const bool starts_elsewhere = study.program.steady_ages && !study.frame.run.steady;
    settled.horizon = question.horizon && !starts_elsewhere;
    // Who asks for reasons reads about the parts too; of very many, one by one takes long.
    constexpr std::size_t most_units = 2'000;
    settled.nodes = (question.nodes || question.reasons) && study.program.units.size() <= most_units;
    exact::Solution solution = exact::solve(study.program, settled);
    if (starts_elsewhere && question.horizon) {
        solution.missing.push_back(
            {"figures over the horizon", "the scenario starts with equilibrium ages", "--steady gives the long run"});
    }
    const auto& subjects = study.program.subjects;
    if (std::any_of(subjects.begin(), subjects.end(), [](const auto& subject) { return subject.slo.has_value(); })) {
        solution.missing.push_back({"windows of objectives",
                                    "how much downtime falls into one window is not a mean, and a chain gives means",
                                    "`nines run` samples it"});
    }
    Results results = study.frame;
    results.run.horizon = study.program.horizon;
    results.run.version = NINES_VERSION;
    results.metrics = exact_rows(solution, study.program, study.frame.run.steady);
    results.solved = solve_info(solution);
    ExactCosts costs = exact_costs(solution, study.program, study.frame.run.steady);
    results.metrics.insert(results.metrics.end(), costs.rows.begin(), costs.rows.end());
    results.solved->missing.insert(results.solved->missing.end(), costs.missing.begin(), costs.missing.end());
    results.solved->wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return results;
}

void verify(Results& results, const Study& study, double seconds, const std::function<bool()>& go_on) {
    // What takes long and cannot be cut short is kept small: laws to fit, and decision diagrams.
    constexpr std::size_t most_units = 10'000;
    // Equilibrium ages are no state that a chain could start from; the long run forgets them.
    const bool starts_elsewhere = study.program.steady_ages && !study.frame.run.steady;
    constexpr std::size_t most_laws = 2'000;
    const bool is_large = study.program.units.size() > most_units || study.program.laws.size() > most_laws;
    if (is_large || starts_elsewhere) return;
    const auto began = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    exact::SolveQuestion question;
    question.horizon = !study.frame.run.steady;
    question.lengths = false;
    // Many groups take long, and say little that the services do not.
    constexpr std::size_t few_units = 500;
    question.most_nodes = std::size_t{1} << 19;
    question.groups = study.program.units.size() <= few_units;
    question.go_on = [&] { return elapsed() < seconds && (!go_on || go_on()); };
    const exact::Solution solution = exact::solve(study.program, question);
    results.exact = exact_rows(solution, study.program, study.frame.run.steady);
    if (results.exact.empty()) return;
    for (Metric& row : exact_costs(solution, study.program, study.frame.run.steady).rows) {
        const Metric* estimate = find_metric(results, row.subject, row.metric);
        // What was fixed from the start is no estimate that could be checked.
        if (estimate != nullptr && estimate->n > 0) results.exact.push_back(std::move(row));
    }
    results.solved = solve_info(solution);
    results.solved->wall_seconds = elapsed();
}

std::optional<double> z_score(const Metric& estimate, const Metric& exact, double confidence) {
    const double quantile = boost::math::quantile(boost::math::normal(), 0.5 + 0.5 * confidence);
    const bool above = estimate.estimate > exact.estimate;
    const double half = above ? estimate.estimate - estimate.low : estimate.high - estimate.estimate;
    if (!(half > 0.0) || !std::isfinite(half)) return std::nullopt;
    return (estimate.estimate - exact.estimate) / (half / quantile);
}

const Metric* find_exact(const Results& results, const Metric& estimate) {
    for (const Metric& row : results.exact) {
        if (row.subject == estimate.subject && row.metric == estimate.metric && row.at == estimate.at) return &row;
    }
    return nullptr;
}

}  // namespace nines::results
