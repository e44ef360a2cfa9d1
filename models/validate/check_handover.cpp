// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/scenario/planned_work.hpp"
#include "models/validate/copies.hpp"

/// Planned hand-overs, failback, and a primary that steps down.
namespace nines::validate {
namespace {

using scenario::Failover;
using scenario::Field;
using scenario::Store;
namespace codes = scenario::codes;

template <class T>
void warn_without_effect(Checker& checker, const Field<T>& field, std::string_view key, const std::string& what,
                         std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what, key),
                 std::string(why));
}

bool is_never(const Field<sim::Law>& law) {
    return law && std::holds_alternative<sim::Never>(law->form);
}

void check_step_down(Checker& checker, const Failover& failover, const std::string& what) {
    using scenario::WithoutNeeds;
    const bool steps_down = failover.without_needs.value_or(WithoutNeeds::stay) == WithoutNeeds::step_down;
    if (!given(failover.needs)) {
        warn_without_effect(checker, failover.without_needs, "without_needs", what, "it needs nothing: add `needs`");
    }
    if (failover.self_demotes.value_or(false)) return;
    if (!given(failover.needs)) {
        warn_without_effect(checker, failover.step_down, "step_down", what, "it needs nothing: add `needs`");
    } else if (!steps_down) {
        warn_without_effect(checker, failover.step_down, "step_down", what,
                            "the primary stays: without_needs = \"step-down\"");
    }
}

/// A stage that cannot succeed leaves everything to people, or for ever undone.
void check_stages(Checker& checker, const Failover& failover, const std::string& what) {
    struct Named {
        const Field<scenario::Stage>& stage;
        std::string_view key;
    };
    const std::array stages = {
        Named{failover.decide, "decide"},        Named{failover.fence, "fence"}, Named{failover.promote, "promote"},
        Named{failover.redirect, "redirect"},    Named{failover.warm, "warm"},   Named{failover.by_hand, "by_hand"},
        Named{failover.switchover, "switchover"}};
    for (const Named& named : stages) {
        if (!named.stage || named.stage->works.value_or(1.0) > 0.0) continue;
        const bool has_hands = given(failover.by_hand) && failover.by_hand->works.value_or(1.0) > 0.0;
        if (has_hands && is_automatic(failover)) continue;
        checker.warn(codes::no_candidate, named.stage->works.origin.place,
                     fmt::format("{}: `{}` never works, so that nobody is ever promoted by it", what, named.key),
                     "a `works` above 0 %, or `by_hand`");
    }
}

}  // namespace

void check_handover(Checker& checker, const Failover& failover, const std::string& what, const Handover& handover) {
    check_step_down(checker, failover, what);
    check_stages(checker, failover, what);
    const bool fails_back = given(failover.failback) && !is_never(failover.failback);
    if (fails_back && !given(failover.switchover)) {
        checker.error(codes::key_missing, failover.failback.origin.place,
                      fmt::format("{} fails back, but does not say how long a planned hand-over takes", what),
                      "for example switchover = \"5 s\"");
    }
    if (!handover.known) return;
    if (!handover.has_successor) {
        constexpr std::string_view why = "no other copy may ever be primary";
        warn_without_effect(checker, failover.switchover, "switchover", what, why);
        if (fails_back) warn_without_effect(checker, failover.failback, "failback", what, why);
        return;
    }
    if (handover.has_maintenance || given(failover.failback)) return;
    warn_without_effect(checker, failover.switchover, "switchover", what,
                        "nothing is planned: give the machines `maintenance` or `patch`, or write `failback`");
}

bool has_maintenance(const Checker& checker, const Field<std::string>& on) {
    const auto group = on ? checker.names.group(*on) : std::nullopt;
    return group && scenario::has_planned_absence(checker.scenario.groups[*group]);
}

Handover handover_of(const Checker& checker, const Store& store, const Failover& failover) {
    const CopyCount copies = count_copies(checker, store);
    Handover handover{.known = copies.known, .has_maintenance = has_maintenance(checker, store.on)};
    std::int64_t successors = copies.members + copies.candidates;
    for (const scenario::Follower& follower : store.followers) {
        handover.has_maintenance = handover.has_maintenance || has_maintenance(checker, follower.on);
        const bool by_people = follower.promote.value_or(scenario::PromoteBy::plan) == scenario::PromoteBy::plan;
        // People may make it primary in a failover, too: then there is somebody to come back from.
        if (by_people && (!is_automatic(failover) || given(failover.by_hand) || given(failover.by))) ++successors;
    }
    handover.has_successor = successors > 1;
    return handover;
}

}  // namespace nines::validate
