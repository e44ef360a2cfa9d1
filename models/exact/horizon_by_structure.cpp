// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/horizon_by_structure.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <fmt/format.h>

#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"
#include "sim/markov/transient.hpp"

namespace nines::exact {

namespace {

/// An instant at which the system is looked at, and what it counts for the integral in either rule.
struct Node {
    double seconds = 0.0;
    double weight = 0.0;
    double coarse_weight = 0.0;
};

/// The nodes of all panels, ascending.
std::vector<Node> nodes_until(double horizon, double fastest) {
    using Kronrod = boost::math::quadrature::gauss_kronrod<double, 15>;
    using Gauss = boost::math::quadrature::gauss<double, 7>;
    std::vector<Node> nodes;
    const auto add_panel = [&](double begin, double end) {
        const double middle = 0.5 * (begin + end);
        const double half = 0.5 * (end - begin);
        for (std::size_t i = 0; i < Kronrod::abscissa().size(); ++i) {
            const double weight = half * Kronrod::weights()[i];
            const double coarse = i % 2 == 0 ? half * Gauss::weights()[i / 2] : 0.0;
            nodes.push_back({middle + half * Kronrod::abscissa()[i], weight, coarse});
            if (i > 0) nodes.push_back({middle - half * Kronrod::abscissa()[i], weight, coarse});
        }
    };
    double begin = 0.0;
    double length = std::min(fastest, horizon);
    while (begin < horizon) {
        const double end = begin + 1.5 * length < horizon ? begin + length : horizon;
        add_panel(begin, end);
        begin = end;
        length = end;
    }
    std::ranges::sort(nodes, {}, &Node::seconds);
    return nodes;
}

/// How one island's leaves are distributed at each of the instants.
class BlockOverTime {
public:
    std::optional<Refusal> solve(PartChain& part, const std::vector<structure::Leaf>& leaves,
                                 std::span<const Duration> times, const std::function<bool()>& go_on) {
        size_ = static_cast<std::uint32_t>(leaves.size());
        find_rewards(part, leaves);
        constexpr std::size_t most_rewards = 400;
        if (rewards_.size() > most_rewards) {
            return Refusal{fmt::format("one part has {} joint conditions and changes between them", rewards_.size()),
                           "--steady gives the long run"};
        }
        const std::vector<std::span<const double>> views(rewards_.begin(), rewards_.end());
        sim::TransientOptions options;
        options.steady = part.steady().probability;
        options.go_on = go_on;
        auto solved = sim::expected_rewards(part.chain(), part.start(), times, views, options);
        if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) return refusal_of(*failure);
        transient_ = std::get<sim::Transient>(std::move(solved));
        return std::nullopt;
    }

    /// Adds the block as it is at the instant with this index.
    void add_to(structure::Distribution& distribution, std::size_t time) const {
        const auto rate = [&](std::size_t reward) { return transient_.figures[reward][time].rate; };
        std::vector<structure::Outcome> outcomes;
        std::vector<structure::Flow> flows;
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            if (rate(i) > 0.0) outcomes.push_back({outcomes_[i], rate(i)});
        }
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            const double per_second = rate(outcomes_.size() + i);
            if (per_second > 0.0) flows.push_back({flows_[i].first, flows_[i].second, per_second});
        }
        distribution.add_block(size_, outcomes, flows);
    }

    double error(std::size_t time) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < outcomes_.size(); ++i) sum += transient_.figures[i][time].rate_error;
        return sum;
    }

private:
    void find_rewards(PartChain& part, const std::vector<structure::Leaf>& leaves) {
        const std::vector<std::uint64_t> bits = part.down_bits(leaves);
        std::map<std::uint64_t, std::vector<double>> of_outcome;
        std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<double>> of_flow;
        for (sim::StateIndex s = 0; s < bits.size(); ++s) {
            of_outcome.try_emplace(bits[s], bits.size()).first->second[s] = 1.0;
            const auto targets = part.chain().targets(s);
            const auto rates = part.chain().rates(s);
            for (std::size_t t = 0; t < targets.size(); ++t) {
                if (bits[targets[t]] == bits[s]) continue;
                of_flow.try_emplace({bits[s], bits[targets[t]]}, bits.size()).first->second[s] += rates[t];
            }
        }
        for (auto& [outcome, reward] : of_outcome) {
            outcomes_.push_back(outcome);
            rewards_.push_back(std::move(reward));
        }
        for (auto& [flow, reward] : of_flow) {
            flows_.push_back(flow);
            rewards_.push_back(std::move(reward));
        }
    }

    std::uint32_t size_ = 0;
    std::vector<std::uint64_t> outcomes_;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> flows_;
    std::vector<std::vector<double>> rewards_;  ///< Of the outcomes, then of the flows.
    sim::Transient transient_;
};

