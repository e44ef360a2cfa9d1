// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/text_names.hpp"

#include <algorithm>
#include <array>

#include "models/edit/locate.hpp"
#include "models/scenario/characters.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::edit {
namespace {

using scenario::Place;
using scenario::RefKind;

/// A bare name means the first of these that has it.
constexpr std::array<std::string_view, 6> order_of_kinds{"group", "service", "store", "balancer", "node", "domain"};
constexpr std::string_view domain_word = "domain";
constexpr std::string_view group_word = "group";
constexpr std::string_view all_parts = "/*";

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

constexpr Place start{.file = 0, .line = 1, .column = 1};

/// Those of a plan's condition, step or failback, whichever it is.
template <class Add>
void add_names_of_plan(const std::string& text, const Add& add) {
    const auto no_data = [](std::string_view) { return scenario::Parsed<std::string>(std::string("1 s\n2 s\n")); };
    const auto add_one = [&](const scenario::Reference& of) { add(of.kind, of.name, of.place); };
    if (const auto condition = scenario::parse_down_for(text, start)) return add_one(condition->what);
    if (const auto failback = scenario::parse_failback(text, start)) {
        if (!failback->never) add_one(failback->what);
        return;
    }
    const auto step = scenario::parse_plan_step(text, start, no_data);
    if (!step || step->verb == scenario::PlanStep::Verb::work) return;
    add_one(step->target);
    if (step->other) add_one(*step->other);
}

}  // namespace

std::vector<NameInText> names_in(Naming form, const std::string& text) {
    std::vector<NameInText> names;
    const auto add = [&](RefKind kind, const std::string& name, const Place& place) {
        const std::size_t offset = scenario::offset_of_column(text, place.column);
        if (text.compare(offset, name.size(), name) == 0) names.push_back({kind, name, offset});
    };
    switch (form) {
        case Naming::nothing: break;
        case Naming::id: names.push_back({RefKind::any, text, 0}); break;
        case Naming::reference:
            if (const auto reference = scenario::parse_reference(text, start)) {
                add(reference->kind, reference->name, reference->place);
            }
            break;
        case Naming::selector:
            if (const auto selector = scenario::parse_selector(text, start)) {
                add(selector->kind, selector->pattern, selector->place);
            }
            break;
        case Naming::need:
            if (const auto need = scenario::parse_need(text, start)) {
                for (const scenario::Reference& operand : need->operands)
                    add(operand.kind, operand.name, operand.place);
            }
            break;
        case Naming::action: {
            // The names stand before any distribution, so that no file is read for them.
            const auto no_data = [](std::string_view) {
                return scenario::Parsed<std::string>(std::string("1 s\n2 s\n"));
            };
            if (const auto action = scenario::parse_event_action(text, start, no_data)) {
                add(action->target.kind, action->target.pattern, action->target.place);
                if (action->from) add(action->from->kind, action->from->pattern, action->from->place);
            }
            break;
        }
        case Naming::plan: add_names_of_plan(text, add); break;
    }
    return names;
}

ThingsOfText things_in(const TomlLayout& layout, const Schema& schema) {
    ThingsOfText things;
    std::string_view last_kind;
    bool has_things = false;
    const auto add = [&](const std::string& kind, const std::string& id) {
        if (kind != last_kind) has_things = schema.has_things(kind);
        last_kind = kind;
        if (!has_things || (!things.list.empty() && things.list.back().id == id && things.list.back().kind == kind)) {
            return;
        }
        ThingName name{kind, id};
        if (things.known.add(name)) things.list.push_back(std::move(name));
    };
    for (const Section& section : layout.sections) {
        const Steps& path = section.path;
        if (path.size() >= 2) add(path[0].key, path[1].key);
        if (path.size() >= 2) continue;
        for (std::size_t i = section.first; i < section.last; ++i) {
            const Assignment& assignment = layout.assignments[i];
            const Key& key = assignment.key;
            const std::string& kind = path.empty() ? key[0].name : path[0].key;
            const std::size_t position = 1 - path.size();  // Of the id in the dotted key.
            if (key.size() > position) {
                add(kind, key[position].name);
            } else if (is_inline_table(layout.text, assignment.value)) {
                for (const InlineItem& item : items_in(layout.text, assignment.value)) add(kind, item.key[0].name);
            }
        }
    }
    return things;
}

