// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/edit/inherited.hpp"
#include "models/edit/inline_edit.hpp"
#include "models/edit/text_references.hpp"
#include "models/edit/value_edit.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::edit {
namespace {

Path path_of(const ThingName& thing, const std::string& key) {
    Path path{thing.kind, thing.id};
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find('.', begin), key.size());
        path.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return path;
}

std::string label(const ThingName& thing) {
    return fmt::format("{} \"{}\"", thing.kind, thing.id);
}

/// What both edits of links look at first.
struct LinkEnds {
    TomlLayout layout;
    Schema schema;
    KnownThings known;
    const FieldInfo* field = nullptr;
    bool in_list = false;  ///< The key stands in the tables of a list, "follower.on".
    std::string problem;

    LinkEnds(std::string_view text, const ThingName& from, const std::string& key, const Included& included = {})
        : layout(layout_of(text)), known(things_in(layout, schema).known), problem(problem_of(layout)) {
        Spot spot;
        for (const std::string& step : path_of(from, key)) {
            in_list = in_list || (spot.field != nullptr && spot.field->shape == Shape::tables);
            spot = schema.step(spot, step);
        }
        field = spot.field;
        if (!problem.empty()) return;
        if (!known.contains(from)) {
            problem = fmt::format("The {} is not written in this file.", label(from));
        } else if (field == nullptr || field->refers.empty()) {
            problem = fmt::format("`{}` of a {} names nothing.", key, from.kind);
        }
        for (const KindDescription& kind : schema.kinds()) {
            for (const std::string& id : included.ids_of(kind.word)) known.add({kind.word, id});
        }
    }
};

/// What a key that names things says of one of them, where a name alone says nothing.
std::string text_with(const FieldInfo& field, const std::string& name) {
    if (field.naming == Naming::action) return "fail " + name + " for 1 h";
    if (field.naming != Naming::plan) return name;
    if (field.key == "when") return name + " down for 10 min";
    return field.key == "failback" ? name + " up for 24 h" : "promote " + name;
}

/// The value of a key that named nothing before.
std::string first_value(const FieldInfo& field, const std::string& name) {
    const std::string text = quoted(text_with(field, name));
    return field.example.starts_with('[') ? "[" + text + "]" : text;
}

/// Another name in place of the first one of an action.
std::string other_target(const std::string& text, const std::string& name) {
    const auto names = names_in(Naming::action, text);
    if (names.empty()) return quoted("fail " + name + " for 1 h");
    std::size_t begin = names.front().offset;
    const std::string kind(scenario::to_text(names.front().kind));
    if (!kind.empty() && begin > kind.size() && text.compare(begin - kind.size() - 1, kind.size(), kind) == 0) {
        begin -= kind.size() + 1;
    }
    std::string changed = text;
    return quoted(changed.replace(begin, names.front().offset + names.front().name.size() - begin, name));
}

/// `value`: what the key holds, as TOML.
bool names_it(const LinkEnds& ends, const std::string& value, const ThingName& to) {
    const TomlLayout alone{.text = value, .sections = {}, .assignments = {}};
    const ReferenceAt reference{.owner = {}, .field = ends.field, .at = {0, {}, {0, value.size()}}};
    for (const ReferenceText& text : texts_of(alone, reference)) {
        for (const NameInText& name : text.names) {
            if (ends.known.is_name_of(name, ends.field->refers, to)) return true;
        }
    }
    return false;
}

/// The list that goes along with a key gets an entry too.
Edited with_entry_along(Edited edited, const ThingName& from, const std::string& key, const Schema& schema) {
    const KindDescription* kind = find_kind(schema.kinds(), from.kind);
    for (const FieldInfo& field : kind->fields) {
        if (field.along != key) continue;
        const TomlLayout layout = layout_of(edited.text);
        const Location found = find(layout, goal_of(layout, schema, path_of(from, field.key)).steps);
        if (found.form != Location::Form::value || !is_array(layout.text, found.at.value)) continue;
        Changes changes;
        append_item(layout.text, found.at.value, items_in(layout.text, found.at.value), "1", changes);
        return {.text = changes.applied_to(edited.text), .problem = {}};
    }
    return edited;
}

}  // namespace

Edited connect(std::string_view text, const ThingName& from, const std::string& key, const ThingName& to,
               const Included& included) {
    const LinkEnds ends(text, from, key, included);
    if (!ends.problem.empty()) return refused(text, ends.problem);
    const FieldInfo& field = *ends.field;
    if (std::find(field.refers.begin(), field.refers.end(), to.kind) == field.refers.end()) {
        return refused(text, fmt::format("`{}` of a {} cannot name a {}.", key, from.kind, to.kind));
    }
    if (from == to) return refused(text, fmt::format("The {} cannot name itself.", label(from)));
    const std::string name = ends.known.reference_to(to, field.refers);
    Path path = path_of(from, key);
    if (ends.in_list) {
        for (std::size_t number = 0;; ++number) {
            Path wanted(path.begin(), path.end() - 1);
            wanted.push_back(fmt::format("#{}", number));
            wanted.push_back(path.back());
            const Goal goal = goal_of(ends.layout, ends.schema, wanted);
            if (!goal.problem.empty()) return refused(text, goal.problem);
            if (goal.is_new) return set_in(ends.layout, ends.schema, wanted, quoted(name));
        }
    }
    const Location found = find(ends.layout, goal_of(ends.layout, ends.schema, path).steps);
    const bool bare = found.form == Location::Form::stopped;
    std::optional<std::string> value;
    if (found.form == Location::Form::value) {
        value = found.at.value.of(text);
    } else if (!bare && field.form.list) {
        value = inherited_value(ends.layout, included, path);
    }
    if (!value) return set_in(ends.layout, ends.schema, path, first_value(field, name));
    if (names_it(ends, *value, to)) return {.text = std::string(text), .problem = {}};
    if (!field.form.list) {
        const bool action = field.naming == Naming::action;
        const std::string old = string_in(text, found.at.value).value_or(std::string());
        return set_in(ends.layout, ends.schema, path,
                      action ? other_target(old, name) : quoted(text_with(field, name)));
    }
    const bool is_list = value->starts_with('[');
    const std::string list = is_list ? *value : "[" + *value + "]";
    Changes changes;
    const Span whole{0, list.size()};
    append_item(list, whole, items_in(list, whole), quoted(text_with(field, name)), changes);
    Edited edited = set_in(ends.layout, ends.schema, path, changes.applied_to(list));
    return edited.ok() ? with_entry_along(std::move(edited), from, key, ends.schema) : edited;
}

Edited disconnect(std::string_view text, const ThingName& from, const std::string& key, const ThingName& to) {
    const LinkEnds ends(text, from, key);
    if (!ends.problem.empty()) return refused(text, ends.problem);
    Changes changes;
    const Chosen chosen = [&](const NameInText& name, const KnownThings::Meaning& meaning) {
        const bool member = meaning.thing == to && to.kind != "domain";
        return member || ends.known.is_name_of(name, ends.field->refers, to);
    };
    bool removed = false;
    for (const ReferenceAt& reference : references_in(ends.layout, ends.schema)) {
        if (removed || reference.owner != from || reference.field != ends.field) continue;
        removed = remove_names(ends.layout, ends.schema, reference, ends.known, chosen, changes);
    }
    if (!removed) {
        return refused(
            text, fmt::format("`{}` of the {} does not name the {} itself in this file.", key, label(from), label(to)));
    }
    return {.text = changes.applied_to(text), .problem = {}};
}

}  // namespace nines::edit
