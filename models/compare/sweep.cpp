// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/sweep.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace nines::compare {

namespace {

/// The first error in words; empty: there is none.
std::string words_of_error(const scenario::Diagnostics& diagnostics) {
    for (const scenario::Diagnostic& of : diagnostics) {
        if (of.severity != scenario::Severity::error) continue;
        return of.hint.empty() ? of.message : fmt::format("{}; {}", of.message, of.hint);
    }
    return {};
}

std::string name_of_point(const scenario::VaryGrid& grid, std::uint64_t point) {
    const auto values = values_at(grid, point);
    std::string name;
    for (std::size_t c = 0; c < values.size(); ++c) {
        name += fmt::format("{}{} = {}", c == 0 ? "" : ", ", grid.columns[c].name, values[c]);
    }
    return name;
}

}  // namespace

std::vector<scenario::Vary> with_more(std::vector<scenario::Vary> varied, const std::vector<scenario::Vary>& more) {
    for (const scenario::Vary& vary : more) {
        const auto same = std::find_if(varied.begin(), varied.end(), [&](const scenario::Vary& other) {
            return other.path.value == vary.path.value;
        });
        if (same == varied.end()) {
            varied.push_back(vary);
            continue;
        }
        scenario::Vary replaced = vary;
        replaced.name = same->name;
        replaced.with = same->with;
        *same = replaced;
    }
    return varied;
}

std::vector<std::string> values_at(const scenario::VaryGrid& grid, std::uint64_t point) {
    const auto indices = grid.at(point);
    std::vector<std::string> values;
    for (std::size_t c = 0; c < indices.size(); ++c) {
        values.push_back(scenario::plain_literal(grid.columns[c].values[indices[c]]));
    }
    return values;
}

std::string problem_with(const scenario::Vary& vary, const OpenPoint& open) {
    scenario::Vary alone = vary;
    alone.with = {};
    scenario::Diagnostics problems;
    const scenario::VaryGrid grid = scenario::grid_of({alone}, problems);
    if (std::string words = words_of_error(problems); !words.empty()) return words;
    if (grid.columns.empty()) return {};
    const scenario::VaryColumn& column = grid.columns.front();
    constexpr std::size_t most_tried = 8;
    const std::size_t count = column.values.size();
    const std::size_t tried = std::min(count, most_tried);
    for (std::size_t i = 0; i < tried; ++i) {
        const std::string& value = column.values[tried < 2 ? i : i * (count - 1) / (tried - 1)];
        const std::string words = words_of_error(open({fmt::format("{}={}", column.path, value)}).diagnostics);
        if (!words.empty()) return fmt::format("{}: {}", scenario::plain_literal(value), words);
    }
    return {};
}

SweepPlan prepare_sweep(const std::vector<scenario::Vary>& varied, const OpenPoint& open,
                        const results::StudyOptions& options) {
    SweepPlan plan;
    scenario::Diagnostics of_grid;
    plan.grid = scenario::grid_of(varied, of_grid);
    if (scenario::has_errors(of_grid)) {
        plan.problems = std::move(of_grid);
        return plan;
    }
    std::vector<NamedScenario> points;
    for (std::uint64_t point = 0; point < plan.grid.points(); ++point) {
        validate::Opened opened = open(plan.grid.overrides_at(point));
        const std::string name = name_of_point(plan.grid, point);
        if (!scenario::has_errors(opened.diagnostics)) {
            points.push_back({name, std::move(opened.scenario)});
            continue;
        }
        plan.files = std::move(opened.scenario.files);
        plan.problems = std::move(opened.diagnostics);
        for (scenario::Diagnostic& problem : plan.problems) {
            problem.message = fmt::format("at {}: {}", name, problem.message);
        }
        return plan;
    }
    PreparedDesigns prepared = prepare_points(std::move(points), options);
    plan.designs = std::move(prepared.designs);
    plan.problems = std::move(prepared.problems);
    if (!plan.problems.empty() && !plan.designs.empty()) plan.files = plan.designs.back().scenario.files;
    return plan;
}

Sweep run_sweep(const SweepPlan& plan, const std::vector<MetricName>& metrics, const OnPairedProgress& progress,
                const std::function<bool()>& go_on) {
    return {plan.grid, run_against_base(plan.designs, 0, metrics, progress, go_on)};
}

}  // namespace nines::compare
