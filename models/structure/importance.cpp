// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/importance.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "models/structure/steps.hpp"

namespace nines::structure {
namespace {

/// A node at which a block is asked, with the chance that the variables before lead to it.
struct Entry {
    NodeId node;
    double chance;
};

/// The chance of coming to each node, from the root down.
std::vector<Entry> entries(const Evaluation& evaluation, NodeId root) {
    const NodeTable& nodes = evaluation.diagram().nodes();
    const Distribution& distribution = evaluation.distribution();
    std::vector<double> chance(+root + std::size_t{1}, 0.0);
    std::vector<bool> is_seen(chance.size(), false);
    std::vector<Entry> found;
    const auto for_each_next = [&](NodeId node, auto&& use) {
        const Block& block = distribution.block_of(nodes[node].variable);
        for (const Outcome& outcome : distribution.outcomes(block)) {
            use(leave_block(nodes, block, node, outcome.down), outcome.probability);
        }
    };
    std::vector<NodeId> open{root};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        if (is_seen[+node] || nodes[node].variable == past_last_variable) continue;
        is_seen[+node] = true;
        found.push_back({node, 0.0});
        for_each_next(node, [&](NodeId next, double) { open.push_back(next); });
    }
    // Parents have higher ids than their children.
    std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.node > b.node; });
    chance[+root] = 1.0;
    for (Entry& entry : found) {
        entry.chance = chance[+entry.node];
        for_each_next(entry.node,
                      [&](NodeId next, double probability) { chance[+next] += entry.chance * probability; });
    }
    return found;
}

/// P(f and not g) where g implies f: without subtracting while there is room for pairs.
double difference(Exclusive& exclusive, Evaluation& evaluation, NodeId f, NodeId g) {
    if (const auto exact = exclusive(f, g)) return *exact;
    const Chance of_f = evaluation.of(f);
    const Chance of_g = evaluation.of(g);
    // Of the two pairs the one with smaller numbers loses less.
    return std::max(0.0, of_f.down < of_g.up ? of_f.down - of_g.down : of_g.up - of_f.up);
}

/// Chance of being pivotal, while down and while up.
struct Pivotal {
    double down = 0.0;
    double up = 0.0;
};

void add_pivotal(Evaluation& evaluation, const Entry& entry, Exclusive& exclusive, std::vector<Pivotal>& pivotal) {
    const NodeTable& nodes = evaluation.diagram().nodes();
    const Block& block = evaluation.distribution().block_of(nodes[entry.node].variable);
    for (const Outcome& outcome : evaluation.distribution().outcomes(block)) {
        for (Variable variable = block.first; variable < block.end; ++variable) {
            const std::uint64_t bit = std::uint64_t{1} << (variable - block.first);
            const NodeId with = leave_block(nodes, block, entry.node, outcome.down | bit);
            const NodeId without = leave_block(nodes, block, entry.node, outcome.down & ~bit);
            const double chance = entry.chance * outcome.probability;
            Pivotal& of = pivotal[variable];
            ((outcome.down & bit) != 0 ? of.down : of.up) += chance * difference(exclusive, evaluation, with, without);
        }
    }
}

/// How often a flow from here makes f true; none if that needs too many pairs.
std::optional<double> crossings(Evaluation& evaluation, const Entry& entry, Exclusive& exclusive, const Flow& flow) {
    const NodeTable& nodes = evaluation.diagram().nodes();
    const Block& block = evaluation.distribution().block_of(nodes[entry.node].variable);
    const bool only_repairs = (flow.to & ~flow.from) == 0;
    const bool only_failures = (flow.from & ~flow.to) == 0;
    if (only_repairs) return 0.0;
    const NodeId after = leave_block(nodes, block, entry.node, flow.to);
    const NodeId before = leave_block(nodes, block, entry.node, flow.from);
    const double often = entry.chance * flow.per_second;
    if (only_failures) return often * difference(exclusive, evaluation, after, before);
    const auto exact = exclusive(after, before);
    return exact ? std::optional(often * *exact) : std::nullopt;
}

double ratio(double of, double to) {
    if (to > 0.0) return of / to;
    return of > 0.0 ? std::numeric_limits<double>::infinity() : 1.0;
}

/// P(f) with the variable never down.
double down_without(const Evaluation& evaluation, NodeId f, Variable variable, double total, double pivotal_down) {
    // Beyond that, the difference would keep too few digits.
    constexpr double largest_share_to_subtract = 0.99;
    if (pivotal_down <= largest_share_to_subtract * total) return total - pivotal_down;
    const Distribution changed = evaluation.distribution().with_up(variable);
    return Evaluation(evaluation.diagram(), changed).of(f).down;
}

}  // namespace

std::vector<Importance> importances(Evaluation& evaluation, NodeId f, std::size_t pair_limit) {
    const double total = evaluation.of(f).down;
    Exclusive exclusive(evaluation, pair_limit);
    std::vector<Pivotal> pivotal(evaluation.distribution().variable_count());
    for (const Entry& entry : entries(evaluation, f)) add_pivotal(evaluation, entry, exclusive, pivotal);
    std::vector<Importance> all(pivotal.size());
    for (Variable variable = 0; variable < all.size(); ++variable) {
        const Pivotal& of = pivotal[variable];
        Importance& importance = all[variable];
        importance.birnbaum = of.down + of.up;
        importance.criticality = total > 0.0 ? of.down / total : 0.0;
        importance.risk_achievement_worth = ratio(total + of.up, total);
        importance.risk_reduction_worth = ratio(total, down_without(evaluation, f, variable, total, of.down));
    }
    return all;
}

std::variant<double, Refusal> outages_per_second(Evaluation& evaluation, NodeId f, std::size_t pair_limit) {
    Exclusive exclusive(evaluation, pair_limit);
    const Distribution& distribution = evaluation.distribution();
    double sum = 0.0;
    for (const Entry& entry : entries(evaluation, f)) {
        const Block& block = distribution.block_of(evaluation.diagram()[entry.node].variable);
        for (const Flow& flow : distribution.flows(block)) {
            const auto often = crossings(evaluation, entry, exclusive, flow);
            if (!often) {
                return Refusal{
                    fmt::format("the frequency of outages needs more than {} pairs of nodes of the decision "
                                "diagram: allow more, ask for a smaller part of the system, or simulate",
                                pair_limit)};
            }
            sum += *often;
        }
    }
    return sum;
}

std::vector<double> fussell_vesely(const CutSets& cut_sets, const Distribution& distribution) {
    std::vector<double> with(distribution.variable_count(), 0.0);
    const std::vector<double> below = sums_below(cut_sets, distribution);
    std::vector<double> chance(cut_sets.nodes.size(), 0.0);
    chance[+cut_sets.root] = 1.0;
    for (const NodeId node : block_begins(cut_sets, distribution)) {
        const Block& block = distribution.block_of(cut_sets.nodes[node].variable);
        for_each_step(cut_sets.nodes, distribution, node, [&](std::uint64_t chosen, NodeId next, double probability) {
            chance[+next] += chance[+node] * probability;
            for (Variable v = block.first; v < block.end; ++v) {
                if (((chosen >> (v - block.first)) & 1u) != 0) with[v] += chance[+node] * probability * below[+next];
            }
        });
    }
    const double total = below[+cut_sets.root];
    for (double& part : with) part = total > 0.0 ? part / total : 0.0;
    return with;
}

}  // namespace nines::structure
