// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/exact/walk.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/oracle/random_scenario.hpp"

using namespace nines;
using namespace nines::exact;
using oracle::random_scenario;
using oracle::RandomSetting;

namespace {

constexpr std::uint32_t scenarios = 240;

/// Scenarios of all settings; the last third has stores.
std::string nth_scenario(std::uint32_t n) {
    const auto laws = n % 2 == 0 ? RandomSetting::Laws::exponential : RandomSetting::Laws::phases;
    return random_scenario(20'000 + n, {.laws = laws, .is_repairable = false, .has_stores = n >= 160});
}

bool are_same(const engine::FailoverState& a, const engine::FailoverState& b) {
    return a.phase == b.phase && a.is_silent == b.is_silent && a.is_alarm == b.is_alarm && a.is_held == b.is_held &&
           a.promotion == b.promotion;
}

std::vector<std::uint32_t> waiting(const engine::DiscreteState& state, const engine::Queue& queue) {
    std::vector<std::uint32_t> units;
    for (std::uint32_t u = queue.first; u != ~0u; u = state.next_waiting[u]) units.push_back(u);
    return units;
}

/// The jobs that wait for a crew, in an order that says no more than what matters: none for a crew that chooses by
/// chance, and none between jobs of different priority.
std::vector<std::uint32_t> jobs(const Program& program, const engine::DiscreteState& state, std::size_t crew) {
    std::vector<std::uint32_t> units = waiting(state, state.crews[crew].waiting);
    const auto priority = [&](std::uint32_t u) { return program.cares[+program.units[u].care].priority; };
    switch (program.crews[crew].order) {
        case scenario::CrewOrder::fifo: break;
        case scenario::CrewOrder::priority: std::ranges::stable_sort(units, {}, priority); break;
        case scenario::CrewOrder::random: std::ranges::sort(units); break;
    }
    return units;
}

void check_same(const Program& program, const ChainState& loaded, const ChainState& after) {
    CHECK(loaded.discrete.phase == after.discrete.phase);
    CHECK(loaded.discrete.working == after.discrete.working);
    CHECK(loaded.discrete.role == after.discrete.role);
    CHECK(loaded.discrete.copy_role == after.discrete.copy_role);
    CHECK(loaded.discrete.copy_is_near == after.discrete.copy_is_near);
    for (std::size_t f = 0; f < program.failovers.size(); ++f) {
        CHECK(are_same(loaded.discrete.failovers[f], after.discrete.failovers[f]));
    }
    CHECK(loaded.discrete.interrupted == after.discrete.interrupted);
    for (std::size_t c = 0; c < program.crews.size(); ++c) {
        CHECK(loaded.discrete.crews[c].free == after.discrete.crews[c].free);
        CHECK(jobs(program, loaded.discrete, c) == jobs(program, after.discrete, c));
    }
    for (std::size_t p = 0; p < program.pools.size(); ++p) {
        CHECK(loaded.discrete.pools[p].stock == after.discrete.pools[p].stock);
        CHECK(loaded.discrete.pools[p].orders == after.discrete.pools[p].orders);
        CHECK(waiting(loaded.discrete, loaded.discrete.pools[p].waiting) ==
              waiting(after.discrete, after.discrete.pools[p].waiting));
    }
    auto left = loaded.timer;
    auto right = after.timer;
    for (const Pool& pool : program.pools) {  // Which order came first does not matter.
        std::sort(left.begin() + pool.first_leaf, left.begin() + pool.first_leaf + pool.slots);
        std::sort(right.begin() + pool.first_leaf, right.begin() + pool.first_leaf + pool.slots);
    }
    CHECK(left == right);
}

double sum_of(const std::vector<Walk::Branch>& branches) {
    double sum = 0.0;
    for (const Walk::Branch& branch : branches) sum += branch.probability;
    return sum;
}

}  // namespace

TEST_CASE("the branches of every event are complete", "[exact][branching]") {
    std::mt19937 dice(1);
    for (std::uint32_t n = 0; n < scenarios; ++n) {
        const std::string text = nth_scenario(n);
        INFO(text);
        const ChainCase of(text);
        Walk walk(of);
        const auto start = walk.start();
        CHECK(sum_of(start) == Approx(1.0).epsilon(1e-12));
        walk.codec().load(start[dice() % start.size()].key);
        for (int step = 0; step < 100; ++step) {
            const auto events = walk.events();
            if (events.empty()) break;
            for (const Walk::Event& event : events) CHECK(sum_of(event.branches) == Approx(1.0).epsilon(1e-12));
            const auto& event = events[dice() % events.size()];
            walk.codec().load(event.branches[dice() % event.branches.size()].key);
        }
    }
}

TEST_CASE("a key made of what an event touched is that of the whole state", "[exact][codec]") {
    std::mt19937 dice(2);
    for (std::uint32_t n = 0; n < scenarios; ++n) {
        const std::string text = nth_scenario(n);
        INFO(text);
        const ChainCase of(text);
        Walk walk(of);
        walk.codec().load(walk.start().front().key);
        for (int step = 0; step < 100; ++step) {
            const auto events = walk.events();
            if (events.empty()) break;
            for (const Walk::Event& event : events) {
                for (const Walk::Branch& branch : event.branches) CHECK(branch.key == branch.key_in_full);
            }
            const auto& event = events[dice() % events.size()];
            const std::string key = event.branches[dice() % event.branches.size()].key;
            walk.codec().load(key);
            CHECK(walk.key_of_here() == key);
        }
    }
}

TEST_CASE("a state that was written as a key comes back", "[exact][codec]") {
    std::mt19937 dice(3);
    for (std::uint32_t n = 0; n < scenarios; ++n) {
        const std::string text = nth_scenario(n);
        INFO(text);
        const ChainCase of(text, Lumping::none);
        Walk walk(of);
        walk.codec().load(walk.start().front().key);
        for (int step = 0; step < 100; ++step) {
            const auto events = walk.events();
            if (events.empty()) break;
            const auto& event = events[dice() % events.size()];
            const auto& branch = event.branches[dice() % event.branches.size()];
            walk.codec().load(branch.key);
            check_same(of.program, walk.codec().here(), branch.after);
        }
    }
}

TEST_CASE("a state is left at the rate of its timers, less what leads back to it", "[exact][explore]") {
    int compared = 0;
    for (std::uint32_t n = 0; n < scenarios; ++n) {
        const std::string text = nth_scenario(n);
        INFO(text);
        const ChainCase of(text, Lumping::none);
        Exploration exploration(of.program, of.activities, of.symmetry, whole(of.program));
        ExploreOptions options;
        options.most_states = 800;
        if (exploration.run(options)) continue;
        ++compared;

        // Breadth first by another way; states are matched by their rates.
        Walk walk(of);
        std::map<std::string, double> exit_rates;
        std::vector<std::string> open;
        const auto meet = [&](const std::string& key) {
            if (exit_rates.emplace(key, 0.0).second) open.push_back(key);
        };
        for (const Walk::Branch& branch : walk.start()) meet(branch.key);
        while (!open.empty()) {
            const std::string key = open.back();
            open.pop_back();
            walk.codec().load(key);
            double rate = 0.0;
            for (const Walk::Event& event : walk.events()) {
                rate += event.per_second;
                for (const Walk::Branch& branch : event.branches) {
                    meet(branch.key);
                    if (branch.key == key) rate -= event.per_second * branch.probability;
                }
            }
            exit_rates[key] = rate;
        }
        std::vector<double> expected;
        for (const auto& [key, rate] : exit_rates) expected.push_back(rate);
        std::ranges::sort(expected);

        std::vector<double> found;
        for (sim::StateIndex s = 0; s < exploration.chain().state_count(); ++s) {
            found.push_back(exploration.chain().exit_rate(s));
            double by_source = 0.0;
            exploration.for_each_step(s, [&](const RateSource&, sim::StateIndex, double rate) { by_source += rate; });
            CHECK(by_source == Approx(found.back()).epsilon(1e-12).margin(1e-18));
        }
        std::ranges::sort(found);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(found[i] == Approx(expected[i]).epsilon(1e-9).margin(1e-15));
    }
    CHECK(compared >= 40);
}
