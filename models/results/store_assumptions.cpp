// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/store_assumptions.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/scenario/planned_work.hpp"

namespace nines::results {

namespace {

using scenario::Field;
using scenario::ReplicationMode;
using scenario::Store;

ReplicationMode mode_of(const Store& store) {
    return store.replication ? store.replication->mode.value_or(ReplicationMode::async) : ReplicationMode::async;
}

bool is_shared(const Store& store) {
    return mode_of(store) == ReplicationMode::shared;
}

/// Some copy may be behind when the primary fails, and by how much is not said.
bool lacks_lag(const Store& store) {
    const bool loses = mode_of(store) == ReplicationMode::async || mode_of(store) == ReplicationMode::semi_sync;
    const bool members_lack = loses && !(store.replication && store.replication->lag);
    return members_lack || std::any_of(store.followers.begin(), store.followers.end(), [](const auto& follower) {
               return follower.mode.value_or(ReplicationMode::async) == ReplicationMode::async && !follower.lag;
           });
}

/// The automation is alone: when it cannot fail over, somebody's return is waited for.
bool lacks_hands(const Store& store) {
    return store.failover && !store.failover->by_hand;
}

bool lacks_fence(const Store& store) {
    const bool by_majority = mode_of(store) == ReplicationMode::quorum || (store.failover && store.failover->witness);
    return store.failover && !by_majority && !store.failover->fence && !store.failover->self_demotes.value_or(false);
}

bool returns_at_once(const Store& store) {
    return !is_shared(store) && !(store.resync && store.resync->rewind);
}

bool refills_at_usual_rate(const Store& store) {
    return store.size && !is_shared(store) && !(store.resync && (store.resync->rate || store.resync->refill));
}

bool refills_at_once(const Store& store) {
    return !store.size && !is_shared(store) && !(store.resync && store.resync->refill);
}

bool stays_after_failover(const Store& store) {
    return store.failover && !store.failover->failback;
}

bool stays_without_needs(const Store& store) {
    return store.failover && store.failover->needs && !store.failover->without_needs;
}

struct Sentence {
    bool (*applies)(const Store&);
    const char* text;
};

constexpr Sentence sentences[] = {
    {[](const Store& store) { return !store.failover; }, "Without a failover the primary's return is waited for: {}."},
    {[](const Store& store) { return store.failover && !store.failover->detect; },
     "A dead primary is noticed by HAProxy's default check, 4 to 6 s after a crash and 10 to 12 s after silence: {}."},
    {lacks_fence, "Nothing keeps a former primary that is cut off from taking writes: {}."},
    {lacks_hands, "Nobody steps in by hand when no copy can take over; a stage that fails is tried again: {}."},
    {stays_after_failover, "The copy that has taken over stays primary when the former one is back: {}."},
    {stays_without_needs, "A primary serves on while what its failover needs is gone: {}."},
    {lacks_lag, "Copies whose lag is not given are never behind, so that a failover to them loses nothing: {}."},
    {returns_at_once, "A copy that was away follows again as soon as it is back: {}."},
    {refills_at_usual_rate, "A copy that has lost its data is refilled at 300 MB/s: {}."},
    {refills_at_once, "A copy that has lost its data is whole again at once, for no size is given: {}."},
};

bool is_maintained(const scenario::Scenario& scenario, const Field<std::string>& on) {
    return on && std::any_of(scenario.groups.begin(), scenario.groups.end(), [&](const scenario::Group& group) {
               return group.id == *on && scenario::has_planned_absence(group);
           });
}

/// Stores whose machines are maintained by plan, and whose primary then just goes away.
void add_maintained(std::vector<std::string>& said, const scenario::Scenario& scenario) {
    std::vector<std::string> names;
    for (const Store& store : scenario.stores) {
        if (!store.failover || store.failover->switchover) continue;
        bool is_any = is_maintained(scenario, store.on);
        for (const auto& follower : store.followers) is_any = is_any || is_maintained(scenario, follower.on);
        if (is_any) names.push_back(store.id);
    }
    if (names.empty()) return;
    said.push_back(fmt::format(
        "Maintenance of a primary costs what a failover does that is known at once, for no `switchover` is given: {}.",
        listed(names)));
}

/// Values of a failover that come from its preset.
void add_preset_values(std::vector<std::string>& said, const scenario::Scenario& scenario) {
    std::vector<std::string> names;
    for (const Store& store : scenario.stores) {
        if (!store.failover || !store.failover->preset) continue;
        names.push_back(fmt::format("{} ({})", store.id, *store.failover->preset));
    }
    if (names.empty()) return;
    said.push_back(fmt::format("How a failover goes follows a preset: {}; `nines explain` shows each value's source.",
                               listed(names)));
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t shown = 4;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), shown));
    const std::string text = fmt::format("{}", fmt::join(names.begin(), end, ", "));
    return names.size() <= shown ? text : fmt::format("{} and {} more", text, names.size() - shown);
}

void add_store_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario) {
    for (const Sentence& sentence : sentences) {
        std::vector<std::string> names;
        for (const Store& store : scenario.stores) {
            if (sentence.applies(store)) names.push_back(store.id);
        }
        if (!names.empty()) said.push_back(fmt::format(fmt::runtime(sentence.text), listed(names)));
    }
    add_maintained(said, scenario);
    add_preset_values(said, scenario);
}

}  // namespace nines::results
