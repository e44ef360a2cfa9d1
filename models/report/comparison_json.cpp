// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_json.hpp"

#include <cmath>

#include "models/report/finite.hpp"
#include "models/report/json_parts.hpp"

namespace nines::report {

namespace {

using compare::Change;
using compare::Comparison;
using compare::Difference;

Json change_json(const Change& change) {
    constexpr const char* words[] = {"added", "removed", "changed"};
    Json json = {{"what", words[static_cast<std::size_t>(change.what)]}, {"thing", change.thing}};
    if (change.path.empty()) return json;
    json["path"] = change.path;
    json["before"] = change.before;
    json["after"] = change.after;
    return json;
}

Json design_json(const compare::ComparedDesign& design) {
    Json changes = Json::array();
    for (const Change& change : design.changes) changes.push_back(change_json(change));
    return {{"name", design.name},
            {"file", design.results.scenario.file},
            {"sha256", design.results.scenario.sha256},
            {"changes", changes}};
}

Json difference_json(const Comparison& comparison, const Difference& row) {
    Json json = {{"subject", row.subject},
                 {"metric", row.metric},
                 {"class", row.failure_class},
                 {"unit", row.unit},
                 {"a", comparison.designs[row.a].name},
                 {"b", comparison.designs[row.b].name},
                 {"of_a", row.of_a},
                 {"of_b", row.of_b},
                 {"estimate", row.estimate},
                 {"low", row.low},
                 {"high", row.high},
                 {"n", row.n},
                 {"verdict", to_word(row.verdict)},
                 {"variance_removed", row.variance_removed}};
    if (row.zone > 0.0) json["zone"] = row.zone;
    if (row.shares) {
        json["p_a_better"] = row.shares->a_better;
        json["p_a_better_low"] = row.shares->a_low;
        json["p_a_better_high"] = row.shares->a_high;
        json["p_b_better"] = row.shares->b_better;
    }
    if (row.more_trials) json["more_trials"] = *row.more_trials;
    if (row.unreliable) json["unreliable"] = true;
    return json;
}

bool is_finite_row(const Difference& row) {
    return std::isfinite(row.of_a) && std::isfinite(row.of_b) && std::isfinite(row.low) && std::isfinite(row.high);
}

}  // namespace

std::string to_json(const Comparison& comparison) {
    std::vector<std::string> metrics;
    std::vector<std::string> assumptions;
    std::vector<std::string> diagnostics;
    for (const compare::ComparedDesign& design : comparison.designs) {
        for (const results::Metric& metric : design.results.metrics) {
            if (!is_finite(metric)) {
                diagnostics.push_back(line(omitted_json(metric.metric + " of " + metric.subject)));
                continue;
            }
            Json json = {{"design", design.name}};
            json.update(metric_json(metric));
            metrics.push_back(line(json));
        }
        for (const std::string& text : design.results.assumptions) {
            assumptions.push_back(line({{"design", design.name}, {"text", text}}));
        }
        for (const auto& diagnostic : design.results.diagnostics) {
            diagnostics.push_back(line(diagnostic_json(design.results, diagnostic)));
        }
    }
    std::vector<std::string> differences;
    for (const Difference& row : comparison.differences) {
        if (is_finite_row(row)) differences.push_back(line(difference_json(comparison, row)));
    }
    Json run = run_json(comparison.designs.front().results.run);
    run.erase("events");
    run["stopped"] = comparison.stopped;
    run["pair_confidence"] = comparison.pair_confidence;
    const auto as_json = [](const std::string& sentence) { return Json(sentence); };
    std::string text = "{\n  \"format\": 1,\n";
    text += "  \"run\": " + line(run) + ",\n";
    text += array_text("designs", lines_of(comparison.designs, design_json)) + ",\n";
    text += array_text("differences", differences) + ",\n";
    text += array_text("metrics", metrics) + ",\n";
    text += array_text("notes", lines_of(comparison.notes, as_json)) + ",\n";
    text += array_text("assumptions", assumptions) + ",\n";
    text += array_text("diagnostics", diagnostics) + "\n}\n";
    return text;
}

}  // namespace nines::report
