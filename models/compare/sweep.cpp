// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/sweep.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/toml/convert.hpp"

namespace nines::compare {

namespace {

using scenario::trimmed;

struct Part {
    std::string_view text;
    std::size_t offset;
};

/// Parts between commas that stand in no quotes, brackets or parentheses.
std::vector<Part> split_values(std::string_view text) {
    std::vector<Part> parts;
    int depth = 0;
    char quote = '\0';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
            continue;
        }
        if (c == '"' || c == '\'') quote = c;
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (c != ',' || depth != 0) continue;
        parts.push_back({trimmed(text.substr(begin, i - begin)), begin});
        begin = i + 1;
    }
    parts.push_back({trimmed(text.substr(begin)), begin});
    return parts;
}

scenario::Literal literal_of(std::string_view text) {
    const auto value = scenario::parse_toml_literal(text);
    return {scenario::to_literal(value.value_or(scenario::Value{std::string(text), {}, 0}))};
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

scenario::Parsed<scenario::Vary> parse_vary(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto wrong = [](std::string message, std::size_t offset) {
        return scenario::ParseError{{}, std::move(message), "for example -V group.web.count=2,3,4", offset};
    };
    if (equals == std::string_view::npos) return wrong("it has the form path=value,value,..", text.size());
    scenario::Vary vary;
    vary.path.value = std::string(trimmed(text.substr(0, equals)));
    if (vary.path->empty()) return wrong("before \"=\" comes the path of a key", 0);
    vary.values.value = scenario::Literals{};
    for (const Part& part : split_values(text.substr(equals + 1))) {
        if (part.text.empty()) return wrong("a value is missing", equals + 1 + part.offset);
        vary.values.value->push_back(literal_of(part.text));
    }
    return vary;
}

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
