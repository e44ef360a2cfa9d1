// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/scenario/domain_levels.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::ClassTimes;
using scenario::Effect;
using scenario::FailureClass;
using scenario::Field;
using scenario::Service;
namespace codes = scenario::codes;

/// Classes of failure that something in the scenario can begin.
class Possible {
public:
    explicit Possible(const Checker& checker) : checker_(checker), levels_(domain_levels(checker.scenario)) {
        const scenario::Scenario& scenario = checker.scenario;
        for (const scenario::Node& node : scenario.nodes) {
            if (!node.failures.empty()) add(FailureClass::node);
            add_effects(node.failures);
        }
        for (std::size_t i = 0; i < scenario.domains.size(); ++i) {
            if (!scenario.domains[i].failures.empty()) add(levels_[i]);
            add_effects(scenario.domains[i].failures);
        }
        for (const scenario::Cause& cause : scenario.causes) {
            add_effect(cause.effect.value_or(Effect::stop));
            if (!cause.hits || scenario::spoils_data(cause.effect.value_or(Effect::stop))) continue;
            for (const scenario::Selector& selector : *cause.hits) add_target(selector);
        }
        for (const scenario::Event& event : scenario.events) {
            if (!event.action || event.action->verb == scenario::EventAction::Verb::scale) continue;
            const bool cuts_off = event.action->verb == scenario::EventAction::Verb::partition;
            const bool spoils = event.action->verb == scenario::EventAction::Verb::corrupt;
            if (spoils) add(FailureClass::corruption);
            if (cuts_off) add(FailureClass::partition);
            if (!cuts_off && !spoils) add_target(event.action->target);
        }
        for (const scenario::Group& group : scenario.groups) {
            if (group.deploy && group.deploy->effect) add_effect(*group.deploy->effect);
        }
        for (const scenario::Store& store : scenario.stores) {
            if (store.failover) add_alarms(*store.failover);
        }
    }

    bool contains(FailureClass wanted) const { return possible_[static_cast<std::size_t>(wanted)]; }

private:
    void add(FailureClass found) { possible_[static_cast<std::size_t>(found)] = true; }

    void add_effects(const std::vector<scenario::FailureMode>& modes) {
        for (const scenario::FailureMode& mode : modes) add_effect(mode.effect.value_or(Effect::stop));
    }

    void add_effect(Effect effect) {
        if (effect == Effect::partition) add(FailureClass::partition);
        if (effect == Effect::corrupt) add(FailureClass::corruption);
        if (effect == Effect::encrypt) add(FailureClass::ransomware);
    }

    void add_target(const scenario::Selector& selector) {
        const Lookup lookup = checker_.names.find(selector.kind, selector.pattern);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        switch (lookup.target.kind) {
            case TargetKind::domain: add(levels_[index]); break;
            case TargetKind::children:
                for (const std::size_t child : checker_.names.children(index)) add(levels_[child]);
                break;
            case TargetKind::tag:  // It may be anybody's.
                for (const auto level : levels_) add(level);
                add(FailureClass::node);
                break;
            case TargetKind::group:
            case TargetKind::member:
            case TargetKind::members:
            case TargetKind::node:
            case TargetKind::service:
            case TargetKind::store:
            case TargetKind::balancer: add(FailureClass::node); break;
        }
    }

    void add_alarms(const scenario::Failover& failover) {
        const bool of_itself = failover.false_alarms && failover.false_alarms->per_second > 0.0;
        const bool of_checks = failover.detect && failover.detect->false_positive.value_or(0.0) > 0.0;
        if (of_itself || of_checks) add(FailureClass::false_alarm);
    }

    const Checker& checker_;
    std::vector<FailureClass> levels_;
    std::array<bool, scenario::failure_class_count> possible_{};
};

struct NamedClass {
    FailureClass failure_class;
    std::string_view word;
    Field<Duration> ClassTimes::*time;
    std::string_view hint;
};

constexpr std::string_view level_hint = "give a domain of that level a failure mode, or leave this out";
constexpr std::array named_classes{
    NamedClass{FailureClass::node, "node", &ClassTimes::node, "give a node a failure mode, or leave this out"},
    NamedClass{FailureClass::rack, "rack", &ClassTimes::rack, level_hint},
    NamedClass{FailureClass::zone, "zone", &ClassTimes::zone, level_hint},
    NamedClass{FailureClass::region, "region", &ClassTimes::region, level_hint},
    NamedClass{FailureClass::partition, "partition", &ClassTimes::partition,
               "give a failure effect = \"partition\", or leave this out"},
    NamedClass{FailureClass::false_alarm, "false-alarm", &ClassTimes::false_alarm,
               "give a store's failover `false_alarms`, or leave this out"},
    NamedClass{FailureClass::corruption, "corruption", &ClassTimes::corruption,
               "give a cause that hits a store effect = \"corrupt\", or leave this out"},
    NamedClass{FailureClass::ransomware, "ransomware", &ClassTimes::ransomware,
               "give a cause that hits a store effect = \"encrypt\", or leave this out"},
};

