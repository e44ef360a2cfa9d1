// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "models/edit/inline_edit.hpp"
#include "models/edit/sections.hpp"
#include "models/edit/text_references.hpp"
#include "models/edit/thing_text.hpp"
#include "models/edit/value_edit.hpp"
#include "models/edit/varied_paths.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

using NewNames = std::map<ThingName, ThingName>;

/// A key with another name, with the quotes that it had.
std::string key_like(const KeyPart& old, std::string_view text, const std::string& name) {
    const char first = text[old.span.begin];
    if (first == '\'' || first == '"') return first + name + first;
    return scenario::toml_key(name);
}

/// Writes new ids into the names of references. A name that would then mean another thing gets its kind before it.
class Renaming {
public:
    Renaming(const TomlLayout& layout, const KnownThings& before, const KnownThings& after, const NewNames& names)
        : layout_(layout), before_(before), after_(after), names_(names) {}

    void change(const ReferenceAt& reference, Changes& changes) const {
        for (const ReferenceText& text : texts_of(layout_, reference)) {
            for (const NameInText& name : text.names) change(reference, text, name, changes);
        }
    }

private:
    void change(const ReferenceAt& reference, const ReferenceText& text, const NameInText& name,
                Changes& changes) const {
        const auto meaning = before_.meaning(name, reference.field->refers);
        if (!meaning) return;
        const auto found = names_.find(meaning->thing);
        const bool is_renamed = found != names_.end();
        const ThingName& thing = is_renamed ? found->second : meaning->thing;
        NameInText now = name;
        now.name = thing.id + name.name.substr(meaning->length);
        const auto meaning_now = after_.meaning(now, reference.field->refers);
        const bool stolen = name.kind == scenario::RefKind::any && reference.field->refers.size() > 1 &&
                            (!meaning_now || meaning_now->thing != thing);
        if (!is_renamed && !stolen) return;
        const std::string written = stolen ? subject_of(thing) : thing.id;
        rewrite_name(layout_, text, name, meaning->length, written, changes);
    }

    const TomlLayout& layout_;
    const KnownThings& before_;
    const KnownThings& after_;
    const NewNames& names_;
};

/// A domain and those tables of the file that are for its parts; of other kinds the thing alone.
std::vector<ThingName> with_parts(const ThingName& name, const std::vector<ThingName>& things) {
    if (name.kind != "domain") return {name};
    std::vector<ThingName> found;
    for (const ThingName& thing : things) {
        if (thing.kind == name.kind && is_part(thing.id, name.id)) found.push_back(thing);
    }
    return found;
}

ThingName renamed_part(const ThingName& part, const ThingName& whole, const std::string& new_id) {
    return {part.kind, new_id + part.id.substr(whole.id.size())};
}

/// Writes copies of things behind the things.
class Copier {
public:
    /// `inside`: the changes that make copies of the originals' text.
    Copier(const TomlLayout& layout, const Changes& inside) : layout_(layout), inside_(inside) {}

    /// `ids` are those of one thing and its parts.
    void copy(const std::vector<IdAt>& ids, Changes& changes) const {
        std::string sections;
        const Section* last = nullptr;
        std::map<std::size_t, std::pair<std::size_t, std::string>> lines;  // By section: behind which, and what.
        for (const IdAt& id : ids) {
            if (id.assignment == IdAt::none) {
                const Section& section = layout_.sections[id.section];
                if (last != nullptr) sections += between(*last, section);
                sections += whole_lines({last == nullptr ? section.header.begin : section.begin, section.end});
                last = &section;
            } else if (id.in_table) {
                append_item(layout_.text, id.holder.value, id.holder.items,
                            inside_.applied_to(layout_.text, id.holder.items[id.holder.index].whole()), changes);
            } else {
                auto& [behind, text] = lines[id.section];
                behind = id.assignment;
                text += whole_lines(layout_.assignments[id.assignment].lines);
            }
        }
        for (auto& [section, copy] : lines) insert(layout_.assignments[copy.first].lines.end, copy.second, changes);
        if (last == nullptr) return;
        sections.resize(sections.size() - layout_.line_end.size());
        insert_behind(layout_, *last, {sections}, changes);
    }

private:
    std::string whole_lines(const Span& span) const {
        std::string text = inside_.applied_to(layout_.text, span);
        if (!text.ends_with('\n')) text += layout_.line_end;
        return text;
    }

    std::string between(const Section& above, const Section& below) const {
        const std::string_view gap = layout_.text.substr(above.end, below.begin - above.end);
        return is_blank(gap) ? std::string(gap) : layout_.line_end;
    }

