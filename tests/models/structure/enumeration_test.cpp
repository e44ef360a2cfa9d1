// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/structure/cut_sets.hpp"
#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/random_system.hpp"

using namespace nines::structure;

namespace {

/// A random system, its diagram, and all its states one by one.
struct Enumerated {
    explicit Enumerated(std::uint32_t seed) {
        Dice dice(seed);
        const RandomSystem random = random_system(dice);
        function = function_of(random.system, random.boundary);
        distribution = random_distribution(dice, function);
        is_down = truth_table(random.system, random.boundary, function.leaves);
        probabilities = state_probabilities(distribution);
    }

    NodeId top() const { return function.down.front(); }

    StructureFunction function{DecisionDiagram(2), {}, {}, {}};
    Distribution distribution;
    std::vector<bool> is_down;
    std::vector<double> probabilities;
};

bool agrees(double value, double expected) {
    return value == expected || std::abs(value - expected) <= 1e-12 * std::abs(expected);
}

/// Sum of the probabilities of the states that `counts`.
template <class Counts>
double sum_over(const Enumerated& system, Counts&& counts) {
    double sum = 0.0;
    for (std::uint32_t state = 0; state < system.probabilities.size(); ++state) {
        if (counts(state)) sum += system.probabilities[state];
    }
    return sum;
}

std::uint32_t mask_of(const CutSet& cut) {
    std::uint32_t mask = 0;
    for (const Variable v : cut.variables) mask |= 1u << v;
    return mask;
}

constexpr std::uint32_t system_count = 300;

}  // namespace

TEST_CASE("random systems are down as often as the sum over all their states", "[structure][enumeration]") {
    std::uint32_t with_blocks = 0;
    std::uint32_t undecided = 0;
    for (std::uint32_t seed = 0; seed < system_count; ++seed) {
        const Enumerated system(seed);
        Evaluation evaluation(system.function.diagram, system.distribution);
        const Chance chance = evaluation.of(system.top());
        INFO("seed " << seed);
        CHECK(agrees(chance.down, sum_over(system, [&](auto state) { return system.is_down[state]; })));
        CHECK(agrees(chance.up, sum_over(system, [&](auto state) { return !system.is_down[state]; })));
        undecided += chance.down > 0.0 && chance.up > 0.0 ? 1 : 0;
        with_blocks += system.distribution.blocks().size() < system.distribution.variable_count() ? 1 : 0;
    }
    CHECK(with_blocks > system_count / 4);
    CHECK(undecided > system_count / 2);
}

TEST_CASE("importance in random systems is that of flipping each variable in all states", "[structure][enumeration]") {
    for (std::uint32_t seed = 0; seed < system_count; ++seed) {
        const Enumerated system(seed);
        Evaluation evaluation(system.function.diagram, system.distribution);
        const double down = evaluation.of(system.top()).down;
        const auto all = importances(evaluation, system.top());
        INFO("seed " << seed);
        REQUIRE(all.size() == system.function.leaves.size());
        for (Variable v = 0; v < all.size(); ++v) {
            const std::uint32_t bit = 1u << v;
            const auto is_pivotal = [&](auto s) { return system.is_down[s | bit] && !system.is_down[s & ~bit]; };
            CHECK(agrees(all[v].birnbaum, sum_over(system, is_pivotal)));
            if (down == 0.0) continue;
            const double without = sum_over(system, [&](auto s) { return system.is_down[s & ~bit]; });
            const double always = sum_over(system, [&](auto s) { return system.is_down[s | bit]; });
            CHECK(agrees(all[v].criticality,
                         sum_over(system, [&](auto s) { return (s & bit) != 0 && is_pivotal(s); }) / down));
            CHECK(agrees(all[v].risk_achievement_worth, always / down));
            CHECK(agrees(all[v].risk_reduction_worth,
                         without > 0.0 ? down / without : std::numeric_limits<double>::infinity()));
        }
    }
}

TEST_CASE("outages of random systems begin as often as their flows cross the line", "[structure][enumeration]") {
    for (std::uint32_t seed = 0; seed < system_count; ++seed) {
        const Enumerated system(seed);
        Evaluation evaluation(system.function.diagram, system.distribution);
        double expected = 0.0;
        for (const Block& block : system.distribution.blocks()) {
            const std::uint32_t bits = ((1u << block.size()) - 1u) << block.first;
            // P(the other blocks) is counted once, in the states where this block is all up.
            double own = 0.0;
            for (const Outcome& outcome : system.distribution.outcomes(block)) {
                if (outcome.down == 0) own += outcome.probability;
            }
            for (const Flow& flow : system.distribution.flows(block)) {
                const auto at = [&](std::uint64_t to) { return static_cast<std::uint32_t>(to) << block.first; };
                expected += flow.per_second / own * sum_over(system, [&](auto state) {
                                return (state & bits) == 0 && system.is_down[state | at(flow.to)] &&
                                       !system.is_down[state | at(flow.from)];
                            });
            }
        }
        INFO("seed " << seed);
        CHECK(agrees(std::get<double>(outages_per_second(evaluation, system.top())), expected));
    }
}

TEST_CASE("minimal cut sets of random systems are those found by trying all sets", "[structure][enumeration]") {
    for (std::uint32_t seed = 0; seed < system_count; ++seed) {
        const Enumerated system(seed);
        const auto expected = minimal_cuts(system.is_down);
        const auto result = minimal_cut_sets(system.function.diagram, system.top());
        const auto& cut_sets = std::get<CutSets>(result);
        const auto listed = most_probable(cut_sets, system.distribution, 1000);
        INFO("seed " << seed);
        CHECK(count(cut_sets) == static_cast<double>(expected.size()));
        std::vector<std::uint32_t> masks;
        double sum = 0.0;
        for (const CutSet& cut : listed) {
            masks.push_back(mask_of(cut));
            CHECK(agrees(cut.probability, all_down(system.probabilities, masks.back())));
            sum += cut.probability;
        }
        const auto falls = [](const CutSet& a, const CutSet& b) { return a.probability > b.probability; };
        CHECK(std::is_sorted(listed.begin(), listed.end(), falls));
        std::sort(masks.begin(), masks.end());
        CHECK(masks == expected);
        CHECK(agrees(sum_of_probabilities(cut_sets, system.distribution), sum));

        const auto by_size = smallest(cut_sets, system.distribution, 1000);
        const auto grows = [](const CutSet& a, const CutSet& b) { return a.variables.size() < b.variables.size(); };
        CHECK(std::is_sorted(by_size.begin(), by_size.end(), grows));
        CHECK(by_size.size() == expected.size());
    }
}

TEST_CASE("Fussell and Vesely's importance in random systems is the part of the cut sets", "[structure][enumeration]") {
    for (std::uint32_t seed = 0; seed < system_count; ++seed) {
        const Enumerated system(seed);
        const auto cuts = minimal_cuts(system.is_down);
        const auto result = minimal_cut_sets(system.function.diagram, system.top());
        const auto parts = fussell_vesely(std::get<CutSets>(result), system.distribution);
        double total = 0.0;
        for (const auto cut : cuts) total += all_down(system.probabilities, cut);
        INFO("seed " << seed);
        REQUIRE(parts.size() == system.function.leaves.size());
        for (Variable v = 0; v < parts.size(); ++v) {
            double with = 0.0;
            for (const auto cut : cuts) with += (cut >> v & 1u) != 0 ? all_down(system.probabilities, cut) : 0.0;
            CHECK(agrees(parts[v], total > 0.0 ? with / total : 0.0));
        }
    }
}
