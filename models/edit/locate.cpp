// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/locate.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace nines::edit {
namespace {

/// How a dotted key lies to the rest of a path.
enum class Relation { apart, covers, beyond };

/// `covers`: the key is the beginning of the path from `depth` on; `beyond`: the path ends within the key. An element
/// of the key's last step is looked for in its value.
Relation relation(const Key& key, const Steps& path, std::size_t depth) {
    const std::size_t common = std::min(key.size(), path.size() - depth);
    for (std::size_t i = 0; i < common; ++i) {
        if (key[i].name != path[depth + i].key) return Relation::apart;
        const bool is_last = i + 1 == key.size();
        if (!is_last && path[depth + i].element != Step::no_element) return Relation::apart;
    }
    return key.size() <= path.size() - depth ? Relation::covers : Relation::beyond;
}

/// Follows the path into a value, of which `depth` steps are known.
class Descent {
public:
    Descent(std::string_view text, const Steps& path) : text_(text), path_(path) {}

    Location run(ValueAt at, std::size_t depth) {
        Location location;
        location.at = std::move(at);
        location.depth = depth;
        std::int64_t element = path_[depth - 1].element;
        while (true) {
            location.form = Location::Form::stopped;
            if (element != Step::no_element) {
                if (!is_array(text_, location.at.value)) return location;
                auto items = items_in(text_, location.at.value);
                if (element >= std::ssize(items)) return location;
                enter(location, std::move(items), static_cast<std::size_t>(element));
                element = Step::no_element;
            }
            location.form = Location::Form::value;
            if (location.depth == path_.size()) return location;
            location.form = Location::Form::stopped;
            if (!is_inline_table(text_, location.at.value)) return location;
            auto items = items_in(text_, location.at.value);
            std::size_t next = items.size();
            for (std::size_t i = 0; i < items.size(); ++i) {
                const Relation found = relation(items[i].key, path_, location.depth);
                if (found == Relation::covers) next = i;
                if (found == Relation::beyond) location.form = Location::Form::dotted;
            }
            if (next == items.size()) return location;
            location.depth += items[next].key.size();
            element = path_[location.depth - 1].element;
            enter(location, std::move(items), next);
        }
    }

private:
    static void enter(Location& location, std::vector<InlineItem> items, std::size_t index) {
        const Span inner = items[index].value;
        location.at.holders.push_back({location.at.value, std::move(items), index});
        location.at.value = inner;
    }