void check_classes(Checker& checker, const Possible& possible, const Service& service, const ClassTimes& times,
                   std::string_view key) {
    for (const NamedClass& each : named_classes) {
        const Field<Duration>& time = times.*each.time;
        if (!time || possible.contains(each.failure_class)) continue;
        checker.warn(codes::class_cannot_occur, time.origin.place,
                     fmt::format("service \"{}\": `{}` is for failures of class {}, and none can occur here",
                                 service.id, key, each.word),
                     std::string(each.hint));
    }
}

/// Which services rest on a store, directly, through other services or through balancers. A thing is a number: first
/// the services, then the balancers.
class StoreSearch {
public:
    explicit StoreSearch(const Checker& checker)
        : checker_(checker),
          services_(checker.scenario.services.size()),
          with_store_(services_ + checker.scenario.balancers.size(), false),
          needed_by_(with_store_.size()) {
        for (std::size_t i = 0; i < services_; ++i) {
            const Service& service = checker.scenario.services[i];
            if (const auto entry = entry_of(service)) add(i, entry->kind, entry->name);
            if (!service.needs) continue;
            for (const scenario::Need& need : *service.needs) {
                for (const auto& operand : need.operands) add(i, operand.kind, operand.name);
            }
        }
        for (std::size_t i = services_; i < with_store_.size(); ++i) {
            const scenario::Balancer& balancer = checker.scenario.balancers[i - services_];
            if (!balancer.to) continue;
            for (const scenario::Selector& target : *balancer.to) add(i, target.kind, target.pattern);
        }
    }

    std::vector<bool> run() {
        while (!to_do_.empty()) {
            const std::size_t thing = to_do_.back();
            to_do_.pop_back();
            for (const std::size_t outer : needed_by_[thing]) mark(outer);
        }
        return with_store_;
    }

private:
    void add(std::size_t thing, scenario::RefKind kind, const std::string& name) {
        const Lookup lookup = checker_.names.find(kind, name);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        if (lookup.target.kind == TargetKind::service) needed_by_[index].push_back(thing);
        if (lookup.target.kind == TargetKind::balancer) needed_by_[services_ + index].push_back(thing);
        if (lookup.target.kind == TargetKind::store) mark(thing);
    }

    void mark(std::size_t thing) {
        if (with_store_[thing]) return;
        with_store_[thing] = true;
        to_do_.push_back(thing);
    }

    const Checker& checker_;
    std::size_t services_;
    std::vector<bool> with_store_;
    std::vector<std::vector<std::size_t>> needed_by_;
    std::vector<std::size_t> to_do_;
};

}  // namespace

void check_objectives(Checker& checker) {
    if (!checker.whole) return;
    const auto& services = checker.scenario.services;
    const bool any = std::any_of(services.begin(), services.end(), [](const Service& service) {
        return service.objective.rto || service.objective.rpo || service.data_loss_cost;
    });
    if (!any) return;
    const Possible possible(checker);
    const std::vector<bool> with_store = StoreSearch(checker).run();
    for (std::size_t i = 0; i < services.size(); ++i) {
        const scenario::Objective& objective = services[i].objective;
        if (services[i].data_loss_cost && !with_store[i]) {
            checker.warn(
                codes::loss_cost_without_store, services[i].data_loss_cost.origin.place,
                fmt::format("service \"{}\" has a price of lost writes, but it needs no store", services[i].id),
                "add [store.ID], and its id to `needs`");
        }
        if (objective.rto) check_classes(checker, possible, services[i], *objective.rto, "rto");
        if (!objective.rpo) continue;
        check_classes(checker, possible, services[i], *objective.rpo, "rpo");
        if (with_store[i]) continue;
        checker.warn(codes::rpo_without_store, objective.rpo.origin.place,
                     fmt::format("service \"{}\" promises how much is lost, but it needs no store", services[i].id),
                     "add [store.ID], and its id to `needs`");
    }
}

}  // namespace nines::validate
