// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/variable_keys.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "models/scenario/flat_values.hpp"
#include "models/scenario/vary.hpp"

namespace nines::edit {
namespace {

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t dot = path.find('.');
        parts.emplace_back(path.substr(0, dot));
        if (dot == std::string_view::npos) return parts;
        path = path.substr(dot + 1);
    }
}

/// "node" of "node.vm".
std::string_view kind_word(const scenario::FlatThing& thing) {
    return std::string_view(thing.name).substr(0, thing.name.find('.'));
}

void add_said(std::vector<VariableKey>& keys, const scenario::FlatThing& thing, const KindDescription& kind) {
    for (const scenario::FlatValue& value : thing.values) {
        VariableKey key;
        key.path = scenario::override_path(thing, value);
        key.now = scenario::plain_literal(value.text);
        key.is_said = true;
        const std::string within = key.path.substr(thing.name.size() + 1);
        if (const FieldInfo* field = find_field(kind.fields, parts_of(within))) {
            key.noun = field->shape == Shape::law ? "distribution" : field->form.noun;
            key.help = field->help;
        }
        keys.push_back(std::move(key));
    }
}

/// Keys of the thing itself that nobody says, of which there is a default. One that says what another key says in
/// another way is left out.
void add_defaults(std::vector<VariableKey>& keys, const scenario::FlatThing& thing, const KindDescription& kind) {
    std::set<std::string> said;
    for (const scenario::FlatValue& value : thing.values) {
        const std::string within = scenario::override_path(thing, value).substr(thing.name.size() + 1);
        said.insert(parts_of(within).front());
    }
    std::set<std::string> meanings;
    for (const FieldInfo& field : kind.fields) {
        if (said.count(field.key) != 0 && !field.alternatives.empty()) meanings.insert(field.alternatives);
    }
    for (const FieldInfo& field : kind.fields) {
        const bool is_value = field.shape == Shape::value || field.shape == Shape::law;
        const bool is_other_way = !field.alternatives.empty() && meanings.count(field.alternatives) != 0;
        if (!is_value || is_other_way || field.default_text.empty() || !field.later.empty()) continue;
        if (said.count(field.key) != 0) continue;
        keys.push_back({fmt::format("{}.{}", thing.name, field.key), field.default_text,
                        field.shape == Shape::law ? "distribution" : field.form.noun, field.help, false});
    }
}

}  // namespace

std::vector<VariableKey> variable_keys(const scenario::Scenario& scenario, const std::vector<KindDescription>& kinds) {
    std::vector<VariableKey> keys;
    for (const scenario::FlatThing& thing : scenario::flat_values(scenario)) {
        const KindDescription* kind = find_kind(kinds, kind_word(thing));
        const bool is_experiment = thing.name.find('.') == std::string::npos;
        if (kind == nullptr || is_experiment) continue;
        add_said(keys, thing, *kind);
        add_defaults(keys, thing, *kind);
    }
    return keys;
}

}  // namespace nines::edit