    std::string_view text_;
    const Steps& path_;
};

/// The tables of a list, by their names; those without have empty ones.
std::vector<std::string> names_of_tables(const TomlLayout& layout, const Steps& list) {
    std::vector<std::string> names;
    for (const Section& section : layout.sections) {
        const bool is_table = section.element && section.path.size() == list.size() &&
                              section.path.back().key == list.back().key &&
                              std::equal(list.begin(), list.end() - 1, section.path.begin());
        if (!is_table) continue;
        names.emplace_back();
        for (std::size_t i = section.first; i < section.last; ++i) {
            const Assignment& assignment = layout.assignments[i];
            if (assignment.key.size() != 1 || assignment.key[0].name != "name") continue;
            names.back() = string_in(layout.text, assignment.value).value_or(std::string());
        }
    }
    if (!names.empty()) return names;
    const Location found = find(layout, list);
    if (found.form != Location::Form::value || !is_array(layout.text, found.at.value)) return names;
    for (const InlineItem& item : items_in(layout.text, found.at.value)) {
        names.emplace_back();
        if (!is_inline_table(layout.text, item.value)) continue;
        for (const InlineItem& inner : items_in(layout.text, item.value)) {
            if (inner.key.size() != 1 || inner.key[0].name != "name") continue;
            names.back() = string_in(layout.text, inner.value).value_or(std::string());
        }
    }
    return names;
}

/// Whether a table stands where a list of tables is meant: it is its only one.
bool is_single_table(const TomlLayout& layout, const Steps& list) {
    const Location found = find(layout, list);
    if (found.form == Location::Form::value) return is_inline_table(layout.text, found.at.value);
    if (found.form != Location::Form::table) return false;
    const auto is_it = [&](const Section& section) { return !section.element && section.path == list; };
    return std::any_of(layout.sections.begin(), layout.sections.end(), is_it);
}

std::optional<std::int64_t> number_of(const std::string& text) {
    if (!text.starts_with('#')) return std::nullopt;
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    const bool sound = error == std::errc() && stop == text.data() + text.size() && number >= 0;
    return sound ? std::optional(number) : std::nullopt;
}

/// Chooses the table of the list that the last step of the goal is.
void choose_table(const TomlLayout& layout, const FieldInfo& field, const std::string& wish, Goal& goal) {
    Step& step = goal.steps.back();
    const FieldInfo* name_field = find_field(field.fields, {"name"});
    const std::string usual_name = name_field == nullptr ? std::string() : name_field->default_text;
    std::vector<std::string> names = names_of_tables(layout, goal.steps);
    for (std::string& name : names) {
        if (name.empty()) name = usual_name;
    }
    const auto by_name = std::find(names.begin(), names.end(), wish);
    const auto number = number_of(wish);
    if (by_name != names.end()) {
        step.element = by_name - names.begin();
    } else if (number && *number < std::ssize(names)) {
        step.element = *number;
    } else if (names.empty() && is_single_table(layout, goal.steps)) {
        const auto name = text_at(layout, [&] {
            Steps path = goal.steps;
            path.push_back({"name", Step::no_element});
            return path;
        }());
        const bool is_it = number ? *number == 0 : name.value_or(usual_name) == wish;
        if (is_it) return;
        goal.problem = fmt::format("`{}` is a single table: write it as a list first.", field.key);
        goal.is_beside_single = true;
    } else if (number && *number > std::ssize(names)) {
        goal.problem = fmt::format("`{}` has only {} tables.", field.key, names.size());
    } else {
        step.element = std::ssize(names);
        goal.is_new = true;
        if (!number) goal.new_name = wish;
    }
}

}  // namespace

bool is_within(const TomlLayout& layout, const Assignment& assignment, const Steps& path) {
    const Steps& section = layout.sections[assignment.section].path;
    if (section.size() >= path.size()) return starts_with(section, path);
    if (!std::equal(section.begin(), section.end(), path.begin())) return false;
    const std::size_t left = path.size() - section.size();
    if (assignment.key.size() < left) return false;
    for (std::size_t i = 0; i < left; ++i) {
        const Step& step = path[section.size() + i];
        if (assignment.key[i].name != step.key || step.element != Step::no_element) return false;
    }
    return true;
}

Location find(const TomlLayout& layout, const Steps& path) {
    Location location;
    if (path.empty()) location.form = Location::Form::table;
    for (std::size_t s = 0; s < layout.sections.size() && !path.empty(); ++s) {
        const Section& section = layout.sections[s];
        if (is_within(section, path)) location.form = Location::Form::table;
        if (section.path.size() >= path.size() || !starts_with(path, section.path)) continue;
        for (std::size_t i = section.first; i < section.last; ++i) {
            const Assignment& assignment = layout.assignments[i];
            const Relation found = relation(assignment.key, path, section.path.size());
            if (found == Relation::beyond) location.form = Location::Form::table;
            if (found != Relation::covers) continue;
            return Descent(layout.text, path)
                .run({i, {}, assignment.value}, section.path.size() + assignment.key.size());
        }
    }
    return location;
}

std::optional<std::string> text_at(const TomlLayout& layout, const Steps& path) {
    const Location found = find(layout, path);
    return found.form == Location::Form::value ? string_in(layout.text, found.at.value) : std::nullopt;
}

Goal goal_of(const TomlLayout& layout, const Schema& schema, const Path& path) {
    Goal goal;
    Spot at;
    for (std::size_t i = 0; i < path.size() && goal.problem.empty(); ++i) {
        goal.steps.push_back({path[i], Step::no_element});
        at = schema.step(at, path[i]);
        const bool is_list = at.field != nullptr && at.field->shape == Shape::tables && at.level == Spot::Level::table;
        if (is_list && i + 1 < path.size()) choose_table(layout, *at.field, path[++i], goal);
    }
    if (goal.steps.size() < depth_of_thing(goal.steps)) goal.problem = "This is no key of a thing.";
    return goal;
}

}  // namespace nines::edit
