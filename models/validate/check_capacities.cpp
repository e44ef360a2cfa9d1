// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/scenario/value_text.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Effect;
using scenario::EventAction;
using scenario::FailureMode;
using scenario::Selector;
namespace codes = scenario::codes;

/// Warm-ups, slow modes and resizes against the capacities that they change.
class CapacityCheck {
public:
    explicit CapacityCheck(Checker& checker) : checker_(checker) {
        const auto& services = checker.scenario.services;
        any_load_ =
            std::any_of(services.begin(), services.end(), [](const auto& service) { return given(service.load); });
    }

    void run() {
        for (const scenario::Node& node : checker_.scenario.nodes) check_node(node);
        for (const scenario::Domain& domain : checker_.scenario.domains) {
            for (const FailureMode& mode : domain.failures) {
                if (slows(mode.effect)) unused(mode.effect, fmt::format("domain \"{}\"", domain.id), of_nodes);
            }
        }
        for (const scenario::Cause& cause : checker_.scenario.causes) check_cause(cause);
        for (const scenario::Event& event : checker_.scenario.events) check_event(event);
        for (const scenario::Group& group : checker_.scenario.groups) check_deploy(group);
    }

private:
    static constexpr const char* of_nodes = "only nodes have a capacity: give them the mode, or let a cause hit them";
    static constexpr const char* no_load = "no service has a `load`, so any capacity is enough";
    static constexpr const char* no_capacity = "it has no `capacity`, so it serves any number of requests";

    static bool slows(const scenario::Field<scenario::FailureEffect>& effect) {
        return effect && written(effect) && effect->kind == Effect::slow;
    }

    void unused(const scenario::Field<scenario::FailureEffect>& effect, const std::string& what, const char* why) {
        checker_.warn(codes::key_without_effect, effect.origin.place,
                      fmt::format("{}: `effect` = \"{}\" has no effect", what, to_text(*effect)), why);
    }

    /// Whether nothing at all asks for capacity, as far as that is known.
    bool nobody_asks() const { return !any_load_ && checker_.whole; }

    void check_node(const scenario::Node& node) {
        const std::string what = fmt::format("node \"{}\"", node.id);
        const bool unlimited = !given(node.capacity);
        if (unlimited && written(node.warm_up) && any_load_) {
            checker_.warn(codes::key_without_effect, node.warm_up.origin.place,
                          fmt::format("{}: `warm_up` has no effect", what), no_capacity);
        }
        for (const FailureMode& mode : node.failures) {
            if (!slows(mode.effect)) continue;
            if (nobody_asks()) {
                unused(mode.effect, what, no_load);
            } else if (unlimited) {
                unused(mode.effect, what, no_capacity);
            }
        }
    }

    /// Whether something that the target names says its capacity. What lies in domains or has a tag is not looked at.
    bool may_have_capacity(const Target& target) const {
        switch (target.kind) {
            case TargetKind::service:
            case TargetKind::store:
            case TargetKind::balancer: return false;
            case TargetKind::node: return given(checker_.scenario.nodes[target.index].capacity);
            case TargetKind::group:
            case TargetKind::member:
            case TargetKind::members: {
                const scenario::Group& group = checker_.scenario.groups[target.index];
                const auto node = group.node ? checker_.names.node(*group.node) : std::nullopt;
                return !node || given(checker_.scenario.nodes[*node].capacity);
            }
            case TargetKind::domain:
            case TargetKind::children:
            case TargetKind::tag: break;
        }
        return true;
    }

    /// True if it names nothing; that is said elsewhere.
    bool may_have_capacity(const Selector& selector) const {
        const Lookup lookup = checker_.names.find(selector.kind, selector.pattern);
        return lookup.outcome != Outcome::found || may_have_capacity(lookup.target);
    }

    void check_cause(const scenario::Cause& cause) {
        if (!slows(cause.effect) || !cause.hits) return;
        const std::string what = fmt::format("cause \"{}\"", cause.id);
        if (nobody_asks()) return unused(cause.effect, what, no_load);
        const bool any = std::any_of(cause.hits->begin(), cause.hits->end(),
                                     [&](const Selector& selector) { return may_have_capacity(selector); });
        if (!any) unused(cause.effect, what, "nothing that it hits has a `capacity`");
    }

    void check_deploy(const scenario::Group& group) {
        if (!group.deploy || !slows(group.deploy->effect)) return;
        const std::string what = fmt::format("`deploy` of group \"{}\"", group.id);
        if (nobody_asks()) return unused(group.deploy->effect, what, no_load);
        const auto node = group.node ? checker_.names.node(*group.node) : std::nullopt;
        if (node && !given(checker_.scenario.nodes[*node].capacity)) unused(group.deploy->effect, what, no_capacity);
    }

    void check_event(const scenario::Event& event) {
        if (!event.action) return;
        const EventAction& action = *event.action;
        if (action.verb == EventAction::Verb::resize) return check_resize(event, action.target);
        if (action.verb != EventAction::Verb::slow) return;
        if (!nobody_asks() && may_have_capacity(action.target)) return;
        checker_.warn(codes::key_without_effect, event.action.origin.place,
                      fmt::format("event \"{}\": `do` has no effect", event.id),
                      nobody_asks() ? no_load : fmt::format("\"{}\" has no `capacity`", action.target.pattern));
    }

    void check_resize(const scenario::Event& event, const Selector& target) {
        const Lookup lookup = checker_.names.find(target.kind, target.pattern);
        if (lookup.outcome != Outcome::found) return;  // said elsewhere
        const TargetKind kind = lookup.target.kind;
        const bool is_sized = kind == TargetKind::group || kind == TargetKind::member || kind == TargetKind::members ||
                              kind == TargetKind::node;
        if (!is_sized) {
            checker_.error(
                codes::reference_wrong_kind, target.place,
                fmt::format("event \"{}\" resizes \"{}\", which is no group and no node", event.id, target.pattern),
                "name a group, one of its members or a node");
        } else if (!may_have_capacity(lookup.target)) {
            checker_.error(
                codes::key_missing, target.place,
                fmt::format("event \"{}\" resizes \"{}\", which has no `capacity`", event.id, target.pattern),
                "give the node one, for example capacity = \"400 req/s\"");
        } else if (nobody_asks()) {
            checker_.warn(codes::key_without_effect, event.action.origin.place,
                          fmt::format("event \"{}\": `do` has no effect but the time that it takes", event.id),
                          no_load);
        }
    }

    Checker& checker_;
    bool any_load_ = false;
};

}  // namespace

void check_capacity_changes(Checker& checker) {
    CapacityCheck(checker).run();
}

}  // namespace nines::validate
