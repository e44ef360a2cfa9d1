// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/load.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "models/scenario/bind.hpp"
#include "models/scenario/expand.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/semantic_codes.hpp"

namespace nines::scenario {
namespace {

class Loader {
public:
    Loader(Expanded expanded, Scenario& scenario, ReadContext context)
        : expanded_(std::move(expanded)), scenario_(scenario), context_(context) {}

    void run() {
        BindVisitor<Experiment>(expanded_.experiment, {}, scenario_.experiment, "the scenario", context_).run();
        for_each_kind([&](auto tag, auto member) { bind_kind(tag, scenario_.*member); });
        scenario_.later.insert(scenario_.later.end(), expanded_.later.begin(), expanded_.later.end());
        note_plans();
        check_size();
    }

private:
    template <class T>
    void bind_kind(KindTag<T> tag, std::vector<T>& things) {
        const std::string kind(kind_info(tag).word);
        if (const auto defaults = expanded_.defaults.find(kind); defaults != expanded_.defaults.end()) {
            T nobody;
            BindVisitor<T>(defaults->second, {}, nobody, "defaults." + kind, context_).run();
        }
        const std::vector<ExpandedThing>& expanded = expanded_.things[kind];
        things.reserve(expanded.size());
        const Table* previous = nullptr;
        for (const ExpandedThing& thing : expanded) {
            if (thing.table.get() == previous) {
                T copy = things.back();
                things.push_back(std::move(copy));
            } else {
                bind_thing<T>(kind, thing, things);
            }
            previous = thing.table.get();
            if (!keep_or_drop(kind, thing, things)) previous = nullptr;
        }
    }

    template <class T>
    void bind_thing(const std::string& kind, const ExpandedThing& thing, std::vector<T>& things) {
        T object;
        object.place = thing.place;
        BindVisitor<T>(*thing.table, thing.place, object, fmt::format("{} \"{}\"", kind, thing.id), context_).run();
        things.push_back(std::move(object));
    }

    /// Names the thing at the end of `things`, or moves it to the incomplete ones.
    template <class T>
    bool keep_or_drop(const std::string& kind, const ExpandedThing& thing, std::vector<T>& things) {
        const IdKind id_kind = std::is_same_v<T, Domain> ? IdKind::domain : IdKind::plain;
        const auto id = parse_id(thing.id, id_kind);
        if (!id) {
            const ParseError& error = id.error();
            context_.diagnostics.push_back(make_error(error.code, thing.place, error.message, error.hint));
        }
        if (!id || !thing.complete) {
            things.pop_back();
            scenario_.later.push_back({.kind = kind, .id = thing.id, .place = thing.place});
            return false;
        }
        things.back().id = thing.id;
        if constexpr (std::is_same_v<T, Domain>) {
            things.back().place = thing.place;
            if (!thing.parent.empty()) {
                things.back().in.value = thing.parent;
                things.back().in.origin = {
                    .source = Source::file, .place = thing.place, .note = std::string(made_by_split)};
                if (thing.has_table) things.back().in.origin.note += with_own_table;
            }
        }
        return true;
    }

    /// Tells groups how far plans scale them; what "start" without a number means is `count`.
    void note_plans() {
        for (Plan& plan : scenario_.plans) {
            if (!plan.steps) continue;
            for (auto& stage : *plan.steps.value) {
                for (PlanStep& step : stage) note_step(step);
            }
        }
    }

    void note_step(PlanStep& step) {
        const bool scales = step.verb == PlanStep::Verb::scale || step.verb == PlanStep::Verb::start;
        const auto is_target = [&](const Group& group) { return group.id == step.target.name; };
        const auto group = std::find_if(scenario_.groups.begin(), scenario_.groups.end(), is_target);
        if (!scales || group == scenario_.groups.end()) return;
        const std::int64_t number = step.number > 0 ? step.number : group->count.value_or(1);
        group->most_by_plan = std::max(group->most_by_plan, number);
    }

