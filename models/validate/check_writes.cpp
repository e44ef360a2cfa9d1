// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/copies.hpp"

/// What is written to a store, who acknowledges it, and whether replicas can keep up.
namespace nines::validate {
namespace {

using scenario::Field;
using scenario::Load;
using scenario::ReplicationMode;
using scenario::Store;
namespace codes = scenario::codes;

template <class T>
void warn_without_effect(Checker& checker, const Field<T>& field, std::string_view key, const Store& store,
                         std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place,
                 fmt::format("store \"{}\": `{}` has no effect", store.id, key), std::string(why));
}

void check_sync_with(Checker& checker, const Store& store) {
    const scenario::Replication& replication = *store.replication;
    const auto mode = replication.mode.value_or(ReplicationMode::async);
    const auto warn = [&](std::string_view why) {
        warn_without_effect(checker, replication.sync_with, "sync_with", store, why);
    };
    if (mode != ReplicationMode::sync && mode != ReplicationMode::semi_sync) {
        return warn("it is for mode = \"sync\" and \"semi-sync\"");
    }
    if (replication.sync_with.value_or(scenario::SyncWith::any) == scenario::SyncWith::any) return;
    if (mode == ReplicationMode::sync && !given(replication.stall)) {
        return warn("without `stall` the next replica is waited for at once");
    }
    const CopyCount copies = count_copies(checker, store);
    if (copies.known && replication.acks.value_or(1) >= copies.members - 1 + copies.in_sync) {
        warn("every replica must acknowledge as it is");
    }
}

/// Mean of the load over a week, as a share of its peak: the cosine of the day is halfway up on average.
double mean_share(const Load& load) {
    const bool is_diurnal = load.shape.value_or(scenario::LoadShape::constant) == scenario::LoadShape::diurnal;
    const double day = is_diurnal ? (1.0 + load.trough.value_or(0.4)) / 2.0 : 1.0;
    return day * (5.0 + 2.0 * load.weekend.value_or(1.0)) / 7.0;
}

const Load* followed_load(const Checker& checker, const Store& store) {
    if (!store.writes_follow) return nullptr;
    const auto service = checker.names.service(*store.writes_follow);
    if (!service || !checker.scenario.services[*service].load) return nullptr;
    return &*checker.scenario.services[*service].load;
}

void check_followed(Checker& checker, const Store& store) {
    if (!store.writes_follow) return;
    const auto service = checker.names.service(*store.writes_follow);
    if (!service) {
        if (checker.names.is_later(*store.writes_follow)) return;
        return checker.unknown(store.writes_follow.origin.place,
                               fmt::format("the writes of store \"{}\" follow \"{}\", but there is no such service",
                                           store.id, *store.writes_follow),
                               *store.writes_follow, scenario::RefKind::service);
    }
    if (!given(store.writes)) {
        return warn_without_effect(checker, store.writes_follow, "writes_follow", store,
                                   "say how much is written at the peak: `writes`");
    }
    if (given(checker.scenario.services[*service].load)) return;
    warn_without_effect(checker, store.writes_follow, "writes_follow", store,
                        "the service has no `load`, so that writes are constant");
}

void check_replay(Checker& checker, const Store& store) {
    const Field<scenario::ByteRate>& replay = store.replication->replay;
    if (!replay) return;
    if (store.replication->mode.value_or(ReplicationMode::async) == ReplicationMode::shared) {
        return warn_without_effect(checker, replay, "replay", store, "all members have the same storage");
    }
    if (!store.writes) {
        return warn_without_effect(checker, replay, "replay", store, "say how much is written: `writes`");
    }
    const Load* const load = followed_load(checker, store);
    const double mean = store.writes->bytes_per_second * (load != nullptr ? mean_share(*load) : 1.0);
    if (mean <= replay->bytes_per_second) return;
    checker.warn(codes::writes_exceed_replay, replay.origin.place,
                 fmt::format("store \"{}\": on average {:.3g} MB/s are written, but a replica applies {:.3g} MB/s, so "
                             "that it falls behind for ever",
                             store.id, mean / 1e6, replay->bytes_per_second / 1e6),
                 "raise `replay`, or lower `writes`");
}

}  // namespace

void check_writes(Checker& checker, const Store& store) {
    check_followed(checker, store);
    if (!store.replication) return;
    check_sync_with(checker, store);
    check_replay(checker, store);
}

}  // namespace nines::validate
