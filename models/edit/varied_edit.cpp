// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/varied_edit.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "models/edit/changes.hpp"
#include "models/edit/sections.hpp"
#include "models/edit/toml_layout.hpp"
#include "models/edit/value_edit.hpp"

namespace nines::edit {

namespace {

constexpr std::string_view vary_key = "vary";

bool is_vary(const Section& section) {
    return section.element && section.key.size() == 1 && section.key.front().name == vary_key;
}

bool is_vary_value(const TomlLayout& layout, const Assignment& assignment) {
    const Steps path = layout.path_of(assignment);
    return !path.empty() && path.front().key == vary_key && !is_vary(layout.sections[assignment.section]);
}

std::string list_of(const scenario::Literals& values) {
    std::vector<std::string> texts;
    for (const scenario::Literal& value : values) texts.push_back(value.toml);
    return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::vector<std::string> lines_of(const scenario::Vary& vary) {
    std::vector<std::string> lines{"[[vary]]"};
    const auto add = [&](const char* key, const std::string& toml) {
        lines.push_back(fmt::format("{} = {}", key, toml));
    };
    if (vary.name) add("name", quoted(*vary.name));
    add("path", quoted(vary.path.value_or("")));
    if (vary.values) add("values", list_of(*vary.values));
    if (vary.from) add("from", vary.from->toml);
    if (vary.to) add("to", vary.to->toml);
    if (vary.steps) add("steps", fmt::format("{}", *vary.steps));
    if (vary.scale) add("scale", quoted(scenario::to_text(*vary.scale)));
    if (vary.with) add("with", quoted(*vary.with));
    return lines;
}

}  // namespace

Edited write_varied(std::string_view text, const std::vector<scenario::Vary>& varied) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    const bool is_otherwise = std::any_of(layout.assignments.begin(), layout.assignments.end(),
                                          [&](const Assignment& of) { return is_vary_value(layout, of); });
    if (is_otherwise) return refused(text, "What varies is not written as [[vary]] tables here.");
    std::vector<std::size_t> sections;
    for (std::size_t i = 0; i < layout.sections.size(); ++i) {
        if (is_vary(layout.sections[i])) sections.push_back(i);
    }
    Changes changes;
    remove_sections(layout, sections, changes);
    std::string result = changes.applied_to(text);
    const std::string& end = layout.line_end;
    if (!result.empty() && !result.ends_with('\n')) result += end;
    for (const scenario::Vary& vary : varied) {
        result += end;
        for (const std::string& line : lines_of(vary)) result += line + end;
    }
    return {result, {}};
}

}  // namespace nines::edit
