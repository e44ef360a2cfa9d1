// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/varied_paths.hpp"

#include <fmt/format.h>

#include "models/scenario/value_form.hpp"

namespace nines::edit {

namespace {

/// The keys of `[[vary]]` whose values are paths.
bool has_path(const Assignment& assignment) {
    if (assignment.key.size() != 1) return false;
    const std::string& name = assignment.key.front().name;
    return name == "path" || name == "with";
}

std::string path_of(const ThingName& thing) {
    return fmt::format("{}.{}.", thing.kind, scenario::toml_key(thing.id));
}

}  // namespace

void rename_in_varied_paths(const TomlLayout& layout, const std::map<ThingName, ThingName>& names, Changes& changes) {
    for (const Assignment& assignment : layout.assignments) {
        const Section& section = layout.sections[assignment.section];
        const bool is_varied = section.element && section.key.size() == 1 && section.key.front().name == "vary";
        if (!is_varied || !has_path(assignment)) continue;
        const std::string_view written =
            layout.text.substr(assignment.value.begin, assignment.value.end - assignment.value.begin);
        if (written.size() < 2) continue;
        const std::string_view path = written.substr(1, written.size() - 2);  // between its quotes
        for (const auto& [before, after] : names) {
            const std::string old_path = path_of(before);
            if (!path.starts_with(old_path)) continue;
            const std::size_t begin = assignment.value.begin + 1;
            changes.replace({begin, begin + old_path.size()}, path_of(after));
            break;
        }
    }
}

}  // namespace nines::edit
