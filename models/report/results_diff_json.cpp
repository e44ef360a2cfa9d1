// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include <nlohmann/json.hpp>

#include "models/report/results_diff_text.hpp"

namespace nines::report {
namespace {

using Json = nlohmann::ordered_json;

/// One line. Text that is not UTF-8 gets replacement characters instead of an exception.
std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json name_json(const results::Metric& row) {
    Json json = {{"subject", row.subject}, {"metric", row.metric}, {"class", row.failure_class}, {"unit", row.unit}};
    if (row.at) { json["at"] = *row.at; }
    return json;
}

Json side_json(const results::Metric& row) {
    Json json = {
        {"estimate", row.estimate}, {"low", row.low}, {"high", row.high}, {"n", row.n}, {"method", row.method}};
    if (row.unreliable) { json["unreliable"] = true; }
    return json;
}

Json row_json(const RowChange& row) {
    Json json = name_json(row.after);
    json["change"] = to_word(row.change);
    json["difference"] = row.difference;
    if (row.relative) { json["relative"] = *row.relative; }
    if (row.z) { json["z"] = *row.z; }
    json["before"] = side_json(row.before);
    json["after"] = side_json(row.after);
    return json;
}

Json one_sided_json(const results::Metric& row) {
    Json json = name_json(row);
    json.update(side_json(row));
    return json;
}

Json setting_json(const SettingChange& setting) {
    return {{"setting", setting.what}, {"before", setting.before}, {"after", setting.after}};
}

template <class Item, class ToJson>
std::string array_text(std::string_view key, const std::vector<Item>& items, const ToJson& to_item) {
    std::string text = ",\n  \"" + std::string(key) + "\": [";
    bool is_first = true;
    for (const Item& item : items) {
        text += (is_first ? "\n    " : ",\n    ") + line(to_item(item));
        is_first = false;
    }
    return text + (items.empty() ? "]" : "\n  ]");
}

}  // namespace

std::string diff_to_json(const ResultsDiff& diff, const DiffNames& names) {
    const auto as_json = [](const std::string& text) { return Json(text); };
    std::string text = "{\n  \"format\": 1";
    text += ",\n  \"before\": " + line(names.before);
    text += ",\n  \"after\": " + line(names.after);
    text += ",\n  \"different\": " + line(diff.is_different());
    text += ",\n  \"same_seed\": " + line(diff.is_same_seed);
    text += ",\n  \"confidence\": " + line(diff.confidence);
    text += ",\n  \"limit\": " + line(diff.limit);
    text += array_text("settings", diff.settings, setting_json);
    text += array_text("rows", diff.rows, row_json);
    text += array_text("removed", diff.removed, one_sided_json);
    text += array_text("added", diff.added, one_sided_json);
    text += array_text("removed_subjects", diff.removed_subjects, as_json);
    text += array_text("added_subjects", diff.added_subjects, as_json);
    text += array_text("removed_assumptions", diff.removed_assumptions, as_json);
    text += array_text("added_assumptions", diff.added_assumptions, as_json);
    return text + "\n}\n";
}

}  // namespace nines::report
