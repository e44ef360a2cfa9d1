// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "models/results/results.hpp"

/// Parts that the JSON documents share.
namespace nines::report {

using Json = nlohmann::ordered_json;

/// One line. Text that is not UTF-8 gets replacement characters instead of an exception.
std::string line(const Json& json);

Json scenario_json(const results::ScenarioInfo& scenario);
Json run_json(const results::RunInfo& run);
Json metric_json(const results::Metric& metric);
Json diagnostic_json(const results::Results& results, const scenario::Diagnostic& diagnostic);
/// The warning that stands for a row without finite figures.
Json omitted_json(const std::string& what);

/// A named array with one element a line.
std::string array_text(std::string_view key, const std::vector<std::string>& lines);

template <class Item, class ToJson>
std::vector<std::string> lines_of(const std::vector<Item>& items, const ToJson& to_item_json) {
    std::vector<std::string> lines;
    for (const Item& item : items) { lines.push_back(line(to_item_json(item))); }
    return lines;
}

}  // namespace nines::report
