// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/thing_text.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "models/edit/inherited.hpp"
#include "models/edit/inline_edit.hpp"
#include "models/edit/sections.hpp"
#include "models/edit/value_edit.hpp"

namespace nines::edit {

std::vector<IdAt> ids_in(const TomlLayout& layout, const std::vector<ThingName>& things) {
    std::map<ThingName, std::size_t> index;
    for (std::size_t i = 0; i < things.size(); ++i) index.emplace(things[i], i);
    std::vector<IdAt> found;
    const auto add = [&](const std::string& kind, IdAt&& at) {
        const auto thing = index.find({kind, at.part.name});
        if (thing == index.end()) return;
        at.thing = thing->second;
        found.push_back(std::move(at));
    };
    for (std::size_t s = 0; s < layout.sections.size(); ++s) {
        const Section& section = layout.sections[s];
        if (section.key.size() >= 2) add(section.key[0].name, {.part = section.key[1], .thing = 0, .section = s});
        if (section.key.size() >= 2) continue;
        for (std::size_t i = section.first; i < section.last; ++i) {
            const Assignment& assignment = layout.assignments[i];
            const std::size_t position = 1 - section.key.size();  // Of the id in the dotted key.
            const std::string& kind = section.key.empty() ? assignment.key[0].name : section.key[0].name;
            if (assignment.key.size() > position) {
                add(kind, {.part = assignment.key[position], .thing = 0, .section = s, .assignment = i});
            } else if (is_inline_table(layout.text, assignment.value)) {
                const auto items = items_in(layout.text, assignment.value);
                for (std::size_t k = 0; k < items.size(); ++k) {
                    add(kind, {.part = items[k].key[0],
                               .thing = 0,
                               .section = s,
                               .assignment = i,
                               .in_table = true,
                               .holder = {assignment.value, items, k}});
                }
            }
        }
    }
    return found;
}

std::string problem_with_included(const Included& included, const ThingName& name, std::string_view done) {
    if (!included.defines(name)) return {};
    return fmt::format("An included file defines the {} \"{}\" too, so that it cannot be {} in this file alone.",
                       name.kind, name.id, done);
}

void remove_texts(const TomlLayout& layout, const std::set<ThingName>& things, Changes& changes) {
    std::vector<std::size_t> sections;
    std::map<std::size_t, std::vector<bool>> items_gone;  // By assignment.
    std::map<std::size_t, std::vector<InlineItem>> items;
    for (const IdAt& id : ids_in(layout, {things.begin(), things.end()})) {
        if (id.assignment == IdAt::none) {
            sections.push_back(id.section);
        } else if (!id.in_table) {
            remove_line(layout, layout.assignments[id.assignment], changes);
        } else {
            auto& gone = items_gone[id.assignment];
            gone.resize(id.holder.items.size(), false);
            gone[id.holder.index] = true;
            items.emplace(id.assignment, id.holder.items);
        }
    }
    remove_sections(layout, sections, changes);
    for (const auto& [assignment, gone] : items_gone) {
        const bool all = std::find(gone.begin(), gone.end(), false) == gone.end();
        if (all) {
            remove_line(layout, layout.assignments[assignment], changes);
        } else {
            remove_items(layout.text, items[assignment], gone, changes);
        }
    }
}

bool is_made_by_split(const TomlLayout& layout, const Included& included, const ThingName& name) {
    for (std::size_t slash = name.id.find('/'); slash != std::string::npos; slash = name.id.find('/', slash + 1)) {
        const Path split{name.kind, name.id.substr(0, slash), "split"};
        if (find(layout, steps_of(split)).form != Location::Form::missing) return true;
        if (inherited_value(layout, included, split)) return true;
    }
    return false;
}

}  // namespace nines::edit
