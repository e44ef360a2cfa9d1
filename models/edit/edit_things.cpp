// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "models/edit/sections.hpp"
#include "models/edit/text_references.hpp"
#include "models/edit/thing_text.hpp"
#include "models/edit/value_edit.hpp"
#include "models/scenario/field_keys.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

/// A bare name means the first of these that has it, so that they should not share ids.
constexpr std::array<std::string_view, 4> rivals{"group", "service", "store", "balancer"};

bool is_rival(std::string_view kind) {
    return std::find(rivals.begin(), rivals.end(), kind) != rivals.end();
}

std::string key_text(const std::string& dotted) {
    std::string text;
    for (std::size_t begin = 0; begin <= dotted.size();) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        if (begin > 0) text += '.';
        text += scenario::toml_key(dotted.substr(begin, end - begin));
        begin = end + 1;
    }
    return text;
}

/// The sections of kinds whose things stand nearest before those of `kind`; null: none does.
const Section* section_before(const TomlLayout& layout, const Schema& schema, const std::string& kind) {
    const Section* best = nullptr;
    std::size_t best_order = 0;
    const std::size_t order = schema.order_of(kind);
    for (const Section& section : layout.sections) {
        if (section.path.empty()) continue;
        const std::size_t other = schema.order_of(section.path.front().key);
        if (other > order || (best != nullptr && other < best_order)) continue;
        best = &section;
        best_order = other;
    }
    return best;
}

/// Removes names of things from what stays.
class Forgetting {
public:
    Forgetting(const KnownThings& known, const Schema& schema, const std::set<ThingName>& gone)
        : known_(known), schema_(schema), gone_(gone) {
        for (const ThingName& thing : gone) ids_.push_back(thing.id);
    }

    struct Round {
        bool more = false;      ///< A value in an inline table can lose one key at a time: another round is needed.
        bool sections = false;  ///< Sections may have gone with their last key.
    };
    Round run(const TomlLayout& layout, Changes& changes) const {
        Round round;
        std::unordered_set<std::size_t> touched;
        const Chosen chosen = [this](const NameInText&, const KnownThings::Meaning& meaning) {
            return gone_.contains(meaning.thing);
        };
        for (const ReferenceAt& reference : references_in(layout, schema_, ids_)) {
            if (gone_.contains(reference.owner)) continue;
            const std::size_t assignment = reference.at.assignment;
            const bool inner = !reference.at.holders.empty();
            if (inner && touched.contains(assignment)) {
                round.more = true;
                continue;
            }
            if (!remove_names(layout, schema_, reference, known_, chosen, changes)) continue;
            if (inner) touched.insert(assignment);
            const Section& section = layout.sections[layout.assignments[assignment].section];
            if (section.path.size() > 2 && section.last - section.first == 1) round.sections = true;
        }
        return round;
    }

private:
    const KnownThings& known_;
    const Schema& schema_;
    const std::set<ThingName>& gone_;
    std::vector<std::string> ids_;
};

}  // namespace

void insert_thing(const TomlLayout& layout, const Schema& schema, const std::string& kind,
                  const std::vector<std::string>& lines, Changes& changes) {
    if (const Section* before = section_before(layout, schema, kind)) {
        return insert_behind(layout, *before, lines, changes);
    }
    const Section& root = layout.sections.front();
    const bool has_more = layout.sections.size() > 1;
    if (root.first == root.last && has_more) return insert_before(layout, layout.sections[1], lines, changes);
    insert_behind(layout, root, lines, changes);
}

std::string problem_with_id(const std::string& kind, const std::string& id, const KnownThings& known,
                            const Included& included) {
    const scenario::IdKind form = kind == "domain" ? scenario::IdKind::domain : scenario::IdKind::plain;
    if (const auto parsed = scenario::parse_id(id, form); !parsed) {
        return fmt::format("\"{}\" is no id: {}.", id, parsed.error().message);
    }
    if (known.contains({kind, id})) return fmt::format("There is a {} \"{}\" already.", kind, id);
    if (!included.has({kind, id})) return {};
    return fmt::format("There is a {} \"{}\" already, in an included file.", kind, id);
}

std::string free_id_among(const KnownThings& known, const std::string& kind, const std::string& wish,
                          const Included& included) {
    const auto has = [&](const ThingName& name) { return known.contains(name) || included.has(name); };
    const auto is_taken = [&](const std::string& id) {
        if (has({kind, id})) return true;
        return is_rival(kind) && std::any_of(rivals.begin(), rivals.end(), [&](std::string_view rival) {
                   return has({std::string(rival), id});
               });
    };
    std::string id = wish;
    for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", wish, number);
    return id;
}

std::string free_id(std::string_view text, const std::string& kind, const std::string& wish, const Included& included) {
    const Schema schema;
    return free_id_among(things_in(layout_of(text), schema).known, kind, wish, included);
}

std::string quoted(std::string_view text) {
    return scenario::to_toml(std::string(text));
}

Edited add_thing(std::string_view text, const ThingName& name, const NewValues& values, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    const Schema schema;
    if (!schema.has_things(name.kind))
        return refused(text, fmt::format("Things of kind `{}` cannot be made.", name.kind));
    const KnownThings known = things_in(layout, schema).known;
    if (std::string problem = problem_with_id(name.kind, name.id, known, included); !problem.empty()) {
        return refused(text, std::move(problem));
    }
    std::vector<std::string> lines;
    const bool is_first = layout.assignments.empty() && layout.sections.size() == 1;
    if (is_first) lines = {"format = 1", ""};
    lines.push_back(header_text({{name.kind, Step::no_element}, {name.id, Step::no_element}}));
    for (const auto& [key, value] : values) lines.push_back(fmt::format("{} = {}", key_text(key), value));
    Changes changes;
    insert_thing(layout, schema, name.kind, lines, changes);
    return {.text = changes.applied_to(text), .problem = {}};
}

Edited remove_things(std::string_view text, const std::vector<ThingName>& names, const Included& included) {
    const TomlLayout layout = layout_of(text);
    if (std::string problem = problem_of(layout); !problem.empty()) return refused(text, std::move(problem));
    const Schema schema;
    const ThingsOfText things = things_in(layout, schema);
    std::set<ThingName> gone;
    for (const ThingName& name : names) {
        if (!things.known.contains(name)) {
            return refused(text, fmt::format("The {} \"{}\" is not written in this file.", name.kind, name.id));
        }
        if (std::string problem = problem_with_included(included, name, "removed"); !problem.empty()) {
            return refused(text, std::move(problem));
        }
        gone.insert(name);
    }
    for (const ThingName& name : names) {  // A domain goes with its parts.
        if (name.kind != "domain") continue;
        for (const ThingName& thing : things.list) {
            if (thing.kind == name.kind && is_part(thing.id, name.id)) gone.insert(thing);
        }
    }
    const Forgetting forgetting(things.known, schema, gone);
    Changes changes;
    Forgetting::Round round = forgetting.run(layout, changes);
    if (!round.more && !round.sections) {
        remove_texts(layout, gone, changes);
        return {.text = changes.applied_to(text), .problem = {}};
    }
    std::string result = changes.applied_to(text);
    while (round.more) {
        const TomlLayout now = layout_of(result);
        Changes next;
        round = forgetting.run(now, next);
        std::string changed = next.applied_to(result);
        if (changed == result) break;
        result = std::move(changed);
    }
    Changes last;
    remove_texts(layout_of(result), gone, last);
    return {.text = last.applied_to(result), .problem = {}};
}

}  // namespace nines::edit
