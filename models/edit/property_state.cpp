// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/property_state.hpp"

#include <algorithm>

#include "models/edit/thing_values.hpp"

namespace nines::edit {
namespace {

using scenario::Diagnostic;
using scenario::Place;

bool is_before(const Place& a, const Place& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

PropertyState& value_at(ThingState& state, const Path& path) {
    const auto [entry, added] = state.values.try_emplace(path);
    if (added) state.order.push_back(path);
    return entry->second;
}

/// An element without a name goes by its number in the text, whatever name it gets when it is read.
const Path& path_in_text(const ThingValue& value, const OwnValues& own) {
    if (value.origin.source != scenario::Source::file || value.origin.place.file != 0) return value.path;
    for (const OwnValue& said : own.values) {
        const bool same_place =
            said.place.line == value.origin.place.line && said.place.column == value.origin.place.column;
        if (same_place && said.path.size() == value.path.size() && said.path.back() == value.path.back())
            return said.path;
    }
    return value.path;
}

void add_resolved(ThingState& state, const OwnValues& own, const scenario::Scenario& scenario, const ThingName& name) {
    for (const ThingValue& value : values_of_thing(scenario, name)) {
        PropertyState& shown = value_at(state, path_in_text(value, own));
        shown.items = items_of_toml(value.toml);
        shown.list = value.toml.starts_with('[');
        shown.origin = value.origin;
        shown.origin_text = value.origin_text;
        shown.law = value.law;
        state.exists = true;
    }
}

void add_own(ThingState& state, const OwnValues& own) {
    for (const OwnValue& value : own.values) {
        if (!value.known) continue;
        PropertyState& shown = value_at(state, value.path);
        shown.items = value.items;
        shown.list = value.list;
        shown.own = true;
        shown.origin = {
            .source = scenario::Source::file, .grade = scenario::Grade::none, .place = value.place, .note = {}};
        shown.origin_text.clear();
    }
}

/// The own value that a place lies in: the last that begins before it and has not ended on an earlier line.
const OwnValue* value_around(const OwnValues& own, const Place& place) {
    const OwnValue* found = nullptr;
    for (const OwnValue& value : own.values) {
        const bool begun = !is_before(place, value.key_place);
        if (!begun || place.line > value.last_line) continue;
        if (found == nullptr || is_before(found->key_place, value.key_place)) found = &value;
    }
    return found;
}

void add_diagnostics(ThingState& state, const OwnValues& own, const scenario::Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.place.file != 0 || diagnostic.place.line == 0) continue;
        const OwnValue* value = value_around(own, diagnostic.place);
        const bool at_header = own.exists && diagnostic.place.line == own.header.line;
        if (value != nullptr && value->known) {
            state.values[value->path].diagnostics.push_back(diagnostic);
        } else if (value != nullptr || at_header) {
            state.diagnostics.push_back(diagnostic);
        }
    }
}

bool is_within(const Path& path, const Path& prefix) {
    return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

PropertyState combined_value(const std::vector<ThingState>& states, const Path& path) {
    PropertyState result;
    for (const ThingState& state : states) {
        const auto found = state.values.find(path);
        if (found == state.values.end()) {
            result.several = true;
            continue;
        }
        const PropertyState& value = found->second;
        const bool first = result.items.empty() && !result.several;
        if (first) result = value;
        if (value.items != result.items) result.several = true;
        result.own = result.own || value.own;
        if (!first && value.origin_text != result.origin_text) result.origin_text.clear();
    }
    if (result.several) {
        result.items.clear();
        result.law.reset();
        result.origin_text.clear();
    }
    result.diagnostics.clear();
    return result;
}

bool has_field(const std::vector<FieldInfo>& fields, const FieldInfo& wanted) {
    return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& field) {
        return field.key == wanted.key && field.shape == wanted.shape && field.form.noun == wanted.form.noun;
    });
}

const FieldInfo& field_of(const std::vector<FieldInfo>& fields, const std::string& key) {
    return *std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) { return field.key == key; });
}

}  // namespace

ThingState state_of_thing(std::string_view text, const scenario::Table& tables, const validate::Opened& opened,
                          const ThingName& name, const std::vector<FieldInfo>& fields) {
    ThingState state;
    const OwnValues own = own_values(text, tables, name, fields);
    add_resolved(state, own, opened.scenario, name);
    state.exists = state.exists || own.exists;
    state.header = own.header;
    add_own(state, own);
    add_diagnostics(state, own, opened.diagnostics);
    return state;
}

ThingState combined(const std::vector<ThingState>& states) {
    if (states.size() == 1) return states.front();
    ThingState result;
    for (const ThingState& state : states) {
        result.exists = result.exists || state.exists;
        for (const Path& path : state.order) value_at(result, path);
    }
    for (const Path& path : result.order) result.values[path] = combined_value(states, path);
    return result;
}

std::vector<FieldInfo> common_fields(const std::vector<const std::vector<FieldInfo>*>& lists) {
    std::vector<FieldInfo> common;
    if (lists.empty()) return common;
    for (const FieldInfo& field : *lists.front()) {
        const bool everywhere =
            std::all_of(lists.begin(), lists.end(), [&](const auto* list) { return has_field(*list, field); });
        if (!everywhere) continue;
        FieldInfo shared = field;
        if (field.shape == Shape::table) {
            std::vector<const std::vector<FieldInfo>*> inner;
            for (const auto* list : lists) inner.push_back(&field_of(*list, field.key).fields);
            shared.fields = common_fields(inner);
        }
        common.push_back(std::move(shared));
    }
    return common;
}

std::vector<std::string> elements_of(const ThingState& state, const Path& list) {
    std::vector<std::string> names;
    for (const Path& path : state.order) {
        if (path.size() <= list.size() || !is_within(path, list)) continue;
        const std::string& name = path[list.size()];
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

bool has_value(const ThingState& state, const Path& path, bool own) {
    return std::any_of(state.values.begin(), state.values.end(),
                       [&](const auto& entry) { return is_within(entry.first, path) && (!own || entry.second.own); });
}

}  // namespace nines::edit