double fastest_time(const std::vector<PartChain*>& parts, double horizon) {
    double rate = 1.0 / horizon;
    for (const PartChain* part : parts) {
        for (sim::StateIndex s = 0; s < part->chain().state_count(); ++s) {
            rate = std::max(rate, part->chain().exit_rate(s));
        }
    }
    return 1.0 / rate;
}

}  // namespace

std::variant<OverHorizon, Refusal> over_horizon_by_structure(
    const Program& program, const Islands& islands, const LineOrigins& origins, LineId line, const PartProvider& part,
    Duration horizon, std::span<const Duration> instants, const std::function<bool()>& go_on, std::size_t most_nodes) {
    const auto found = line_boundary(program, islands, origins, line);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    const auto& [boundary, island_of_block] = std::get<LineBoundary>(found);
    auto built = structure::structure_function(program, std::span(&line, 1), boundary, most_nodes);
    if (const auto* refusal = std::get_if<structure::Refusal>(&built)) return Refusal{refusal->reason, {}};
    const auto& function = std::get<structure::StructureFunction>(built);

    std::vector<PartChain*> parts;
    for (const std::uint32_t island : island_of_block) {
        const PartOrRefusal chain = part(island);
        if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
        parts.push_back(std::get<PartChain*>(chain));
    }
    const double seconds = horizon.in_seconds();
    std::vector<Node> nodes = nodes_until(seconds, fastest_time(parts, seconds));
    for (const Duration instant : instants) nodes.push_back({instant.in_seconds(), 0.0, 0.0});
    std::vector<std::size_t> order(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return nodes[i].seconds; });
    std::vector<Duration> times;
    for (const std::size_t i : order) times.push_back(Duration::seconds(nodes[i].seconds));

    std::vector<BlockOverTime> blocks(parts.size());
    for (std::size_t b = 0; b < parts.size(); ++b) {
        if (auto refusal = blocks[b].solve(*parts[b], boundary.blocks[b], times, go_on)) return *refusal;
    }

    OverHorizon result;
    result.unavailability_at.resize(instants.size());
    double down = 0.0;
    double coarse_down = 0.0;
    double left_out = 0.0;
    for (std::size_t t = 0; t < order.size(); ++t) {
        if (go_on && !go_on()) return Refusal{"no time left", {}};
        structure::Distribution distribution;
        for (std::size_t v = 0; v < function.leaves.size();) {
            const std::uint32_t block = function.block_of[v];
            blocks[block].add_to(distribution, t);
            v += boundary.blocks[block].size();
        }
        structure::Evaluation evaluation(function.diagram, distribution);
        const Node& node = nodes[order[t]];
        const double unavailability = evaluation.of(function.down.front()).down;
        const std::size_t instant = order[t] - std::min(order[t], nodes.size() - instants.size());
        if (order[t] >= nodes.size() - instants.size()) result.unavailability_at[instant] = unavailability;
        if (node.weight == 0.0) continue;
        down += node.weight * unavailability;
        coarse_down += node.coarse_weight * unavailability;
        for (const BlockOverTime& block : blocks) left_out += node.weight * block.error(t);
        auto outages = structure::outages_per_second(evaluation, function.down.front());
        if (const auto* refusal = std::get_if<structure::Refusal>(&outages)) return Refusal{refusal->reason, {}};
        result.outages += node.weight * std::get<double>(outages);
    }
    result.unavailability = down / seconds;
    result.error = (std::abs(down - coarse_down) + left_out) / seconds;
    return result;
}

}  // namespace nines::exact
