// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/json_parts.hpp"

#include "models/scenario/semantic_codes.hpp"

namespace nines::report {

std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json scenario_json(const results::ScenarioInfo& scenario) {
    return {{"name", scenario.name}, {"file", scenario.file}, {"sha256", scenario.sha256}};
}

Json run_json(const results::RunInfo& run) {
    Json json = {{"version", run.version},       {"seed", run.seed},
                 {"trials", run.trials},         {"horizon", run.horizon},
                 {"confidence", run.confidence}, {"stopped", run.stopped}};
    if (run.steady) {
        json["steady"] = true;
        json["warm_up"] = run.warm_up;
    }
    json["events"] = run.events;
    return json;
}

Json metric_json(const results::Metric& metric) {
    Json json = {{"subject", metric.subject},     {"metric", metric.metric},
                 {"class", metric.failure_class}, {"unit", metric.unit},
                 {"estimate", metric.estimate},   {"low", metric.low},
                 {"high", metric.high},           {"n", metric.n},
                 {"method", metric.method}};
    if (metric.at) { json["at"] = *metric.at; }
    if (metric.states) { json["states"] = *metric.states; }
    if (metric.residual) { json["residual"] = *metric.residual; }
    if (metric.unreliable) { json["unreliable"] = true; }
    return json;
}

Json diagnostic_json(const results::Results& results, const scenario::Diagnostic& diagnostic) {
    Json json = {{"severity", diagnostic.severity == scenario::Severity::error ? "error" : "warning"},
                 {"code", diagnostic.code}};
    if (diagnostic.place.line > 0 && diagnostic.place.file < results.files.size()) {
        json["file"] = results.files[diagnostic.place.file];
        json["line"] = diagnostic.place.line;
        json["column"] = diagnostic.place.column;
    }
    json["message"] = diagnostic.message;
    json["hint"] = diagnostic.hint;
    return json;
}

Json omitted_json(const std::string& what) {
    return {{"severity", "warning"},
            {"code", scenario::codes::figure_not_finite.id},
            {"message", what + " is left out: it is not finite"},
            {"hint", "more trials, or a longer horizon, may give it a value"}};
}

std::string array_text(std::string_view key, const std::vector<std::string>& lines) {
    std::string text = "  \"" + std::string(key) + "\": [";
    for (std::size_t i = 0; i < lines.size(); ++i) { text += (i == 0 ? "\n    " : ",\n    ") + lines[i]; }
    return text + (lines.empty() ? "]" : "\n  ]");
}

}  // namespace nines::report
