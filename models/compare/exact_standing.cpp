// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/exact_standing.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/results/exact_rows.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::compare {

namespace {

bool is_known_exactly(const results::Metric& row) {
    const bool is_approximate = row.method == "phase-type";
    return !is_approximate && !row.at && std::isfinite(row.estimate);
}

/// How far from the true figure this one may lie. A share near 1 is as good as what is left of it.
double slack_of(const results::Metric& row) {
    constexpr double of_chain = 1e-9;
    constexpr double of_rounding = 1e-12;
    const results::MetricInfo* info = results::metric_info(row.metric);
    const bool is_share = info != nullptr && info->unit == "1";
    const double lost = std::abs(1.0 - row.estimate);
    if (!row.states) return of_rounding * std::abs(row.estimate);
    // Whoever subtracts from 1 has rounded already.
    if (is_share) return of_chain * std::min(std::abs(row.estimate), lost) + 1e-15;
    return of_chain * std::abs(row.estimate);
}

}  // namespace

results::Results exact_figures(const results::Study& study, double seconds, const std::function<bool()>& go_on) {
    // What takes long and cannot be cut short is kept small: laws to fit, and decision diagrams.
    constexpr std::size_t most_units = 10'000;
    constexpr std::size_t most_laws = 2'000;
    const bool is_large = study.program.units.size() > most_units || study.program.laws.size() > most_laws;
    if (seconds <= 0.0 || is_large) return {};
    const auto began = std::chrono::steady_clock::now();
    exact::SolveQuestion question;
    question.horizon = !study.frame.run.steady;
    question.lengths = false;
    question.most_nodes = std::size_t{1} << 19;
    question.go_on = [&] {
        const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        return elapsed < seconds && (!go_on || go_on());
    };
    return results::solve_study(study, question);
}

Standing exact_standing(const Requirement& requirement, const results::Results& exact) {
    if (requirement.baseline || requirement.within || requirement.slo) return {};
    const results::Metric* row = find_row(exact, requirement.of);
    if (row == nullptr || !is_known_exactly(*row)) return {};
    Standing standing{Decision::open, true, *row};
    const double above = row->estimate - requirement.limit;
    const bool is_equal = std::abs(above) <= slack_of(*row);
    // What is fixed may be exactly what is allowed; a chain that comes so near cannot tell on which side it is.
    if (is_equal && row->states) return {};
    const bool is_met = is_equal || (requirement.at_most ? above < 0.0 : above > 0.0);
    standing.decision = is_met ? Decision::met : Decision::missed;
    return standing;
}

}  // namespace nines::compare
