// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"
#include "models/validate/copies.hpp"

namespace nines::validate {
namespace {

using scenario::Failover;
using scenario::ReplicationMode;
using scenario::Store;
namespace codes = scenario::codes;

std::string title(const Store& store) {
    return fmt::format("the failover of store \"{}\"", store.id);
}

ReplicationMode mode_of(const Store& store) {
    return store.replication ? store.replication->mode.value_or(ReplicationMode::async) : ReplicationMode::async;
}

void check_hands(Checker& checker, const Failover& failover, const std::string& what) {
    if (failover.by && !checker.names.is_crew(*failover.by) && !checker.names.is_later(*failover.by)) {
        checker.unknown(failover.by.origin.place,
                        fmt::format("{} is done by \"{}\", but there is no such crew", what, *failover.by),
                        *failover.by, scenario::RefKind::crew);
    }
    if (is_automatic(failover) || given(failover.by) || given(failover.by_hand)) return;
    checker.error(codes::nobody_by_hand, failover.mode.origin.place,
                  fmt::format("{} is manual, and nobody does it", what),
                  "say who with `by`, or how long it takes with `by_hand`");
}

void check_candidates(Checker& checker, const Store& store, const Failover& failover) {
    const CopyCount copies = count_copies(checker, store);
    if (!copies.known || copies.members > 1) return;
    if (copies.all() < 2) {
        checker.warn(codes::lone_copy, store.failover.origin.place,
                     fmt::format("store \"{}\" has one copy only, so there is nothing to fail over to", store.id),
                     "more members of its group, or a follower elsewhere");
        return;
    }
    const auto by_people = [](const scenario::Follower& follower) {
        return follower.promote.value_or(scenario::PromoteBy::plan) != scenario::PromoteBy::never;
    };
    bool any = copies.candidates > 0;
    if (!is_automatic(failover) || given(failover.by_hand)) {
        for (const scenario::Follower& follower : store.followers) any = any || by_people(follower);
    }
    if (any) return;
    checker.warn(
        codes::no_candidate, store.failover.origin.place,
        fmt::format("store \"{}\": no follower may be promoted, so {} has nobody to choose", store.id, title(store)),
        "promote = \"failover\" at a follower, or more members of its group");
}

void check_lag_limit(Checker& checker, const Store& store, const Failover& failover) {
    if (!failover.lag_limit || !written(failover.lag_limit)) return;
    if (failover.lag_limit->bytes && !given(store.writes)) {
        checker.error(codes::key_missing, failover.lag_limit.origin.place,
                      fmt::format("{} limits the lag in bytes, but store \"{}\" does not say how much is written",
                                  title(store), store.id),
                      "for example writes = \"2 MB/s\", or a limit as a time");
        return;
    }
    bool lags = store.replication && (given(store.replication->lag) || given(store.replication->replay));
    for (const scenario::Follower& follower : store.followers) lags = lags || given(follower.lag);
    if (lags) return;
    checker.warn(codes::key_without_effect, failover.lag_limit.origin.place,
                 fmt::format("{}: `lag_limit` has no effect", title(store)),
                 "no copy lags: give replication or a follower its `lag`");
}

void check_split_brain(Checker& checker, const Store& store, const Failover& failover, const Exposed& exposed) {
    const bool stops_the_old = given(failover.fence) || failover.self_demotes.value_or(false);
    const bool by_majority = mode_of(store) == ReplicationMode::quorum || given(failover.witness);
    if (!is_automatic(failover) || stops_the_old || by_majority) return;
    const CopyCount copies = count_copies(checker, store);
    const bool somebody_follows = copies.known && copies.members + copies.candidates > 1;
    if (!somebody_follows) return;
    const bool alarms = failover.false_alarms && failover.false_alarms->per_second > 0.0;
    const bool failing_checks = failover.detect && failover.detect->false_positive.value_or(0.0) > 0.0;
    std::string_view how;
    if (has_copy_on(checker, store, exposed.to_partition)) {
        how = "that is cut off";
    } else if (has_copy_on(checker, store, exposed.to_hang)) {
        how = "that hangs and wakes up";
    } else if (alarms || failing_checks) {
        how = "that was taken for dead";
    } else {
        return;
    }
    checker.warn(codes::split_brain_possible, store.failover.origin.place,
                 fmt::format("store \"{}\": a primary {} may take writes after another was promoted", store.id, how),
                 "add `fence`, or self_demotes = true if it stops by itself when it loses its lease");
}

/// A copy has its vote already.
void check_second_votes(Checker& checker, const Store& store, const Failover& failover) {
    if (!failover.witness || !store.on) return;
    for (const scenario::Selector& selector : *failover.witness) {
        if (selector.kind != scenario::RefKind::any && selector.kind != scenario::RefKind::group) continue;
        if (selector.pattern.substr(0, selector.pattern.find('/')) != *store.on) continue;
        checker.warn(
            codes::need_twice, selector.place,
            fmt::format("`witness` of {}: \"{}\" has a vote already, as a copy", title(store), selector.pattern),
            "name a machine without a copy");
    }
}

void check_conditions(Checker& checker, const Failover& failover, const std::string& of, std::string_view owner) {
    if (failover.needs) {
        for (const scenario::Need& need : *failover.needs) {
            check_need(checker, fmt::format("`needs` of {}", of), need, owner);
        }
    }
    if (!failover.witness) return;
    const std::string what = fmt::format("`witness` of {}", of);
    for (const scenario::Selector& selector : *failover.witness) {
        const Lookup lookup = checker.look_up(selector.kind, selector.pattern, selector.place, what);
        if (lookup.outcome != Outcome::found) continue;
        if (lookup.target.kind == TargetKind::store) {
            checker.error(codes::reference_wrong_kind, selector.place,
                          fmt::format("{}: \"{}\" is a store and has no vote", what, selector.pattern),
                          "name a group, member, node, service or domain");
        }
        if (lookup.target.size == 0) {
            checker.error(codes::selector_empty, selector.place,
                          fmt::format("{}: \"{}\" chooses nothing", what, selector.pattern));
        }
    }
}

}  // namespace

void check_takeover(Checker& checker, const Failover& failover, const std::string& what, std::string_view owner) {
    if (failover.detect) check_detection(checker, *failover.detect, fmt::format("`detect` of {}", what));
    check_hands(checker, failover, what);
    check_conditions(checker, failover, what, owner);
}

void check_failover(Checker& checker, const Store& store, const Exposed& exposed) {
    if (!store.failover) return;
    const Failover& failover = *store.failover;
    check_takeover(checker, failover, title(store), store.id);
    check_candidates(checker, store, failover);
    check_second_votes(checker, store, failover);
    check_lag_limit(checker, store, failover);
    check_handover(checker, failover, title(store), handover_of(checker, store, failover));
    check_split_brain(checker, store, failover, exposed);
}

}  // namespace nines::validate
