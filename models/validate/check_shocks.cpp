// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"
#include "models/validate/copies.hpp"
#include "models/validate/ways.hpp"

namespace nines::validate {
namespace {

using scenario::Cause;
using scenario::Event;
using scenario::Selector;
namespace codes = scenario::codes;

/// Whether what `target` names has a repair of its own that a shock can borrow.
bool has_own_repair(const Checker& checker, const Target& target) {
    const auto repaired = [](const auto& modes) {
        return !modes.empty() && (given(modes.front().mttr) || given(modes.front().ttr));
    };
    switch (target.kind) {
        case TargetKind::service:
        case TargetKind::store:
        case TargetKind::balancer: return false;
        case TargetKind::node: return repaired(checker.scenario.nodes[target.index].failures);
        case TargetKind::domain: return repaired(checker.scenario.domains[target.index].failures);
        case TargetKind::group:
        case TargetKind::member:
        case TargetKind::members: {
            const scenario::Group& group = checker.scenario.groups[target.index];
            const auto node = group.node ? checker.names.node(*group.node) : std::nullopt;
            return !node || repaired(checker.scenario.nodes[*node].failures);
        }
        case TargetKind::children:
        case TargetKind::tag: return true;
    }
    return true;
}

/// The selector must choose something; without a repair of its own what is hit must have one.
void check_target(Checker& checker, const Selector& selector, bool repair_said, const std::string& what) {
    const Lookup lookup = checker.look_up(selector.kind, selector.pattern, selector.place, what);
    if (lookup.outcome != Outcome::found) return;
    if (lookup.target.size == 0) {
        checker.error(codes::selector_empty, selector.place,
                      fmt::format("{}: \"{}\" chooses nothing", what, selector.pattern));
    } else if (!repair_said && !has_own_repair(checker, lookup.target)) {
        checker.warn(codes::never_repaired, selector.place,
                     fmt::format("{}: \"{}\" has no repair of its own, so it stays down", what, selector.pattern),
                     "say how long it lasts");
    }
}

/// Between two places: somebody must feel it.
void check_partition(Checker& checker, const Event& event, const std::string& what) {
    const Selector& here = event.action->target;
    const Selector& there = *event.action->from;
    const Lookup other = checker.look_up(there.kind, there.pattern, there.place, what);
    if (other.outcome != Outcome::found) return;
    if (here.kind == there.kind && here.pattern == there.pattern) {
        checker.error(codes::selector_empty, there.place,
                      fmt::format("{}: \"{}\" cannot be cut off from itself", what, there.pattern));
        return;
    }
    if (is_kept_across(checker, here, there)) return;
    checker.warn(codes::key_without_effect, there.place,
                 fmt::format("{}: the partition has no effect, for no store has copies and no balancer has machines in "
                             "both \"{}\" and \"{}\"",
                             what, here.pattern, there.pattern),
                 "without `from` everything there is cut off, from users too");
}

/// What it spoils must be a store, or carry one.
void check_spoiled(Checker& checker, const Selector& target, const scenario::Field<sim::Law>& noticed,
                   const std::string& what) {
    if (checker.names.find(target.kind, target.pattern).outcome != Outcome::found) return;
    const std::vector<std::size_t> stores = stores_on(checker, target);
    if (stores.empty()) {
        checker.error(codes::nothing_to_spoil, target.place,
                      fmt::format("{} makes data bad, but \"{}\" is no store and carries none", what, target.pattern),
                      "name a store");
    }
    for (const std::size_t store : stores) check_notice(checker, checker.scenario.stores[store], noticed, what);
}

/// Bad data are good again when they have been restored, and by that alone.
void warn_repair(Checker& checker, const Cause& cause, const std::string& what) {
    const auto warn = [&](const auto& field, std::string_view key) {
        if (!written(field)) return;
        checker.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what, key),
                     "bad data are good again when a backup has been restored: its `restore` says how long that takes");
    };
    warn(cause.ttr, "ttr");
    warn(cause.mttr, "mttr");
}

/// What it scales must be the load of a service.
void check_scaling(Checker& checker, const Selector& target, const std::string& what) {
    const Lookup lookup = checker.look_up(target.kind, target.pattern, target.place, what);
    if (lookup.outcome != Outcome::found) return;
    if (lookup.target.kind != TargetKind::service) {
        checker.error(codes::reference_wrong_kind, target.place,
                      fmt::format("{} scales the load of \"{}\", which is not a service", what, target.pattern),
                      "for example do = \"scale load of shop by 3 for 2 h\"");
        return;
    }
    if (given(checker.scenario.services[lookup.target.index].load)) return;
    checker.error(codes::load_to_scale_missing, target.place,
                  fmt::format("{} scales the load of service \"{}\", which has none", what, target.pattern),
                  "give the service a `load`");
}

}  // namespace

void check_causes(Checker& checker) {
    for (const Cause& cause : checker.scenario.causes) {
        const std::string what = fmt::format("cause \"{}\"", cause.id);
        Ways between(checker, what);
        between.add("rate", cause.rate).add("ttf", cause.ttf);
        between.report_several();
        if (between.count() == 0) {
            checker.error(codes::no_time_to_failure, cause.place, fmt::format("{} does not say when it strikes", what),
                          "give rate or ttf, for example rate = \"0.5 per y\"");
        }
        Ways repair(checker, what);
        repair.add("ttr", cause.ttr).add("mttr", cause.mttr);
        repair.report_several();
        if (scenario::spoils_data(cause.effect.value_or(scenario::Effect::stop))) warn_repair(checker, cause, what);
        if (!checker.require(cause.hits, "hits", cause.place, what, "[\"web/*\"]")) continue;
        if (cause.hits->empty()) {
            checker.error(codes::selector_empty, cause.hits.origin.place, fmt::format("{} hits nothing", what));
        }
        const bool is_later = given(cause.effect) && !cause.effect;
        const bool spoils = scenario::spoils_data(cause.effect.value_or(scenario::Effect::stop));
        for (const Selector& selector : *cause.hits) {
            check_target(checker, selector, repair.count() > 0 || is_later || spoils, what);
            if (spoils) check_spoiled(checker, selector, cause.noticed_after, what);
        }
    }
}

void check_events(Checker& checker) {
    for (const Event& event : checker.scenario.events) {
        const std::string what = fmt::format("event \"{}\"", event.id);
        if (checker.require(event.at, "at", event.place, what, "\"90 d\"") && *event.at >= checker.horizon()) {
            checker.warn(codes::event_beyond_horizon, event.at.origin.place,
                         fmt::format("{} lies beyond the horizon and never happens", what));
        }
        if (!checker.require(event.action, "do", event.place, what, "\"fail domain eu for 6 h\"")) continue;
        if (event.action->verb == scenario::EventAction::Verb::scale) {
            check_scaling(checker, event.action->target, what);
            continue;
        }
        const auto verb = event.action->verb;
        const bool comes_back = verb == scenario::EventAction::Verb::restore ||
                                verb == scenario::EventAction::Verb::resize ||
                                verb == scenario::EventAction::Verb::corrupt;
        check_target(checker, event.action->target, comes_back || event.action->lasting.has_value(), what);
        if (event.action->from) check_partition(checker, event, what);
        if (verb == scenario::EventAction::Verb::corrupt) {
            const scenario::Field<sim::Law> noticed{event.action->noticed, event.action.origin};
            check_spoiled(checker, event.action->target, noticed, what);
        }
    }
}

}  // namespace nines::validate
