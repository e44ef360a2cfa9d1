// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/included.hpp"

#include <algorithm>
#include <utility>

#include "models/edit/inherited.hpp"
#include "models/edit/locate.hpp"
#include "models/edit/text_names.hpp"
#include "models/scenario/field_keys.hpp"
#include "models/scenario/load.hpp"
#include "models/scenario/value_form.hpp"
#include "models/toml/read.hpp"

namespace nines::edit {
namespace {

using scenario::Table;
using scenario::Value;

const Table* things_of(const Table& tables, std::string_view kind) {
    const Value* things = scenario::find(tables, kind);
    return things == nullptr ? nullptr : things->table();
}

/// The value at a path of keys; null: there is none.
const Value* value_at(const Table& tables, const Path& path) {
    const Table* table = &tables;
    for (std::size_t i = 0; table != nullptr && i < path.size(); ++i) {
        const Value* value = scenario::find(*table, path[i]);
        if (value == nullptr || i + 1 == path.size()) return value;
        table = value->table();
    }
    return nullptr;
}

/// Of the forms that names and counts have; of others only that they are there.
std::string toml_of(const Value& value) {
    if (const std::string* text = value.string()) return scenario::to_toml(*text);
    if (const auto* number = value.get_if<std::int64_t>()) return std::to_string(*number);
    if (value.table() != nullptr) return "{}";
    std::string list = "[";
    if (const scenario::Array* array = value.array()) {
        for (const Value& item : array->items) list += (list.size() > 1 ? ", " : "") + toml_of(item);
    }
    return list + "]";
}

std::optional<std::string> written(const TomlLayout& layout, const Path& path) {
    const Location found = find(layout, steps_of(path));
    if (found.form != Location::Form::value) return std::nullopt;
    return std::string(found.at.value.of(layout.text));
}

std::optional<std::string> written(const Included& included, const Path& path) {
    const Value* value = value_at(included.tables, path);
    return value == nullptr ? std::nullopt : std::optional(toml_of(*value));
}

}  // namespace

bool Included::has(const ThingName& name) const {
    const Table* things = things_of(tables, name.kind);
    return things != nullptr && scenario::find(*things, name.id) != nullptr;
}

bool Included::defines(const ThingName& name) const {
    const Table* things = things_of(tables, name.kind);
    if (things == nullptr) return false;
    return std::any_of(things->entries.begin(), things->entries.end(), [&](const scenario::Entry& thing) {
        return name.kind == "domain" ? is_part(thing.key, name.id) : thing.key == name.id;
    });
}

std::vector<std::string> Included::ids_of(std::string_view kind) const {
    std::vector<std::string> ids;
    const Table* things = things_of(tables, kind);
    if (things == nullptr) return ids;
    for (const scenario::Entry& thing : things->entries) ids.push_back(thing.key);
    return ids;
}

std::optional<std::string> Included::text_at(const Path& path) const {
    const Value* value = value_at(tables, path);
    if (value == nullptr || value->string() == nullptr) return std::nullopt;
    return *value->string();
}

Included included_by(std::string_view text, const std::string& folder) {
    if (folder.empty() || text.find("include") == std::string_view::npos) return {};
    const auto files = written(layout_of(text), Path{"include"});
    if (!files) return {};
    scenario::ReadOptions options;
    options.rules = scenario::document_rules();
    options.folder = folder;
    return {scenario::read_text("text", "format = 1\ninclude = " + *files + "\n", options).document.root};
}

std::optional<std::string> inherited_value(const TomlLayout& layout, const Included& included, const Path& path) {
    constexpr int longest_chain = 64;
    Path at = path;
    for (int link = 0; link < longest_chain; ++link) {
        if (link > 0) {
            if (auto value = written(layout, at)) return value;
        }
        if (auto value = written(included, at)) return value;
        const Path key{path[0], at[1], "like"};
        auto like = text_at(layout, steps_of(key));
        if (!like) like = included.text_at(key);
        if (!like) break;
        at[1] = *like;
    }
    at.erase(at.begin() + 1);
    at.insert(at.begin(), "defaults");
    auto value = written(layout, at);
    return value ? value : written(included, at);
}

}  // namespace nines::edit
