// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/edit/inline_edit.hpp"
#include "models/edit/sections.hpp"
#include "models/edit/value_edit.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

/// Puts a value where nothing stands yet.
class Setter {
public:
    Setter(const TomlLayout& layout, const Schema& schema, const Goal& goal, std::string_view value)
        : layout_(layout), schema_(schema), steps_(goal.steps), new_name_(goal.new_name), value_(value) {}

    /// Why it cannot be done; empty: done.
    std::string run(Changes& changes) {
        const Location found = find(layout_, steps_);
        switch (found.form) {
            case Location::Form::value: changes.replace(found.at.value, value_); return {};
            case Location::Form::stopped: return set_within(found, changes);
            case Location::Form::table:
            case Location::Form::dotted:
            case Location::Form::missing: break;
        }
        std::size_t depth = steps_.size() - 1;
        while (find(layout_, part(depth)).form != Location::Form::table) --depth;
        if (depth < depth_of_thing(steps_)) { return set_in_new_thing(changes); }
        set_in_table(depth, changes);
        return {};
    }

private:
    Steps part(std::size_t depth) const {
        return {steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(depth)};
    }

    /// The value of the step before `depth`, written inline: the tables that the rest of the path asks for.
    std::string nested(std::size_t depth) const {
        if (depth == steps_.size()) return value_;
        return fmt::format("{{ {} }}", entry(depth));
    }

    std::string entry(std::size_t depth) const {
        return fmt::format("{} = {}", scenario::toml_key(steps_[depth].key), value_of(depth));
    }

    /// Of the key at `depth`.
    std::string value_of(std::size_t depth) const {
        if (steps_[depth].element == Step::no_element) return nested(depth + 1);
        return fmt::format("[{}]", element(depth + 1));
    }

    /// A table of a list; `depth` is that of its keys.
    std::string element(std::size_t depth) const {
        if (new_name_.empty() || is_name(depth)) return nested(depth);
        return fmt::format("{{ name = {}, {} }}", quoted(new_name_), entry(depth));
    }

    bool is_name(std::size_t depth) const { return depth < steps_.size() && steps_[depth].key == "name"; }

    /// A value stands in the way: an inline table or list that can take the rest, or a bare value.
    std::string set_within(const Location& found, Changes& changes) {
        const Span list = found.at.value;
        const bool has_items = is_array(layout_.text, list) || is_inline_table(layout_.text, list);
        if (!has_items) return set_beside_bare(found, changes);
        const auto items = items_in(layout_.text, list);
        const bool wants_element = steps_[found.depth - 1].element != Step::no_element;
        if (is_array(layout_.text, list)) {
            if (!wants_element) return fmt::format("`{}` is a list.", steps_[found.depth - 1].key);
            append_item(layout_.text, list, items, element(found.depth), changes);
        } else {
            append_item(layout_.text, list, items, dotted_or_nested(items, found.depth), changes);
        }
        return {};
    }

    /// Where the neighbours write a table with dots, its new key has them too.
    std::string dotted_or_nested(const std::vector<InlineItem>& items, std::size_t depth) const {
        std::size_t dots = 0;
        for (const InlineItem& item : items) {
            std::size_t common = 0;
            while (common + 1 < item.key.size() && depth + common + 1 < steps_.size() &&
                   item.key[common].name == steps_[depth + common].key) {
                ++common;
            }
            dots = std::max(dots, common);
        }
        std::string prefix;
        for (std::size_t i = 0; i < dots; ++i) prefix += scenario::toml_key(steps_[depth + i].key) + ".";
        return prefix + entry(depth + dots);
    }

    std::string set_beside_bare(const Location& found, Changes& changes) {
        const FieldInfo* field = schema_.spot(part(found.depth)).field;
        if (field == nullptr || field->shorthand.empty()) {
            return fmt::format("`{}` holds a value, so it has no keys.", steps_[found.depth - 1].key);
        }
        if (found.depth + 1 == steps_.size() && steps_.back().key == field->shorthand) {
            changes.replace(found.at.value, value_);
            return {};
        }
        const std::string_view bare = found.at.value.of(layout_.text);
        changes.replace(found.at.value, fmt::format("{{ {} = {}, {} }}", field->shorthand, bare, entry(found.depth)));
        return {};
    }