    void insert(std::size_t position, const std::string& lines, Changes& changes) const {
        const bool open = position > 0 && layout_.text[position - 1] != '\n';
        if (!open) return changes.insert(position, lines);
        changes.insert(position, layout_.line_end + lines.substr(0, lines.size() - layout_.line_end.size()));
    }

    const TomlLayout& layout_;
    const Changes& inside_;
};

}  // namespace

Edited rename_thing(std::string_view text, const ThingName& name, const std::string_view new_id,
                    const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    const Schema schema;
    const ThingsOfText things = things_in(layout, schema);
    const KnownThings& before = things.known;
    if (!before.contains(name)) {
        return refused(text, fmt::format("The {} \"{}\" is not written in this file.", name.kind, name.id));
    }
    if (name.id == new_id) return {.text = std::string(text), .problem = {}};
    if (is_made_by_split(layout, included, name)) {
        return refused(text, fmt::format("A `split` makes \"{}\": it has its name from there.", name.id));
    }
    if (std::string problem = problem_with_included(included, name, "renamed"); !problem.empty()) {
        return refused(text, std::move(problem));
    }
    if (std::string problem = problem_with_id(name.kind, std::string(new_id), before, included); !problem.empty()) {
        return refused(text, std::move(problem));
    }
    NewNames names;
    const std::vector<ThingName> parts = with_parts(name, things.list);
    std::vector<std::string> ids;  // Old ones, and new ones that other names may mean from now on.
    for (const ThingName& part : parts) {
        names.emplace(part, renamed_part(part, name, std::string(new_id)));
        ids.insert(ids.end(), {part.id, names.at(part).id});
    }
    const KnownThings after(before, names);
    Changes changes;
    for (const IdAt& id : ids_in(layout, parts)) {
        changes.replace(id.part.span, key_like(id.part, text, names.at(parts[id.thing]).id));
    }
    const Renaming renaming(layout, before, after, names);
    for (const ReferenceAt& reference : references_in(layout, schema, ids)) renaming.change(reference, changes);
    rename_in_varied_paths(layout, names, changes);
    return {.text = changes.applied_to(text), .problem = {}};
}

Duplicated duplicate_things(std::string_view text, const std::vector<ThingName>& names, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return {refused(text, std::move(problem)), {}};
    const Schema schema;
    const ThingsOfText things = things_in(layout, schema);
    const KnownThings& before = things.known;
    KnownThings after(before, {});
    Duplicated result;
    NewNames new_names;
    std::vector<std::vector<ThingName>> copied;  // Each with its parts.
    for (const ThingName& name : names) {
        if (new_names.contains(name)) continue;  // Named twice, or a part of another one.
        if (!before.contains(name) || is_made_by_split(layout, included, name)) {
            return {refused(text, fmt::format("The {} \"{}\" is not written in this file.", name.kind, name.id)), {}};
        }
        if (std::string problem = problem_with_included(included, name, "copied"); !problem.empty()) {
            return {refused(text, std::move(problem)), {}};
        }
        const std::string id = free_id_among(after, name.kind, name.id, included);
        copied.push_back(with_parts(name, things.list));
        for (const ThingName& part : copied.back()) {
            new_names.emplace(part, renamed_part(part, name, id));
            after.add(new_names.at(part));
        }
        result.names.emplace_back(name, new_names.at(name));
    }
    std::vector<ThingName> originals;
    std::map<ThingName, std::size_t> copy_of;  // Index into `copied`.
    for (std::size_t i = 0; i < copied.size(); ++i) {
        for (const ThingName& part : copied[i]) {
            if (copy_of.emplace(part, i).second) originals.push_back(part);
        }
    }
    std::vector<std::vector<IdAt>> ids(copied.size());
    Changes inside;
    for (const IdAt& id : ids_in(layout, originals)) {
        const ThingName& original = originals[id.thing];
        inside.replace(id.part.span, key_like(id.part, text, new_names.at(original).id));
        ids[copy_of.at(original)].push_back(id);
    }
    const Renaming renaming(layout, before, after, new_names);
    for (const ReferenceAt& reference : references_in(layout, schema)) {
        if (new_names.contains(reference.owner)) renaming.change(reference, inside);
    }
    Changes changes;
    const Copier copier(layout, inside);
    for (const std::vector<IdAt>& own : ids) copier.copy(own, changes);
    result.edited = {.text = changes.applied_to(text), .problem = {}};
    return result;
}

}  // namespace nines::edit