    /// The members of all groups together, before anyone makes them.
    void check_size() {
        std::int64_t total = static_cast<std::int64_t>(scenario_.domains.size());
        for (Group& group : scenario_.groups) {
            const std::int64_t count = most_members(group);
            total = std::min(count, max_components + 1) + total;
            if (total <= max_components) continue;
            context_.diagnostics.push_back(
                make_error(codes::too_many_components, group.count.origin.place,
                           fmt::format("with group \"{}\" there are more than a million components", group.id),
                           "model what matters: one member may stand for many"));
            return;
        }
    }

    Expanded expanded_;
    Scenario& scenario_;
    ReadContext context_;
};

/// For each domain how many others contain it; those in a circle count from where the walk met it.
std::vector<std::size_t> containment_depths(const std::vector<Domain>& domains) {
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < domains.size(); ++i) index.emplace(domains[i].id, i);
    std::vector<std::size_t> depth(domains.size(), 0);
    std::vector<bool> seen(domains.size(), false);
    std::vector<std::size_t> way;
    for (std::size_t i = 0; i < domains.size(); ++i) {
        way.clear();
        std::size_t at = i;
        while (!seen[at]) {
            seen[at] = true;
            way.push_back(at);
            const auto parent = domains[at].in ? index.find(*domains[at].in) : index.end();
            if (parent == index.end()) break;
            at = parent->second;
        }
        const bool ends_at_known = !way.empty() && at != way.back();
        std::size_t level = ends_at_known ? depth[at] + 1 : 0;
        for (auto step = way.rbegin(); step != way.rend(); ++step) depth[*step] = level++;
    }
    return depth;
}

/// Moves every domain behind the one that contains it; if all stand so already, the order of the file stays.
void put_parents_first(std::vector<Domain>& domains) {
    const std::vector<std::size_t> depth = containment_depths(domains);
    std::unordered_set<std::string_view> earlier;
    bool sorted = true;
    for (const Domain& domain : domains) {
        sorted = sorted && (!domain.in || earlier.contains(*domain.in));
        earlier.insert(domain.id);
    }
    if (sorted) return;
    std::vector<std::size_t> order(domains.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
    std::vector<Domain> result;
    result.reserve(domains.size());
    for (const std::size_t i : order) result.push_back(std::move(domains[i]));
    domains = std::move(result);
}

auto place_key(const Diagnostic& d) {
    return std::tuple(d.place.file, d.place.line, d.place.column);
}

/// A key that many things inherit is wrong once: of one code only the first stays at each place.
void drop_repeated(Diagnostics& diagnostics) {
    Diagnostics result;
    for (Diagnostic& diagnostic : diagnostics) {
        bool repeated = false;
        for (auto other = result.rbegin(); other != result.rend() && !repeated; ++other) {
            if (place_key(*other) != place_key(diagnostic)) break;
            repeated = other->code == diagnostic.code;
        }
        if (!repeated) result.push_back(std::move(diagnostic));
    }
    diagnostics = std::move(result);
}

std::vector<Vary> bind_varied(const std::vector<Value>& tables, ReadContext context) {
    std::vector<Vary> varied;
    for (const Value& table : tables) {
        Vary vary;
        vary.place = table.origin.place;
        BindVisitor<Vary>(*table.table(), vary.place, vary, "[[vary]]", context).run();
        varied.push_back(std::move(vary));
    }
    return varied;
}

}  // namespace

void sort_by_place(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return place_key(a) < place_key(b); });
}

Loaded load(const Document& document, const PresetLibrary& library, const FileReader& read_file) {
    Loaded loaded;
    loaded.scenario.files = document.files;
    Expanded expanded = expand(document, library, loaded.scenario.files, loaded.diagnostics);
    loaded.varied = bind_varied(expanded.varied, {loaded.diagnostics, read_file});
    Loader(std::move(expanded), loaded.scenario, {loaded.diagnostics, read_file}).run();
    put_parents_first(loaded.scenario.domains);
    sort_by_place(loaded.diagnostics);
    drop_repeated(loaded.diagnostics);
    return loaded;
}

}  // namespace nines::scenario