    std::string set_in_new_thing(Changes& changes) {
        const std::size_t depth = depth_of_thing(steps_);
        if (!schema_.spot(part(depth)).is_thing()) return fmt::format("There is no kind `{}`.", steps_.front().key);
        insert_thing(layout_, schema_, steps_.front().key, {header_text(part(depth)), entry(depth)}, changes);
        return {};
    }

    /// The table of the first `depth` steps is written as sections or dotted keys.
    void set_in_table(std::size_t depth, Changes& changes) {
        const Steps table = part(depth);
        const Section* own = nullptr;
        const Section* first = nullptr;
        const Section* last = nullptr;
        for (const Section& section : layout_.sections) {
            if (!is_within(section, table)) continue;
            if (section.path == table) own = &section;
            if (first == nullptr) first = &section;
            last = &section;
        }
        const bool new_element = steps_[depth].element != Step::no_element;
        if (new_element && last != nullptr) return add_table_of_list(depth, *last, changes);
        if (own != nullptr) {
            insert_line(layout_, *own, scenario::toml_key(steps_[depth].key), value_of(depth), changes);
        } else if (const Assignment* dotted = last_within(table)) {
            std::string key;
            for (std::size_t i = layout_.sections[dotted->section].path.size(); i < depth; ++i) {
                key += scenario::toml_key(steps_[i].key) + ".";
            }
            insert_line(layout_, *dotted, key + scenario::toml_key(steps_[depth].key), value_of(depth), changes);
        } else {
            insert_before(layout_, *first, {header_text(table), entry(depth)}, changes);
        }
    }

    const Assignment* last_within(const Steps& table) const {
        const Assignment* last = nullptr;
        for (const Assignment& assignment : layout_.assignments) {
            const bool outside = layout_.sections[assignment.section].path.size() < table.size();
            if (outside && is_within(layout_, assignment, table)) last = &assignment;
        }
        return last;
    }

    /// `[[node.web.failure]]` behind the others, or behind all that the table has.
    void add_table_of_list(std::size_t depth, const Section& last, Changes& changes) {
        const Section* behind = &last;
        Steps list = part(depth + 1);
        for (const Section& section : layout_.sections) {
            const bool is_other = section.path.size() > depth && starts_with(section.path, part(depth)) &&
                                  section.path[depth].key == list.back().key;
            if (is_other) behind = &section;
        }
        std::vector<std::string> lines{header_text(list)};
        if (!new_name_.empty() && !is_name(depth + 1)) lines.push_back("name = " + quoted(new_name_));
        if (depth + 1 < steps_.size()) lines.push_back(entry(depth + 1));
        insert_behind(layout_, *behind, lines, changes);
    }

    const TomlLayout& layout_;
    const Schema& schema_;
    const Steps& steps_;
    const std::string& new_name_;
    std::string value_;
};

/// The only table of a list, written without brackets, gets them: `{ .. }` or `[node.web.maintenance]`.
std::string as_list_of_one(const TomlLayout& layout, const Steps& list) {
    Changes changes;
    const Location found = find(layout, list);
    if (found.form == Location::Form::value) {
        changes.insert(found.at.value.begin, "[");
        changes.insert(found.at.value.end, "]");
    }
    for (const Section& section : layout.sections) {
        if (section.element || section.path != list || section.key.empty()) continue;
        changes.insert(section.key.front().span.begin, "[");
        changes.insert(section.key.back().span.end, "]");
    }
    return changes.applied_to(layout.text);
}

/// A section without keys that is no thing says nothing.
bool is_droppable(const Steps& path) {
    const bool is_thing = path.size() == 2 && path.front().key != "defaults";
    return !path.empty() && path.size() >= depth_of_thing(path) && !is_thing;
}

void remove_assignment(const TomlLayout& layout, std::size_t index, Changes& changes) {
    const Assignment& assignment = layout.assignments[index];
    const Section& section = layout.sections[assignment.section];
    const bool is_only = section.last - section.first == 1;
    if (is_only && is_droppable(section.path)) return remove_sections(layout, {assignment.section}, changes);
    remove_line(layout, assignment, changes);
}

