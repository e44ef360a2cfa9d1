// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rivals.hpp"

#include <array>
#include <bit>
#include <queue>
#include <vector>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>

#include "sim/kernel/event_set.hpp"
#include "sim/kernel/tick.hpp"
#include "sim/random/sampler.hpp"

namespace nines::bench {

namespace {

struct Event {
    double time;
    std::uint32_t component;

    bool operator>(const Event& other) const { return time > other.time; }
};

using Queue = std::priority_queue<Event, std::vector<Event>, std::greater<>>;

struct Component {
    std::uint32_t group;
    bool works;
};

struct Group {
    std::uint32_t working;
    std::uint32_t needed;
};

/// xoshiro256++ 1.0. Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47
/// (2021); seeded with splitmix64 as they advise.
class Xoshiro256 {
public:
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }

    explicit Xoshiro256(std::uint64_t seed) {
        for (std::uint64_t& word : state_) {
            seed += 0x9e3779b97f4a7c15ULL;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
            word = z ^ (z >> 31);
        }
    }

    result_type operator()() {
        const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace

Simulated textbook_loop(const System& system, std::uint64_t trials, std::uint32_t seed) {
    boost::random::mt19937 random(seed);
    boost::random::exponential_distribution<double> up(1.0 / mean_up.in_hours());
    boost::random::exponential_distribution<double> repair(1.0 / mean_repair.in_hours());
    const double end = horizon.in_hours();
    Simulated result;
    double down = 0.0;
    std::vector<Component> components;
    std::vector<Group> groups;

    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        components.clear();
        groups.clear();
        Queue queue;
        for (const Redundancy& redundancy : system) {
            for (std::uint32_t m = 0; m < redundancy.members; ++m) {
                queue.push({up(random), static_cast<std::uint32_t>(components.size())});
                components.push_back({static_cast<std::uint32_t>(groups.size()), true});
            }
            groups.push_back({redundancy.members, redundancy.needed});
        }
        std::uint32_t groups_down = 0;
        double down_since = 0.0;
        while (queue.top().time < end) {
            const Event event = queue.top();
            queue.pop();
            ++result.events;
            Component& component = components[event.component];
            Group& group = groups[component.group];
            if (component.works) {
                component.works = false;
                if (group.working-- == group.needed && groups_down++ == 0) down_since = event.time;
                queue.push({event.time + repair(random), event.component});
            } else {
                component.works = true;
                if (++group.working == group.needed && --groups_down == 0) down += event.time - down_since;
                queue.push({event.time + up(random), event.component});
            }
        }
        if (groups_down > 0) down += end - down_since;
    }
    result.unavailability = down / (end * static_cast<double>(trials));
    return result;
}

std::uint64_t bare_hold_loop(std::uint32_t components, std::uint64_t trials, std::uint64_t seed) {
    const auto scale = sim::TickScale::for_span(horizon, sim::EventSet::tick_bits(components));
    const double up_ticks = mean_up.in_seconds() * scale.ticks_per_second();
    const double repair_ticks = mean_repair.in_seconds() * scale.ticks_per_second();
    const boost::random::exponential_distribution<double> unit_exponential;
    Xoshiro256 random(seed);
    sim::EventSet events(components);
    const std::uint64_t bound = events.bound(scale.ticks(horizon.in_seconds()));
    std::vector<double> next_mean(components);
    std::uint64_t count = 0;

    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        for (sim::Leaf leaf = 0; leaf < components; ++leaf) {
            events.preset(leaf, static_cast<sim::Tick>(up_ticks * unit_exponential(random)));
            next_mean[leaf] = repair_ticks;
        }
        events.rebuild();
        for (std::uint64_t key = events.first(); key < bound; key = events.first()) {
            const sim::Leaf leaf = events.leaf_of(key);
            const double mean = next_mean[leaf];
            events.schedule(leaf, events.tick_of(key) + static_cast<sim::Tick>(mean * unit_exponential(random)));
            next_mean[leaf] = up_ticks + repair_ticks - mean;
            ++count;
        }
    }
    return count;
}

double sample_each_component(std::uint32_t components, std::uint64_t trials, std::uint64_t seed) {
    const sim::Sampler sampler(sim::Law{sim::Exponential{mean_up}});
    double sum = 0.0;
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        for (std::uint64_t component = 0; component < components; ++component) {
            sim::Draw draw(sim::Stream(seed, component, trial), 0);
            sum += sampler(draw);
        }
    }
    return sum;
}

}  // namespace nines::bench
