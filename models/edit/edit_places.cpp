// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "models/edit/domain_tree.hpp"
#include "models/edit/inherited.hpp"
#include "models/edit/text_references.hpp"
#include "models/edit/thing_text.hpp"
#include "models/edit/value_edit.hpp"

namespace nines::edit {
namespace {

constexpr std::string_view all_parts = "/*";

std::string without_parts(std::string text) {
    if (text.ends_with(all_parts)) text.resize(text.size() - all_parts.size());
    return text;
}

/// One key that says where a thing is, and its entries.
struct PlaceKey {
    const FieldInfo* field = nullptr;
    Path path;
    std::vector<std::string> entries;
    bool inherited = false;
};

PlaceKey place_key(const TomlLayout& layout, const Included& included, const ThingName& thing, const FieldInfo& field) {
    PlaceKey key{.field = &field, .path = {thing.kind, thing.id, field.key}, .entries = {}};
    const Location found = find(layout, steps_of(key.path));
    const auto inherited = inherited_value(layout, included, key.path);
    key.inherited = inherited.has_value();
    std::string value = inherited.value_or(std::string());
    if (found.form == Location::Form::value) value = found.at.value.of(layout.text);
    if (value.empty()) return key;
    const TomlLayout alone{.text = value, .sections = {}, .assignments = {}};
    const ReferenceAt reference{.owner = thing, .field = &field, .at = {0, {}, {0, value.size()}}};
    for (const ReferenceText& text : texts_of(alone, reference)) key.entries.push_back(text.text);
    return key;
}

Edited write(const TomlLayout& layout, const Schema& schema, const PlaceKey& key,
             const std::vector<std::string>& entries) {
    if (entries.empty() && !key.inherited) return remove_in(layout, schema, key.path);
    std::vector<std::string> names;
    for (const std::string& entry : entries) names.push_back(quoted(entry));
    const bool bare = names.size() == 1 && !key.field->example.starts_with('[');
    return set_in(layout, schema, key.path, bare ? names.front() : fmt::format("[{}]", fmt::join(names, ", ")));
}

/// Whether there is one member only, as far as the text says.
bool is_single(const TomlLayout& layout, const Included& included, const ThingName& thing) {
    const auto value_of = [&](const std::string& key) -> std::string {
        const Path path{thing.kind, thing.id, key};
        const Location found = find(layout, steps_of(path));
        if (found.form == Location::Form::missing) {
            return inherited_value(layout, included, path).value_or(std::string());
        }
        return found.form == Location::Form::value ? std::string(found.at.value.of(layout.text)) : "a table";
    };
    const std::string count = value_of("count");
    return (count.empty() || count == "1") && value_of("scale").empty();
}

}  // namespace

Edited place_in(std::string_view text, const ThingName& thing, const std::string& domain_id, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    const Schema schema;
    const ThingsOfText things = things_in(layout, schema);
    if (!things.known.contains(thing) || is_made_by_split(layout, included, thing)) {
        return refused(text, fmt::format("The {} \"{}\" is not written in this file.", thing.kind, thing.id));
    }
    std::vector<PlaceKey> keys;
    for (const FieldInfo& field : find_kind(schema.kinds(), thing.kind)->fields) {
        if (field.places) keys.push_back(place_key(layout, included, thing, field));
    }
    if (keys.empty()) return refused(text, fmt::format("A {} is in no domain.", thing.kind));

    const DomainTree tree(layout, included);
    const std::vector<std::string> around = tree.around(domain_id);
    if (thing.kind == "domain" && std::find(around.begin(), around.end(), thing.id) != around.end()) {
        return refused(text, fmt::format("\"{}\" cannot be in itself.", thing.id));
    }
    std::vector<std::string> left;
    bool by_turns = false;
    for (const PlaceKey& key : keys) {
        for (const std::string& entry : key.entries) {
            const std::vector<std::string> old = tree.around(without_parts(entry));
            if (old.size() > left.size()) left = old;
            by_turns = by_turns || entry.ends_with(all_parts);
        }
    }
    by_turns = tree.has_parts(domain_id) && !is_single(layout, included, thing) && (by_turns || left.empty()) &&
               keys.size() > 1;
    // It leaves the domain that it is drawn in, and what is around that, but not a place of another sort, such as its
    // feed, unless it would then be drawn there.
    const auto stays = [&](const PlaceKey& key, const std::string& entry) {
        if (keys.size() == 1) return false;
        const std::vector<std::string> place = tree.around(without_parts(entry));
        const bool same_sort =
            (!left.empty() && place.back() == left.back()) || (!around.empty() && place.back() == around.back());
        const bool before = key.field->naming == Naming::selector && !by_turns;
        const bool hides =
            !around.empty() && (place.size() > around.size() || (place.size() == around.size() && before));
        return !same_sort && !hides;
    };

    Edited edited{.text = std::string(text), .problem = {}};
    bool placed = domain_id.empty();
    for (const PlaceKey& key : keys) {
        std::vector<std::string> entries;
        const bool takes_turns = key.field->naming == Naming::selector;
        if (!placed && (keys.size() == 1 || takes_turns == by_turns)) {
            entries.push_back(by_turns ? domain_id + std::string(all_parts) : domain_id);
            placed = true;
        }
        std::copy_if(key.entries.begin(), key.entries.end(), std::back_inserter(entries),
                     [&](const std::string& entry) { return stays(key, entry); });
        if (entries == key.entries) continue;
        edited = edited.text == text ? write(layout, schema, key, entries)
                                     : write(layout_of(edited.text), schema, key, entries);
        if (!edited.ok()) return refused(text, edited.problem);
    }
    return edited;
}

}  // namespace nines::edit
