// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/saved_results.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nines::report {
namespace {

using Json = nlohmann::json;

/// Says which key is wrong; never leaves this file.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const Json& member(const Json& object, const std::string& place, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) { throw Unreadable(fmt::format("{} has no \"{}\"", place, key)); }
    return *found;
}

std::string text_of(const Json& object, const std::string& place, const char* key) {
    const Json& value = member(object, place, key);
    if (!value.is_string()) { throw Unreadable(fmt::format("\"{}\" of {} is not a text", key, place)); }
    return value.get<std::string>();
}

double number_of(const Json& object, const std::string& place, const char* key) {
    const Json& value = member(object, place, key);
    if (!value.is_number() || !std::isfinite(value.get<double>())) {
        throw Unreadable(fmt::format("\"{}\" of {} is not a number", key, place));
    }
    return value.get<double>();
}

std::uint64_t count_of(const Json& object, const std::string& place, const char* key) {
    const Json& value = member(object, place, key);
    if (!value.is_number_unsigned()) {
        throw Unreadable(fmt::format("\"{}\" of {} is not a whole number", key, place));
    }
    return value.get<std::uint64_t>();
}

bool flag_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

const Json& object_of(const Json& document, const char* key) {
    const Json& value = member(document, "the document", key);
    if (!value.is_object()) { throw Unreadable(fmt::format("\"{}\" is not an object", key)); }
    return value;
}

const Json& list_of(const Json& document, const char* key) {
    const Json& value = member(document, "the document", key);
    if (!value.is_array()) { throw Unreadable(fmt::format("\"{}\" is not a list", key)); }
    return value;
}

results::RunInfo run_of(const Json& json) {
    results::RunInfo run;
    run.version = text_of(json, "run", "version");
    run.seed = count_of(json, "run", "seed");
    run.trials = count_of(json, "run", "trials");
    run.horizon = number_of(json, "run", "horizon");
    run.confidence = number_of(json, "run", "confidence");
    if (run.confidence <= 0.0 || run.confidence >= 1.0) {
        throw Unreadable("\"confidence\" of run is not between 0 and 1");
    }
    run.stopped = text_of(json, "run", "stopped");
    run.steady = flag_of(json, "steady");
    return run;
}

results::Metric metric_of(const Json& json, std::size_t index) {
    const std::string place = fmt::format("metrics[{}]", index);
    if (!json.is_object()) { throw Unreadable(place + " is not an object"); }
    results::Metric metric;
    metric.subject = text_of(json, place, "subject");
    metric.metric = text_of(json, place, "metric");
    metric.failure_class = text_of(json, place, "class");
    metric.unit = text_of(json, place, "unit");
    metric.estimate = number_of(json, place, "estimate");
    metric.low = number_of(json, place, "low");
    metric.high = number_of(json, place, "high");
    metric.n = count_of(json, place, "n");
    metric.method = text_of(json, place, "method");
    if (json.contains("at")) { metric.at = number_of(json, place, "at"); }
    metric.unreliable = flag_of(json, "unreliable");
    return metric;
}

results::Results results_of(const Json& document) {
    if (!document.is_object()) { throw Unreadable("the document is not an object"); }
    const std::uint64_t format = count_of(document, "the document", "format");
    if (format != 1) { throw Unreadable(fmt::format("it has format {}; this program reads format 1", format)); }
    results::Results found;
    const Json& scenario = object_of(document, "scenario");
    found.scenario = {text_of(scenario, "scenario", "name"), text_of(scenario, "scenario", "file"),
                      text_of(scenario, "scenario", "sha256")};
    found.run = run_of(object_of(document, "run"));
    for (const Json& row : list_of(document, "metrics")) {
        found.metrics.push_back(metric_of(row, found.metrics.size()));
    }
    for (const Json& sentence : list_of(document, "assumptions")) {
        if (!sentence.is_string()) { throw Unreadable("\"assumptions\" has something that is not a text"); }
        found.assumptions.push_back(sentence.get<std::string>());
    }
    return found;
}

}  // namespace

SavedResults read_saved_results(std::string_view json) {
    try {
        return {results_of(Json::parse(json)), {}};
    } catch (const Json::parse_error& error) {
        return {{}, fmt::format("it is not JSON: wrong at byte {}", error.byte)};
    } catch (const Unreadable& error) { return {{}, error.what()}; }
}

}  // namespace nines::report
