// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/baseline.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::compare {

namespace {

using Json = nlohmann::json;

scenario::ParseError wrong(std::string message, std::string hint = {}) {
    return {{}, std::move(message), std::move(hint), 0};
}

std::string text_at(const Json& row, const char* key) {
    const auto found = row.find(key);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_at(const Json& row, const char* key, double fallback) {
    const auto found = row.find(key);
    return found != row.end() && found->is_number() ? found->get<double>() : fallback;
}

bool is_wanted(const MetricName& name, const std::vector<MetricName>& metrics) {
    constexpr std::array<std::string_view, 4> usual = {"downtime_per_year", "recovery_time_mean", "data_loss_mean",
                                                       "p_total_loss"};
    if (metrics.empty()) {
        const std::string_view kind = results::kind_of(name.subject);
        const bool is_subject = kind == "service" || kind == "store";
        return is_subject && name.failure_class.empty() &&
               std::find(usual.begin(), usual.end(), name.metric) != usual.end();
    }
    return std::any_of(metrics.begin(), metrics.end(), [&](const MetricName& wanted) {
        return wanted.metric == name.metric && wanted.failure_class == name.failure_class &&
               (wanted.subject.empty() || wanted.subject == name.subject ||
                wanted.subject == results::name_of(name.subject));
    });
}

Requirement requirement_of(const MetricName& name, const Json& row, double confidence, double tolerance) {
    Requirement requirement;
    requirement.of = name;
    const results::MetricInfo* info = results::metric_info(name.metric);
    requirement.at_most = info == nullptr || info->better != results::Direction::higher_is_better;
    const double estimate = number_at(row, "estimate", 0.0);
    requirement.baseline =
        Baseline{estimate, number_at(row, "low", estimate), number_at(row, "high", estimate), confidence, tolerance};
    requirement.limit = estimate;
    results::Metric metric;
    metric.metric = name.metric;
    metric.unit = info == nullptr ? std::string() : info->unit;
    requirement.text = fmt::format("{} no worse than {}{}", to_text(name), results::value_text(metric, estimate),
                                   tolerance > 0.0 ? fmt::format(" by {}", results::percent_text(tolerance)) : "");
    return requirement;
}

}  // namespace

scenario::Parsed<std::vector<Requirement>> no_worse_than(std::string_view text, double tolerance,
                                                         const std::vector<MetricName>& metrics) {
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object()) return wrong("it is not JSON");
    const auto rows = document.find("metrics");
    const auto run = document.find("run");
    if (rows == document.end() || !rows->is_array() || run == document.end() || !run->is_object()) {
        return wrong("it has no results of a run", "write it with: nines run SCENARIO --format json -o results.json");
    }
    const double confidence = number_at(*run, "confidence", 0.95);
    if (!(confidence > 0.0 && confidence < 1.0)) return wrong("its confidence does not lie between 0 and 1");
    std::vector<Requirement> requirements;
    for (const Json& row : *rows) {
        if (!row.is_object() || text_at(row, "method") != "simulated" || row.contains("at")) continue;
        const MetricName name{text_at(row, "subject"), text_at(row, "metric"), text_at(row, "class")};
        if (is_wanted(name, metrics)) requirements.push_back(requirement_of(name, row, confidence, tolerance));
    }
    if (requirements.empty()) return wrong("it has none of the figures to be held against");
    return requirements;
}

}  // namespace nines::compare
