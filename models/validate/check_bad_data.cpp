// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "models/scenario/value_text.hpp"
#include "models/validate/backups.hpp"
#include "models/validate/copies.hpp"
#include "sim/random/law.hpp"

/// Followers that apply writes later or have no data, and bad data that are noticed too late for what is kept.
namespace nines::validate {
namespace {

using scenario::Field;
using scenario::Follower;
using scenario::PromoteBy;
using scenario::ReplicationMode;
using scenario::Store;
namespace codes = scenario::codes;

template <class T>
void warn_without_effect(Checker& checker, const Field<T>& field, std::string_view key, const std::string& what,
                         std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what, key),
                 std::string(why));
}

void check_delayed(Checker& checker, const Follower& follower, const std::string& what) {
    const auto mode = follower.mode.value_or(ReplicationMode::async);
    if (mode != ReplicationMode::async) {
        checker.error(codes::delay_in_sync, follower.delay.origin.place,
                      fmt::format("{} applies writes later, so it cannot be \"{}\"", what, scenario::to_text(mode)),
                      "leave out `mode`: it follows asynchronously");
    }
    if (follower.promote && *follower.promote == PromoteBy::failover) {
        warn_without_effect(checker, follower.promote, "promote", what,
                            "what is behind on purpose is promoted only when the store is restored from it");
    }
}

/// How far back the oldest copy goes that a backup keeps; nothing if it keeps all.
std::optional<Duration> kept_for(const scenario::Backup& backup) {
    if (!backup.keep) return std::nullopt;
    const scenario::BackupKeep& keep = *backup.keep;
    std::optional<Duration> longest;
    const auto add = [&](Duration time) { longest = longest ? std::max(*longest, time) : time; };
    const auto add_number = [&](const Field<std::int64_t>& number, const Field<scenario::Schedule>& schedule) {
        if (number && schedule) add(schedule->period * static_cast<double>(*number));
    };
    add_number(keep.full, backup.full);
    add_number(keep.snapshot, backup.snapshot);
    if (keep.window) add(*keep.window);
    const auto add_each = [&](const Field<std::int64_t>& number, Duration each) {
        if (number) add(each * static_cast<double>(*number));
    };
    add_each(keep.daily, Duration::days(1));
    add_each(keep.weekly, Duration::days(7));
    add_each(keep.monthly, Duration::years(1.0 / 12.0));
    add_each(keep.yearly, Duration::years(1));
    return longest;
}

/// One in twenty is noticed when no backup from before is kept any more.
void check_retention(Checker& checker, const Store& store, const Field<sim::Law>& noticed, const std::string& what) {
    std::optional<Duration> longest;
    for (const scenario::Backup& backup : checker.scenario.backups) {
        if (store_of(checker, backup) != &store) continue;
        const std::optional<Duration> kept = kept_for(backup);
        if (!kept) return;
        longest = longest ? std::max(*longest, *kept) : *kept;
    }
    const Duration late = sim::quantile(*noticed, 0.95);
    if (!longest || late <= *longest) return;
    checker.warn(codes::noticed_after_retention, noticed.origin.place,
                 fmt::format("{}: one in twenty is noticed only after {}, and backups of store \"{}\" are kept for {}",
                             what, scenario::rounded_text(late), store.id, scenario::to_text(*longest)),
                 "keep some for longer: `monthly` or `yearly` under `keep`");
}

}  // namespace

void check_followers(Checker& checker, const Store& store) {
    for (const Follower& follower : store.followers) {
        const std::string what = fmt::format("follower of store \"{}\"", store.id);
        if (follower.mode && *follower.mode == ReplicationMode::none) {
            constexpr std::string_view why = "it has no data: a plan restores them onto it";
            warn_without_effect(checker, follower.lag, "lag", what, why);
            warn_without_effect(checker, follower.delay, "delay", what, why);
            if (follower.promote && *follower.promote == PromoteBy::failover) {
                warn_without_effect(checker, follower.promote, "promote", what, why);
            }
        } else if (follower.delay && *follower.delay > Duration()) {
            check_delayed(checker, follower, what);
        }
    }
}

/// It is noticed when no clean copy is left: of backups one in twenty, of delayed followers half.
void check_notice(Checker& checker, const Store& store, const Field<sim::Law>& noticed, const std::string& what) {
    if (!noticed) return;
    check_retention(checker, store, noticed, what);
    const Duration usual = sim::quantile(*noticed, 0.5);
    for (const Follower& follower : store.followers) {
        if (!follower.delay || *follower.delay <= Duration() || usual <= *follower.delay) continue;
        checker.warn(codes::noticed_after_delay, noticed.origin.place,
                     fmt::format("{}: half are noticed only after {}, when the follower of store \"{}\" that is {} "
                                 "behind has the bad data too",
                                 what, scenario::rounded_text(usual), store.id, scenario::to_text(*follower.delay)),
                     "a longer `delay`, or a backup");
    }
}

}  // namespace nines::validate
