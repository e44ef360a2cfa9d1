// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/verification.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/report/layout.hpp"
#include "models/report/summary.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

/// Beyond this many standard errors chance is no explanation: once in 150,000 rows.
constexpr double far_off = 4.5;

}  // namespace

std::string z_text(double z) {
    std::string text = fmt::format("{:+.2f}", z);
    return text == "-0.00" ? "+0.00" : text;
}

std::vector<Verified> verified_rows(const results::Results& results) {
    std::vector<Verified> rows;
    for (const results::Metric& estimate : results.metrics) {
        const bool is_repeated = estimate.metric == "availability" || estimate.metric == "downtime_per_year";
        const results::Metric* exact = is_repeated ? nullptr : results::find_exact(results, estimate);
        // Beyond the horizon the estimate assumes a constant hazard: the two are not the same figure.
        if (exact == nullptr || estimate.metric == "mean_time_to_first_outage") { continue; }
        const auto z = results::z_score(estimate, *exact, results.run.confidence);
        std::string figure = results::title_of(estimate.metric);
        if (estimate.at) { figure += " after " + results::duration_text(*estimate.at); }
        rows.push_back({printable(estimate.subject), figure, fmt::format("{:.5g}", estimate.estimate),
                        fmt::format("{:.8g}", exact->estimate), z ? z_text(*z) : "-", z && std::abs(*z) > far_off});
    }
    return rows;
}

std::vector<std::string> verification_lines(const results::Results& results) {
    std::vector<std::string> lines = solve_lines(results);
    const auto rows = verified_rows(results);
    const bool any_off = std::any_of(rows.begin(), rows.end(), [](const Verified& row) { return row.is_off; });
    const bool approximate = results.solved && !results.solved->exact;
    if (approximate) {
        lines.emplace_back("Some times are made of phases, not quite the same laws: `nines solve` shows the errors.");
    }
    if (any_off && !approximate) {
        lines.emplace_back("A figure is off by more than chance explains: please report this scenario as a defect.");
    }
    return lines;
}

}  // namespace nines::report
