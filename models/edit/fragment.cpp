// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/fragment.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "models/edit/sections.hpp"
#include "models/edit/thing_text.hpp"
#include "models/edit/value_edit.hpp"

namespace nines::edit {
namespace {

/// What the text says of one thing, as tables under headers.
class ThingCopy {
public:
    ThingCopy(const TomlLayout& layout, const ThingName& name) : layout_(layout), name_(name) {}

    void add(const IdAt& id) {
        if (id.assignment == IdAt::none) return add_section(layout_.sections[id.section]);
        const Assignment& assignment = layout_.assignments[id.assignment];
        if (id.in_table) {
            const InlineItem& item = id.holder.items[id.holder.index];
            return add_value(item.key, 0, item.value, item.value.end);
        }
        const std::size_t position = 1 - layout_.sections[id.section].key.size();  // Of the id in the dotted key.
        add_value(assignment.key, position, assignment.value, assignment.lines.end);
    }

    std::string text() const {
        if (lines_.empty()) return sections_;
        const Steps header{{name_.kind, Step::no_element}, {name_.id, Step::no_element}};
        return header_text(header) + layout_.line_end + lines_ + sections_;
    }

private:
    void add_section(const Section& section) {
        const bool touches_last = last_ != nullptr && section.begin == last_->end;
        if (!sections_.empty() && !touches_last) sections_ += layout_.line_end;
        sections_ += closed(Span{section.begin, section.end}.of(layout_.text));
        last_ = &section;
    }

    /// What follows the id in its key, up to `end`; of an inline table each of its items.
    void add_value(const Key& key, std::size_t id, const Span& value, std::size_t end) {
        if (id + 1 < key.size()) {
            lines_ += closed(Span{key[id + 1].span.begin, end}.of(layout_.text));
            return;
        }
        if (!is_inline_table(layout_.text, value)) return;
        for (const InlineItem& item : items_in(layout_.text, value)) lines_ += closed(item.whole().of(layout_.text));
    }

    std::string closed(std::string_view lines) const {
        return lines.ends_with('\n') ? std::string(lines) : std::string(lines) + layout_.line_end;
    }

    const TomlLayout& layout_;
    const ThingName& name_;
    std::string lines_;
    std::string sections_;
    const Section* last_ = nullptr;
};

std::string copy_of(const TomlLayout& layout, const std::vector<ThingName>& things) {
    std::vector<ThingCopy> copies;
    copies.reserve(things.size());
    for (const ThingName& thing : things) copies.emplace_back(layout, thing);
    for (const IdAt& id : ids_in(layout, things)) copies[id.thing].add(id);
    std::string text;
    for (const ThingCopy& copy : copies) {
        std::string own = copy.text();
        if (!text.empty() && !own.empty()) text += layout.line_end;
        text += own;
    }
    return text;
}

bool is_part_of(const ThingName& part, const ThingName& whole) {
    return whole.kind == "domain" && part.kind == whole.kind && part.id != whole.id && is_part(part.id, whole.id);
}

bool is_part_of_another(const ThingName& name, const std::vector<ThingName>& things) {
    return std::any_of(things.begin(), things.end(), [&](const ThingName& thing) { return is_part_of(name, thing); });
}

/// An id that is free in the text, and that none of the pasted things has.
std::string id_beside(const KnownThings& known, const Included& included, const std::set<ThingName>& own,
                      const ThingName& name) {
    std::string id = free_id_among(known, name.kind, name.id, included);
    for (int number = 2; own.contains({name.kind, id}); ++number) {
        id = free_id_among(known, name.kind, fmt::format("{}-{}", name.id, number), included);
    }
    return id;
}

}  // namespace

Copied copy_things(std::string_view text, const std::vector<ThingName>& names, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return {{}, std::move(problem)};
    const Schema schema;
    const ThingsOfText things = things_in(layout, schema);
    for (const ThingName& name : names) {
        if (!things.known.contains(name)) {
            return {{}, fmt::format("The {} \"{}\" is not written in this file.", name.kind, name.id)};
        }
        if (std::string problem = problem_with_included(included, name, "copied"); !problem.empty()) {
            return {{}, std::move(problem)};
        }
    }
    std::vector<ThingName> wanted;
    for (const ThingName& thing : things.list) {
        const bool is_wanted = std::any_of(names.begin(), names.end(), [&](const ThingName& name) {
            return name == thing || is_part_of(thing, name);
        });
        if (is_wanted) wanted.push_back(thing);
    }
    return {copy_of(layout, wanted), {}};
}

Pasted paste_things(std::string_view text, std::string_view fragment, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return {refused(text, std::move(problem)), {}};
    const Schema schema;
    const KnownThings known = things_in(layout, schema).known;
    const std::string below = "\n" + std::string(fragment);  // What a text begins with would be about the text.
    const TomlLayout layout_of_fragment = layout_of(below);
    const std::vector<ThingName> wanted = things_in(layout_of_fragment, schema).list;
    if (wanted.empty() || !problem_of(layout_of_fragment).empty()) {
        return {refused(text, "The clipboard holds no things of a scenario."), {}};
    }
    Pasted pasted{{std::string(text), {}}, wanted};
    std::string added = copy_of(layout_of_fragment, wanted);
    std::set<ThingName> own(wanted.begin(), wanted.end());
    for (const ThingName& name : wanted) {
        if (is_part_of_another(name, wanted) || (!known.contains(name) && !included.has(name))) continue;
        const std::string id = id_beside(known, included, own, name);
        Edited renamed = rename_thing(added, name, id);
        if (!renamed.ok()) return {refused(text, std::move(renamed.problem)), {}};
        added = std::move(renamed.text);
        own.insert({name.kind, id});
        for (ThingName& pasted_name : pasted.names) {
            const bool is_it = pasted_name == name || is_part_of(pasted_name, name);
            if (is_it) pasted_name.id = id + pasted_name.id.substr(name.id.size());
        }
    }
    std::string& whole = pasted.edited.text;
    if (!whole.empty() && !whole.ends_with('\n')) whole += layout.line_end;
    if (!whole.empty()) whole += layout.line_end;
    whole += added;
    return pasted;
}

}  // namespace nines::edit
