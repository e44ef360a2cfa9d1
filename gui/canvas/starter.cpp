// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/starter.hpp"

#include <algorithm>
#include <sstream>

#include "gui/canvas/item_faults.hpp"

namespace nines::gui {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string without_comment(const std::string& value) {
    bool quoted = false;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '"') quoted = !quoted;
        if (value[at] == '#' && !quoted) return value.substr(0, value.find_last_not_of(' ', at - 1) + 1);
    }
    return value;
}

/// Keys and values of an example such as "[group.web]\nnode = \"web\"\ncount = 3".
edit::NewValues values_of_example(const std::string& example) {
    edit::NewValues values;
    std::istringstream lines(example);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (line.empty() || line.front() == '[' || equals == std::string::npos) continue;
        values.emplace_back(line.substr(0, equals), without_comment(line.substr(equals + 3)));
    }
    return values;
}

std::string names_as_toml(const std::vector<std::string>& ids, bool list) {
    if (!list) return edit::quoted(ids.front());
    std::string text = "[";
    for (const std::string& id : ids) text += (text.size() > 1 ? ", " : "") + edit::quoted(id);
    return text + "]";
}

/// The value of a key that names things; empty: nobody can be meant.
std::string named_value(const edit::FieldInfo& field, const Document& document,
                        const std::vector<edit::ThingName>& selected) {
    std::vector<std::string> ids;
    for (const edit::ThingName& name : selected) {
        if (contains(field.refers, name.kind)) ids.push_back(name.id);
    }
    if (ids.empty()) {
        for (const edit::Item& item : document.topology().items) {
            if (contains(field.refers, item.name.kind)) ids.push_back(item.name.id);
        }
        if (ids.size() != 1) return {};
    }
    return names_as_toml(ids, field.form.list);
}

bool is_enough(const Document& document, const edit::ThingName& name) {
    const edit::Edited edited = edit::add_thing(document.text(), name, {}, document.included());
    const validate::Opened opened =
        validate::open_text("scenario", edited.text, {.overrides = {}, .folder = document.folder()});
    const edit::Topology topology = edit::topology_of(opened.scenario);
    const std::size_t item = find_item(topology, name);
    return item < topology.items.size() && faults_of(topology, opened.diagnostics)[item].kind == ItemFault::Kind::none;
}

void gather_keys(const std::vector<edit::FieldInfo>& fields, const std::string& before, const std::string& kind,
                 bool places, std::vector<std::string>& keys) {
    for (const edit::FieldInfo& field : fields) {
        if (!field.later.empty()) continue;
        if (field.places == places && contains(field.refers, kind)) keys.push_back(before + field.key);
        if (field.shape == edit::Shape::table) gather_keys(field.fields, before + field.key + ".", kind, places, keys);
    }
}

}  // namespace

edit::NewValues starter_values(const edit::KindDescription& kind, const std::string& id, const Document& document,
                               const std::vector<edit::ThingName>& selected) {
    const edit::ThingName name{kind.word, id};
    if (is_enough(document, name)) return {};
    edit::NewValues values;
    for (const auto& [key, value] : values_of_example(kind.example)) {
        const edit::FieldInfo* field = edit::find_field(kind.fields, {key});
        if (field == nullptr || !field->later.empty()) continue;
        const std::string said = field->refers.empty() ? value : named_value(*field, document, selected);
        if (!said.empty()) values.emplace_back(key, said);
    }
    return values;
}

std::vector<std::string> keys_that_name(const edit::KindDescription& kind, const std::string& other_kind) {
    std::vector<std::string> keys;
    for (const bool places : {false, true}) gather_keys(kind.fields, "", other_kind, places, keys);
    std::erase(keys, "like");  // a copy of another thing is not a bond between the two
    return keys;
}

std::vector<Connection> connections_between(const std::vector<edit::KindDescription>& kinds, const edit::ThingName& a,
                                            const edit::ThingName& b) {
    std::vector<Connection> connections;
    const auto add = [&](const edit::ThingName& from, const edit::ThingName& to) {
        const edit::KindDescription* kind = edit::find_kind(kinds, from.kind);
        if (kind == nullptr) return;
        for (const std::string& key : keys_that_name(*kind, to.kind)) connections.push_back({from, key, to});
    };
    if (a == b) return connections;
    add(a, b);
    if (connections.empty()) add(b, a);
    return connections;
}

bool can_be_placed(const std::vector<edit::KindDescription>& kinds, const std::string& kind) {
    const edit::KindDescription* found = edit::find_kind(kinds, kind);
    return found != nullptr && std::any_of(found->fields.begin(), found->fields.end(),
                                           [](const edit::FieldInfo& field) { return field.places; });
}

}  // namespace nines::gui
