// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/json.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "models/report/finite.hpp"
#include "models/report/json_parts.hpp"

namespace nines::report {
namespace {

Json chain_json(const results::Chain& chain) {
    return {{"subject", chain.subject},
            {"cause", chain.cause},
            {"downtime_per_year", chain.downtime_per_year},
            {"share", chain.share},
            {"outages_per_year", chain.outages_per_year},
            {"outages", chain.outages}};
}

/// Writes lost, in seconds a year.
Json loss_chain_json(const results::Chain& chain) {
    return {{"subject", chain.subject},
            {"cause", chain.cause},
            {"data_loss_per_year", chain.downtime_per_year},
            {"share", chain.share},
            {"losses_per_year", chain.outages_per_year},
            {"losses", chain.outages}};
}

/// Causes that were solved have no order and no outages that were seen.
Json cause_json(const results::CauseShare& of) {
    return {{"subject", of.subject},
            {"cause", of.cause},
            {"downtime_per_year", of.downtime_per_year},
            {"share", of.share},
            {"outages_per_year", of.outages_per_year}};
}

/// Points with an infinite bound (the last bucket of a histogram) are left out.
Json series_json(const results::Series& series) {
    Json x = Json::array();
    Json y = Json::array();
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (!std::isfinite(series.x[i]) || !std::isfinite(series.y[i])) { continue; }
        x.push_back(series.x[i]);
        y.push_back(series.y[i]);
    }
    return {{"subject", series.subject}, {"name", series.name}, {"x_unit", series.x_unit}, {"x", x}, {"y", y}};
}

Json notable_json(const results::NotableTrial& trial) {
    using Reason = results::NotableTrial::Reason;
    Json json = {{"subject", trial.subject}, {"trial", trial.trial}};
    const bool is_store = trial.reason == Reason::largest_loss || trial.reason == Reason::longest_recovery;
    if (!is_store) {
        json["downtime"] = trial.downtime;
        json["outages"] = trial.outages;
    }
    json["reason"] = results::to_word(trial.reason);
    if (trial.reason == Reason::longest_outage) json["longest_outage"] = trial.figure;
    if (trial.reason == Reason::largest_loss && std::isfinite(trial.figure)) json["lost"] = trial.figure;
    if (trial.reason == Reason::largest_loss && std::isinf(trial.figure)) json["lost_all"] = true;
    if (trial.reason == Reason::longest_recovery) json["recovery"] = trial.figure;
    if (trial.reason == Reason::typical) json["share_of_trials"] = trial.share_of_trials;
    return json;
}

Json solved_json(const results::SolveInfo& info) {
    return {{"exact", info.exact},
            {"chains", info.parts},
            {"states", info.states},
            {"method", info.method},
            {"transitions", info.transitions},
            {"residual", info.residual}};
}

Json sensitivity_json(const results::Sensitivity& of) {
    return {{"subject", of.subject}, {"cause", of.cause}, {"time", of.time}, {"elasticity", of.elasticity}};
}

Json cut_set_json(const results::CutSet& of) {
    return {{"subject", of.subject},
            {"components", of.components},
            {"probability", of.probability},
            {"contribution", of.contribution}};
}

/// An infinite worth (the service would never be down again) is null.
Json importance_json(const results::Importance& of) {
    const auto worth = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
    return {{"subject", of.subject},
            {"component", of.component},
            {"unavailability", of.unavailability},
            {"birnbaum", of.birnbaum},
            {"criticality", of.criticality},
            {"fussell_vesely", of.fussell_vesely},
            {"risk_achievement_worth", worth(of.risk_achievement_worth)},
            {"risk_reduction_worth", worth(of.risk_reduction_worth)}};
}

}  // namespace

std::string to_json(const results::Results& results) {
    std::vector<std::string> metrics;
    std::vector<std::string> chains;
    std::vector<std::string> diagnostics;
    for (const auto& diagnostic : results.diagnostics) {
        diagnostics.push_back(line(diagnostic_json(results, diagnostic)));
    }
    for (const auto* rows : {&results.metrics, &results.exact}) {
        for (const auto& metric : *rows) {
            if (is_finite(metric)) {
                metrics.push_back(line(metric_json(metric)));
            } else {
                diagnostics.push_back(line(omitted_json(metric.metric + " of " + metric.subject)));
            }
        }
    }
    for (const auto& chain : results.chains) {
        if (is_finite(chain)) {
            chains.push_back(line(chain_json(chain)));
        } else {
            diagnostics.push_back(line(omitted_json("a chain of " + chain.subject)));
        }
    }

    if (results.solved) {
        for (const auto& of : results.solved->causes) { chains.push_back(line(cause_json(of))); }
    }

    const auto as_json = [](const std::string& sentence) { return Json(sentence); };
    std::string text = "{\n  \"format\": 1,\n";
    text += "  \"scenario\": " + line(scenario_json(results.scenario)) + ",\n";
    text += "  \"run\": " + line(run_json(results.run)) + ",\n";
    text += array_text("metrics", metrics) + ",\n";
    text += array_text("chains", chains) + ",\n";
    if (!results.loss_chains.empty()) {
        text += array_text("loss_chains", lines_of(results.loss_chains, loss_chain_json)) + ",\n";
    }
    if (!results.series.empty()) { text += array_text("series", lines_of(results.series, series_json)) + ",\n"; }
    if (!results.notable.empty()) { text += array_text("notable", lines_of(results.notable, notable_json)) + ",\n"; }
    if (results.solved) {
        const results::SolveInfo& info = *results.solved;
        text += "  \"solved\": " + line(solved_json(info)) + ",\n";
        text += array_text("approximations", lines_of(info.approximations, as_json)) + ",\n";
        // Beside estimates it depends on the time that was left; what could be had stands in the metrics.
        if (results.run.trials == 0) { text += array_text("missing", lines_of(info.missing, as_json)) + ",\n"; }
        text += array_text("sensitivities", lines_of(info.sensitivities, sensitivity_json)) + ",\n";
        text += array_text("cut_sets", lines_of(info.cut_sets, cut_set_json)) + ",\n";
        text += array_text("importance", lines_of(info.importance, importance_json)) + ",\n";
    }
    text += array_text("assumptions", lines_of(results.assumptions, as_json)) + ",\n";
    text += array_text("diagnostics", diagnostics) + "\n}\n";
    return text;
}

}  // namespace nines::report
