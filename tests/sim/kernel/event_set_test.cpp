// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/event_set.hpp"

#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tests/catch.hpp"

using nines::sim::EventSet;
using nines::sim::Leaf;
using nines::sim::Tick;

namespace {

/// The event set said plainly: a sorted set of (time, leaf).
class Reference {
public:
    explicit Reference(std::uint32_t leaf_count) : due_(leaf_count) {}

    void schedule(Leaf leaf, Tick at) {
        cancel(leaf);
        due_[leaf] = at;
        events_.emplace(at, leaf);
    }
    void cancel(Leaf leaf) {
        if (due_[leaf]) events_.erase({*due_[leaf], leaf});
        due_[leaf].reset();
    }
    std::optional<Tick> due(Leaf leaf) const { return due_[leaf]; }
    bool empty() const { return events_.empty(); }
    std::pair<Tick, Leaf> first() const { return *events_.begin(); }

private:
    std::vector<std::optional<Tick>> due_;
    std::set<std::pair<Tick, Leaf>> events_;
};

void check_same_first(const EventSet& events, const Reference& reference) {
    if (reference.empty()) {
        REQUIRE(events.first() == EventSet::never);
        return;
    }
    const auto [at, leaf] = reference.first();
    REQUIRE(events.tick_of(events.first()) == at);
    REQUIRE(events.leaf_of(events.first()) == leaf);
}

std::vector<Leaf> order_of_all(EventSet& events) {
    std::vector<Leaf> order;
    while (events.first() != EventSet::never) {
        order.push_back(events.leaf_of(events.first()));
        events.cancel(order.back());
    }
    return order;
}

}  // namespace

TEST_CASE("a new event set has nothing pending", "[event_set]") {
    const auto leaf_count = GENERATE(1u, 2u, 3u, 64u, 65u);
    const EventSet events(leaf_count);
    CHECK(events.first() == EventSet::never);
    for (Leaf leaf = 0; leaf < leaf_count; ++leaf) CHECK_FALSE(events.pending(leaf));
}

TEST_CASE("events come in the order of their times", "[event_set]") {
    EventSet events(5);
    events.schedule(0, 30);
    events.schedule(1, 10);
    events.schedule(2, 50);
    events.schedule(3, 20);
    events.schedule(4, 0);
    CHECK(order_of_all(events) == std::vector<Leaf>{4, 1, 3, 0, 2});
}

TEST_CASE("simultaneous events come in the order of their leaves, however they were scheduled", "[event_set]") {
    EventSet events(7);
    for (const Leaf leaf : {5u, 0u, 6u, 3u, 1u, 4u, 2u}) events.schedule(leaf, 42);
    CHECK(order_of_all(events) == std::vector<Leaf>{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("a tick earlier beats a smaller leaf", "[event_set]") {
    EventSet events(1000);
    events.schedule(0, 43);
    events.schedule(999, 42);
    CHECK(order_of_all(events) == std::vector<Leaf>{999, 0});
}

TEST_CASE("scheduling a pending event moves it", "[event_set]") {
    EventSet events(3);
    events.schedule(0, 10);
    events.schedule(1, 20);
    events.schedule(0, 30);
    CHECK(events.due(0) == 30);
    CHECK(order_of_all(events) == std::vector<Leaf>{1, 0});
}

TEST_CASE("cancelling forgets one event and no other, and may be repeated", "[event_set]") {
    EventSet events(3);
    events.schedule(0, 10);
    events.schedule(1, 20);
    events.cancel(0);
    events.cancel(0);
    events.cancel(2);
    CHECK_FALSE(events.pending(0));
    CHECK(events.pending(1));
    CHECK(order_of_all(events) == std::vector<Leaf>{1});
}

TEST_CASE("a single leaf is an event set too", "[event_set]") {
    EventSet events(1);
    events.schedule(0, 7);
    CHECK(events.tick_of(events.first()) == 7);
    CHECK(events.leaf_of(events.first()) == 0);
    events.cancel(0);
    CHECK(events.first() == EventSet::never);
}

TEST_CASE("the bound of a tick parts what is before it from what is at it or later", "[event_set]") {
    EventSet events(4);
    events.schedule(3, 99);
    CHECK(events.first() < events.bound(100));
    events.schedule(3, 100);
    CHECK(events.first() >= events.bound(100));
    events.schedule(0, 100);
    CHECK(events.first() >= events.bound(100));
    events.cancel(0);
    events.cancel(3);
    CHECK(events.first() >= events.bound(100));
}

TEST_CASE("times up to the stated number of bits keep their order and their value", "[event_set]") {
    const auto leaf_count = GENERATE(1u, 2u, 100u, 1u << 17);
    const Tick latest = (Tick{1} << EventSet::tick_bits(leaf_count)) - 1;
    EventSet events(leaf_count);
    events.schedule(leaf_count - 1, latest);
    CHECK(events.first() != EventSet::never);
    CHECK(events.tick_of(events.first()) == latest);
    CHECK(events.leaf_of(events.first()) == leaf_count - 1);
    events.schedule(0, latest - 1);
    CHECK(events.tick_of(events.first()) == latest - 1);
}

TEST_CASE("preset and rebuild give the same set as scheduling one by one", "[event_set]") {
    std::mt19937_64 random(7);
    const auto leaf_count = GENERATE(1u, 2u, 3u, 33u, 100u);
    EventSet preset(leaf_count);
    EventSet scheduled(leaf_count);
    for (Leaf leaf = 0; leaf < leaf_count; ++leaf) preset.schedule(leaf, leaf);  // of a trial before
    for (Leaf leaf = 0; leaf < leaf_count; ++leaf) {
        const Tick at = random() % 20;
        if (at == 0) {
            preset.preset_never(leaf);
        } else {
            preset.preset(leaf, at);
            scheduled.schedule(leaf, at);
        }
    }
    preset.rebuild();
    for (Leaf leaf = 0; leaf < leaf_count; ++leaf) CHECK(preset.pending(leaf) == scheduled.pending(leaf));
    CHECK(order_of_all(preset) == order_of_all(scheduled));
}

TEST_CASE("after any mix of operations the first event is that of a sorted set", "[event_set]") {
    const auto leaf_count = GENERATE(1u, 2u, 3u, 5u, 64u, 100u, 1000u);
    std::mt19937_64 random(leaf_count);
    EventSet events(leaf_count);
    Reference reference(leaf_count);
    Tick now = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto leaf = static_cast<Leaf>(random() % leaf_count);
        switch (random() % 4) {
            case 0: {
                events.cancel(leaf);
                reference.cancel(leaf);
                break;
            }
            case 1: {  // hold: the first event comes and is put back
                if (reference.empty()) break;
                now = reference.first().first;
                const Leaf first = events.leaf_of(events.first());
                const Tick at = now + random() % 50;
                events.schedule(first, at);
                reference.schedule(first, at);
                break;
            }
            default: {
                const Tick at = now + random() % 50;  // few different times, so that many are equal
                events.schedule(leaf, at);
                reference.schedule(leaf, at);
            }
        }
        check_same_first(events, reference);
        REQUIRE(events.pending(leaf) == reference.due(leaf).has_value());
        if (reference.due(leaf)) REQUIRE(events.due(leaf) == *reference.due(leaf));
    }
}

TEST_CASE("a copy of an event set goes its own way", "[event_set]") {
    EventSet events(3);
    events.schedule(1, 5);
    EventSet copy = events;
    copy.cancel(1);
    CHECK(events.leaf_of(events.first()) == 1);
    CHECK(copy.first() == EventSet::never);
}
