// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/scenario_diff.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "models/scenario/flat_values.hpp"

namespace nines::compare {

namespace {

using scenario::FlatThing;
using scenario::FlatValue;

using Values = std::unordered_map<std::string_view, const FlatValue*>;
using Things = std::unordered_map<std::string_view, const FlatThing*>;

/// How a scenario is called, and how many trials tell of it, does not change what it does.
bool is_about_run(const FlatThing& thing, const FlatValue& value) {
    constexpr std::array<std::string_view, 6> keys = {"name",      "description", "trials",
                                                      "precision", "seed",        "confidence"};
    return thing.name == "scenario" && std::find(keys.begin(), keys.end(), value.path) != keys.end();
}

Values by_path(const FlatThing& thing) {
    Values values;
    for (const FlatValue& value : thing.values) values.emplace(value.path, &value);
    return values;
}

Things by_name(const std::vector<FlatThing>& all) {
    Things things;
    for (const FlatThing& thing : all) things.emplace(thing.name, &thing);
    return things;
}

void add_changed_values(std::vector<Change>& changes, const FlatThing& before, const FlatThing& after) {
    const Values were = by_path(before);
    const Values are = by_path(after);
    for (const FlatValue& was : before.values) {
        if (is_about_run(before, was)) continue;
        const auto is = are.find(was.path);
        if (is == are.end()) {
            changes.push_back({Change::What::removed, before.name, was.path, was.text, {}});
        } else if (is->second->text != was.text) {
            changes.push_back({Change::What::changed, before.name, was.path, was.text, is->second->text});
        }
    }
    for (const FlatValue& is : after.values) {
        if (is_about_run(after, is) || were.contains(is.path)) continue;
        changes.push_back({Change::What::added, after.name, is.path, {}, is.text});
    }
}

}  // namespace

std::vector<Change> changes_between(const scenario::Scenario& before, const scenario::Scenario& after) {
    const auto things_before = scenario::flat_values(before);
    const auto things_after = scenario::flat_values(after);
    const Things were = by_name(things_before);
    const Things are = by_name(things_after);
    std::vector<Change> changes;
    for (const FlatThing& was : things_before) {
        const auto is = are.find(was.name);
        if (is == are.end()) {
            changes.push_back({Change::What::removed, was.name, {}, {}, {}});
        } else {
            add_changed_values(changes, was, *is->second);
        }
    }
    for (const FlatThing& is : things_after) {
        if (!were.contains(is.name)) changes.push_back({Change::What::added, is.name, {}, {}, {}});
    }
    return changes;
}

std::string to_text(const Change& change) {
    const std::string_view mark = change.what == Change::What::added ? "+ " : "- ";
    if (change.path.empty()) return fmt::format("{}{}", mark, change.thing);
    if (change.what == Change::What::added)
        return fmt::format("{}: + {} = {}", change.thing, change.path, change.after);
    if (change.what == Change::What::removed) {
        return fmt::format("{}: - {} = {}", change.thing, change.path, change.before);
    }
    return fmt::format("{}: {} = {} -> {}", change.thing, change.path, change.before, change.after);
}

}  // namespace nines::compare
