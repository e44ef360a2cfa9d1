// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/value_text.hpp"
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

/// On average it is noticed when a delayed follower has applied it.
void check_notice(Checker& checker, const Store& store, const Field<sim::Law>& noticed, const std::string& what) {
    if (!noticed) return;
    const Duration usual = sim::mean(*noticed);
    for (const Follower& follower : store.followers) {
        if (!follower.delay || *follower.delay <= Duration() || usual <= *follower.delay) continue;
        checker.warn(codes::noticed_after_delay, noticed.origin.place,
                     fmt::format("{} is noticed after {} on average, when the follower of store \"{}\" that is {} "
                                 "behind has the bad data too",
                                 what, scenario::to_text(usual), store.id, scenario::to_text(*follower.delay)),
                     "a longer `delay`, or a backup");
    }
}

}  // namespace nines::validate