bool is_part(std::string_view id, std::string_view whole) {
    return id.starts_with(whole) && (id.size() == whole.size() || id[whole.size()] == '/');
}

KnownThings::KnownThings(const KnownThings& base, const std::map<ThingName, ThingName>& renamed) : base_(&base) {
    for (const auto& [before, after] : renamed) {
        gone_.insert(before);
        add(after);
    }
}

bool KnownThings::contains(std::string_view kind, std::string_view id) const {
    const auto ids = ids_.find(kind);
    if (ids != ids_.end() && ids->second.contains(id)) return true;
    if (base_ == nullptr || !base_->contains(kind, id)) return false;
    return !gone_.contains({std::string(kind), std::string(id)});
}

/// The domain with the longest id that the name begins with.
std::optional<KnownThings::Meaning> KnownThings::part_of_domain(std::string_view name) const {
    for (std::size_t length = name.size(); length != std::string_view::npos && length > 0;
         length = name.rfind('/', length - 1)) {
        const std::string_view whole = name.substr(0, length);
        if (contains(domain_word, whole)) return Meaning{{std::string(domain_word), std::string(whole)}, length};
    }
    return std::nullopt;
}

std::optional<KnownThings::Meaning> KnownThings::meaning(const NameInText& name,
                                                         const std::vector<std::string>& kinds) const {
    std::string_view id = name.name;
    std::string wanted = scenario::to_text(name.kind);
    if (name.kind == RefKind::any && kinds.size() == 1) wanted = kinds.front();
    const bool pattern = id.ends_with(all_parts);
    if (pattern) id.remove_suffix(all_parts.size());
    const auto exact = [&](std::string_view kind, std::string_view thing_id) -> std::optional<Meaning> {
        if (!contains(kind, thing_id)) return std::nullopt;
        return Meaning{{std::string(kind), std::string(thing_id)}, thing_id.size()};
    };
    const auto may_be = [&](std::string_view kind) { return wanted.empty() || wanted == kind; };
    if (!wanted.empty() && !pattern) {
        if (auto found = exact(wanted, id)) return found;
    }
    // What a backup copies is a store, or else another backup, whatever else has that name.
    const bool is_copied = wanted.empty() && std::find(kinds.begin(), kinds.end(), "backup") != kinds.end();
    for (std::size_t k = 0; is_copied && k < kinds.size(); ++k) {
        if (auto found = exact(kinds[k], id)) return found;
    }
    // What names a thing of the wrong kind is a mistake, but still a name of that thing.
    const bool only_kind = name.kind == RefKind::any && kinds.size() == 1;
    if (only_kind && wanted != domain_word) wanted.clear();
    for (const std::string_view kind : order_of_kinds) {
        const bool has_parts = kind == group_word || kind == domain_word;
        if (!may_be(kind) || (pattern && !has_parts)) continue;
        if (auto found = exact(kind, id)) return found;
    }
    const std::size_t slash = id.rfind('/');
    const bool may_be_member = may_be(group_word) || wanted == "node";
    if (!pattern && may_be_member && slash != std::string_view::npos && is_number(id.substr(slash + 1))) {
        if (auto found = exact(group_word, id.substr(0, slash))) return found;
    }
    return may_be(domain_word) ? part_of_domain(id) : std::nullopt;
}

bool KnownThings::is_name_of(const NameInText& name, const std::vector<std::string>& kinds,
                             const ThingName& thing) const {
    const auto found = meaning(name, kinds);
    if (!found || found->thing.kind != thing.kind) return false;
    return name.name == thing.id && (found->thing == thing || thing.kind == domain_word);
}

std::string KnownThings::reference_to(const ThingName& thing, const std::vector<std::string>& kinds) const {
    if (kinds.size() < 2) return thing.id;
    const NameInText bare{scenario::RefKind::any, thing.id, 0};
    const bool taken = meaning(bare, kinds) && !is_name_of(bare, kinds, thing);
    return taken ? subject_of(thing) : thing.id;
}

}  // namespace nines::edit
