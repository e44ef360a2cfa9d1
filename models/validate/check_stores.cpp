// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_map>

#include "models/scenario/group_size.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/copies.hpp"

namespace nines::validate {
namespace {

using scenario::Effect;
using scenario::Field;
using scenario::Follower;
using scenario::Replication;
using scenario::ReplicationMode;
using scenario::Store;
namespace codes = scenario::codes;

std::string title(const Store& store) {
    return fmt::format("store \"{}\"", store.id);
}

/// Which store's copies each group carries.
using Carried = std::unordered_map<std::size_t, const Store*>;

/// The group must be one, carry nothing else, and have all its members at work.
void check_group_of(Checker& checker, const Store& store, const Field<std::string>& on, const std::string& what,
                    Carried& carried) {
    const auto group = checker.names.group(*on);
    if (!group) {
        if (checker.names.is_later(*on)) return;
        const bool is_something = checker.names.find(scenario::RefKind::any, *on).outcome == Outcome::found;
        if (is_something) {
            checker.error(codes::reference_wrong_kind, on.origin.place,
                          fmt::format("{} is on \"{}\", which is not a group", what, *on),
                          "[group.ID] with `node` and `count` makes machines that can hold copies");
        } else {
            checker.unknown(on.origin.place, fmt::format("{} is on \"{}\", but there is no such group", what, *on), *on,
                            scenario::RefKind::group);
        }
        return;
    }
    const auto [place, is_first] = carried.emplace(*group, &store);
    if (!is_first) {
        checker.error(codes::copies_twice, on.origin.place,
                      fmt::format("{}: group \"{}\" carries copies of {} already", what, *on, title(*place->second)),
                      "one group for each; `in` and `spread` put them in the same places");
    }
    const scenario::Group& members = checker.scenario.groups[*group];
    if (given(members.active) || scenario::is_scaled_by_plan(members)) {
        checker.error(codes::copies_stand_by, on.origin.place,
                      fmt::format("{}: members of group \"{}\" stand by, so they cannot all hold a copy", what, *on),
                      "leave out `active`: the store's failover says who takes over, and how");
    }
}

void check_places(Checker& checker, const Store& store, Carried& carried) {
    if (checker.require(store.on, "on", store.place, title(store), "\"db\"")) {
        check_group_of(checker, store, store.on, title(store), carried);
    }
    for (const Follower& follower : store.followers) {
        const std::string what = fmt::format("follower of {}", title(store));
        if (!checker.require(follower.on, "on", follower.place, what, "\"db-elsewhere\"")) continue;
        check_group_of(checker, store, follower.on, what, carried);
    }
}

template <class T>
void warn_without_effect(Checker& checker, const Field<T>& field, std::string_view key, const Store& store,
                         std::string_view why) {
    const bool by_preset = field.origin.source == scenario::Source::preset;
    if (!given(field) || by_preset) return;
    checker.warn(codes::key_without_effect, field.origin.place,
                 fmt::format("{}: `{}` has no effect", title(store), key), std::string(why));
}

void check_quorum(Checker& checker, const Store& store, const CopyCount& copies) {
    const Field<std::int64_t>& acks = store.replication->acks;
    const std::int64_t voters = copies.voters;
    if (!acks) return;
    if (*acks > voters) {
        checker.error(codes::acks_exceed_copies, acks.origin.place,
                      fmt::format("{}: a write needs {} votes, but there are only {}", title(store), *acks, voters),
                      fmt::format("a majority is {}", voters / 2 + 1));
    } else if (2 * *acks <= voters) {
        checker.warn(codes::quorum_without_majority, acks.origin.place,
                     fmt::format("{}: {} of {} votes are no majority, so two halves can both take writes", title(store),
                                 *acks, voters),
                     fmt::format("raise `acks` to {}", voters / 2 + 1));
    }
}

void check_acks(Checker& checker, const Store& store, const CopyCount& copies) {
    const Replication& replication = *store.replication;
    const std::int64_t acks = replication.acks.value_or(1);
    const std::int64_t replicas = copies.members - 1 + copies.in_sync;
    if (acks <= replicas) return;
    checker.error(codes::acks_exceed_copies,
                  replication.acks ? replication.acks.origin.place : store.replication.origin.place,
                  fmt::format("{}: {} must acknowledge a write, but beside the primary there {} {}", title(store),
                              acks == 1 ? "one replica" : fmt::format("{} replicas", acks),
                              replicas <= 1 ? "is only" : "are only", replicas),
                  "more members, a follower with mode = \"sync\", or fewer acks");
}

void check_replication(Checker& checker, const Store& store) {
    if (!store.replication) return;
    const Replication& replication = *store.replication;
    const CopyCount copies = count_copies(checker, store);
    constexpr std::string_view only_sync = "it is for mode = \"sync\" and \"semi-sync\"";
    switch (replication.mode.value_or(ReplicationMode::async)) {
        case ReplicationMode::sync:
        case ReplicationMode::semi_sync:
            if (copies.known && (replication.acks || !given(replication.acks))) check_acks(checker, store, copies);
            return;
        case ReplicationMode::quorum:
            if (copies.known) check_quorum(checker, store, copies);
            break;
        case ReplicationMode::none:
            checker.error(codes::replication_none, replication.mode.origin.place,
                          fmt::format("{}: its own copies cannot be without data", title(store)),
                          "mode = \"none\" is for a [[store.ID.follower]] onto which a plan restores");
            return;
        case ReplicationMode::async:
            warn_without_effect(checker, replication.acks, "acks", store, "no replica is waited for: choose a `mode`");
            break;
        case ReplicationMode::shared:
            warn_without_effect(checker, replication.acks, "acks", store, "all members have the same storage");
            warn_without_effect(checker, replication.lag, "lag", store, "all members have the same storage");
            break;
    }
    const bool mode_known = replication.mode || !given(replication.mode);
    if (!mode_known) return;
    warn_without_effect(checker, replication.without_replica, "without_replica", store, only_sync);
    warn_without_effect(checker, replication.stall, "stall", store, only_sync);
}

/// A full copy takes size / rate, unless `refill` says how long.
void check_resync(Checker& checker, const Store& store, const Exposed& exposed) {
    const bool is_shared =
        store.replication && store.replication->mode.value_or(ReplicationMode::async) == ReplicationMode::shared;
    const bool has_refill = store.resync && given(store.resync->refill);
    if (store.resync && has_refill) {
        warn_without_effect(checker, store.resync->rate, "rate", store, "`refill` says how long a full copy takes");
    }
    if (has_refill || given(store.size) || is_shared) return;
    if (has_copy_on(checker, store, exposed.to_lost_data)) {
        const bool has_rate = store.resync && store.resync->rate;
        checker.warn(codes::refill_takes_no_time, has_rate ? store.resync->rate.origin.place : store.place,
                     fmt::format("{} can lose a copy, and without a size a new one takes no time", title(store)),
                     "give `size`, or resync = { refill = .. }");
    } else if (store.resync) {
        warn_without_effect(checker, store.resync->rate, "rate", store, "without `size` a full copy takes no time");
    }
}

/// Where some data is kept, an effect on data that strikes none of it is probably written in the wrong place.
void check_lost_data(Checker& checker) {
    const Carriers carrying = carriers(checker);
    const auto check = [&](const auto& things, const std::vector<bool>& carry, std::string_view kind) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            if (carry[i]) continue;
            for (const scenario::FailureMode& mode : things[i].failures) {
                const bool by_preset = mode.effect.origin.source == scenario::Source::preset;
                const Effect effect = mode.effect.value_or(Effect::stop);
                const bool spoils = scenario::spoils_data(effect);
                if ((effect != Effect::lose_data && !spoils) || by_preset) continue;
                checker.warn(codes::no_copy_to_lose, mode.effect.origin.place,
                             fmt::format("{} \"{}\" carries no store, so it has no data {}", kind, things[i].id,
                                         spoils ? "that could go bad" : "to lose"),
                             "write effect = \"stop\", or put a store on it");
            }
        }
    };
    check(checker.scenario.nodes, carrying.nodes, "node");
    check(checker.scenario.domains, carrying.domains, "domain");
}

}  // namespace

void check_stores(Checker& checker) {
    if (checker.scenario.stores.empty()) return;
    const Exposed exposed = exposed_groups(checker);
    Carried carried;
    for (const Store& store : checker.scenario.stores) {
        check_places(checker, store, carried);
        check_replication(checker, store);
        check_writes(checker, store);
        check_resync(checker, store, exposed);
        check_failover(checker, store, exposed);
        check_followers(checker, store);
    }
    if (checker.whole) check_lost_data(checker);
}

}  // namespace nines::validate