/// The items of an inline table that begin with the rest of the path.
void remove_dotted(const TomlLayout& layout, const Steps& path, const Location& found, Changes& changes) {
    const auto items = items_in(layout.text, found.at.value);
    std::vector<bool> gone(items.size(), false);
    for (std::size_t i = 0; i < items.size(); ++i) {
        bool same = items[i].key.size() > path.size() - found.depth;
        for (std::size_t k = found.depth; same && k < path.size(); ++k) {
            same = items[i].key[k - found.depth].name == path[k].key;
        }
        gone[i] = same;
    }
    if (std::all_of(gone.begin(), gone.end(), [](bool is_gone) { return is_gone; })) {
        return remove_at(layout, found.at, changes);
    }
    remove_items(layout.text, items, gone, changes);
}

}  // namespace

std::string problem_of(const TomlLayout& layout) {
    if (layout.problem_line == 0) return {};
    return fmt::format("Line {} is not well-formed, so the text cannot be edited by itself.", layout.problem_line);
}

Edited refused(std::string_view text, std::string problem) {
    return {.text = std::string(text), .problem = std::move(problem)};
}

void remove_at(const TomlLayout& layout, const ValueAt& at, Changes& changes) {
    for (auto holder = at.holders.rbegin(); holder != at.holders.rend(); ++holder) {
        if (holder->items.size() < 2) continue;
        std::vector<bool> gone(holder->items.size(), false);
        gone[holder->index] = true;
        return remove_items(layout.text, holder->items, gone, changes);
    }
    remove_assignment(layout, at.assignment, changes);
}

void remove_path(const TomlLayout& layout, const Steps& path, Changes& changes) {
    const Location found = find(layout, path);
    if (found.form == Location::Form::value) return remove_at(layout, found.at, changes);
    if (found.form == Location::Form::dotted) return remove_dotted(layout, path, found, changes);
    if (found.form != Location::Form::table) return;
    std::vector<std::size_t> sections;
    for (std::size_t i = 0; i < layout.sections.size(); ++i) {
        if (is_within(layout.sections[i], path)) sections.push_back(i);
    }
    remove_sections(layout, sections, changes);
    for (const Assignment& assignment : layout.assignments) {
        if (is_within(layout.sections[assignment.section], path)) continue;
        if (is_within(layout, assignment, path)) remove_line(layout, assignment, changes);
    }
}

Edited set_in(const TomlLayout& layout, const Schema& schema, const Path& path, std::string_view toml_value) {
    const Goal goal = goal_of(layout, schema, path);
    if (goal.is_beside_single) {
        const Edited listed = set_value(as_list_of_one(layout, goal.steps), path, toml_value);
        return listed.ok() ? listed : refused(layout.text, listed.problem);
    }
    if (!goal.problem.empty()) return refused(layout.text, goal.problem);
    if (goal.steps.size() <= depth_of_thing(goal.steps)) return refused(layout.text, "A thing itself has no value.");
    Changes changes;
    const Location found = find(layout, goal.steps);
    if (found.form == Location::Form::table || found.form == Location::Form::dotted) {
        remove_path(layout, goal.steps, changes);
        return set_value(changes.applied_to(layout.text), path, toml_value);
    }
    std::string problem = Setter(layout, schema, goal, toml_value).run(changes);
    if (!problem.empty()) return refused(layout.text, std::move(problem));
    return {.text = changes.applied_to(layout.text), .problem = {}};
}

Edited remove_in(const TomlLayout& layout, const Schema& schema, const Path& path) {
    const Goal goal = goal_of(layout, schema, path);
    if (!goal.problem.empty()) return refused(layout.text, goal.problem);
    Changes changes;
    if (!goal.is_new) remove_path(layout, goal.steps, changes);
    return {.text = changes.applied_to(layout.text), .problem = {}};
}

Edited set_value(std::string_view text, const Path& path, std::string_view toml_value) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    return set_in(layout, Schema(), path, toml_value);
}

Edited remove_value(std::string_view text, const Path& path) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    return remove_in(layout, Schema(), path);
}

}  // namespace nines::edit
