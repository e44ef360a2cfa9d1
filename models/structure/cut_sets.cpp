// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/cut_sets.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/structure/pair_map.hpp"
#include "models/structure/steps.hpp"

namespace nines::structure {
namespace {

/// Nodes that can be reached from `root`, ends left out, ascending: children first.
std::vector<NodeId> reachable(const NodeTable& nodes, NodeId root) {
    std::vector<bool> is_seen(+root + std::size_t{1}, false);
    std::vector<NodeId> found;
    std::vector<NodeId> open{root};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        if (+node <= +yes || is_seen[+node]) continue;
        is_seen[+node] = true;
        found.push_back(node);
        open.push_back(nodes[node].low);
        open.push_back(nodes[node].high);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Families of sets of variables: `no` is the empty family, `yes` the family of the empty set.
class Families {
public:
    explicit Families(std::size_t node_limit) : nodes_(node_limit), sizes_(2), without_(node_limit) {}

    /// The sets of `high` with the variable, and those of `low`.
    std::optional<NodeId> make(Variable variable, NodeId low, NodeId high);

    /// The sets of `from` that include no set of `cut`. None: too many nodes or intermediate results.
    std::optional<NodeId> without(NodeId from, NodeId cut);

    NodeTable take() { return std::move(nodes_); }

private:
    /// One difference under way: what it waits for, in this order. Sets with the top variable must not include sets
    /// of `cut` with it, nor those of `cut` without it.
    enum class Stage : std::uint8_t { low, high, high_against_low };
    struct Frame {
        NodeId from, cut;
        Stage stage = Stage::low;
        NodeId low = no;
    };
    using Pair = std::pair<NodeId, NodeId>;
    /// How many variables the sets of a family have.
    struct Sizes {
        std::uint32_t smallest = 0;
        std::uint32_t largest = 0;
    };

    std::optional<NodeId> known(Pair of) const;
    Pair first(Pair of) const;
    /// The next difference that the frame waits for; none once it has all.
    std::optional<Pair> advance(Frame& frame, NodeId result) const;

    NodeTable nodes_;
    std::vector<Sizes> sizes_;  ///< By node.
    PairMap<NodeId> without_;
    std::vector<Frame> stack_;
};

std::optional<NodeId> Families::make(Variable variable, NodeId low, NodeId high) {
    if (high == no) return low;
    const auto made = nodes_.find_or_add({variable, low, high});
    if (!made || +*made < sizes_.size()) return made;
    Sizes sizes{sizes_[+high].smallest + 1, sizes_[+high].largest + 1};
    if (low != no) {
        sizes.smallest = std::min(sizes.smallest, sizes_[+low].smallest);
        sizes.largest = std::max(sizes.largest, sizes_[+low].largest);
    }
    sizes_.push_back(sizes);
    return made;
}

std::optional<NodeId> Families::known(Pair of) const {
    const auto [from, cut] = of;
    if (from == no || from == cut || cut == yes) return no;
    if (cut == no) return from;
    // A larger set cannot be included: without this, k of n would compare every number of failures with every other.
    if (sizes_[+cut].smallest > sizes_[+from].largest) return from;
    const NodeId* found = without_.find(from, cut);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

/// What `without` asks first. A set of `cut` with a variable that no set of `from` has cannot be included in any.
Families::Pair Families::first(Pair of) const {
    const auto [from, cut] = of;
    const Variable top = nodes_[from].variable;
    if (nodes_[cut].variable < top) return {from, nodes_[cut].low};
    return {nodes_[from].low, nodes_[cut].variable == top ? nodes_[cut].low : cut};
}

std::optional<Families::Pair> Families::advance(Frame& frame, NodeId result) const {
    const DiagramNode& from = nodes_[frame.from];
    const DiagramNode& cut = nodes_[frame.cut];
    if (cut.variable < from.variable) return std::nullopt;
    switch (frame.stage) {
        case Stage::low:
            frame.low = result;
            frame.stage = cut.variable == from.variable ? Stage::high : Stage::high_against_low;
            return Pair{from.high, cut.variable == from.variable ? cut.high : frame.cut};
        case Stage::high: frame.stage = Stage::high_against_low; return Pair{result, cut.low};
        case Stage::high_against_low: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<NodeId> Families::without(NodeId from, NodeId cut) {
    Pair of{from, cut};
    stack_.clear();
    while (true) {
        std::optional<NodeId> result = known(of);
        if (!result) {
            stack_.push_back({of.first, of.second});
            of = first(of);
            continue;
        }
        while (true) {
            if (stack_.empty()) return result;
            Frame& frame = stack_.back();
            if (const auto next = advance(frame, *result)) {
                of = *next;
                break;
            }
            if (nodes_[frame.cut].variable >= nodes_[frame.from].variable) {
                result = make(nodes_[frame.from].variable, frame.low, *result);
            }
            if (!result || !without_.insert(frame.from, frame.cut, *result)) return std::nullopt;
            stack_.pop_back();
        }
    }
}

}  // namespace

std::variant<CutSets, Refusal> minimal_cut_sets(const DecisionDiagram& diagram, NodeId down, std::size_t node_limit) {
    Refusal too_many{
        fmt::format("the minimal cut sets need more than {} nodes: allow more, or ask for a smaller "
                    "part of the system",
                    node_limit)};
    if (down == no || down == yes) return CutSets{NodeTable(2), down};
    Families families(node_limit);
    std::vector<NodeId> solutions(+down + std::size_t{1}, no);
    solutions[+yes] = yes;
    for (const NodeId id : reachable(diagram.nodes(), down)) {
        const DiagramNode& node = diagram[id];
        const NodeId low = solutions[+node.low];
        const auto with_variable = families.without(solutions[+node.high], low);
        if (!with_variable) return too_many;
        const auto made = families.make(node.variable, low, *with_variable);
        if (!made) return too_many;
        solutions[+id] = *made;
    }
    return CutSets{families.take(), solutions[+down]};
}

double count(const CutSets& cut_sets) {
    std::vector<double> counts(cut_sets.nodes.size(), 0.0);
    counts[+yes] = 1.0;
    for (const NodeId node : reachable(cut_sets.nodes, cut_sets.root)) {
        counts[+node] = counts[+cut_sets.nodes[node].low] + counts[+cut_sets.nodes[node].high];
    }
    return counts[+cut_sets.root];
}

std::vector<NodeId> block_begins(const CutSets& cut_sets, const Distribution& distribution) {
    std::vector<bool> begins(cut_sets.nodes.size(), false);
    std::vector<NodeId> found;
    begins[+cut_sets.root] = true;
    const std::vector<NodeId> ascending = reachable(cut_sets.nodes, cut_sets.root);
    for (auto node = ascending.rbegin(); node != ascending.rend(); ++node) {
        if (!begins[+*node]) continue;
        found.push_back(*node);
        for_each_step(cut_sets.nodes, distribution, *node,
                      [&](std::uint64_t, NodeId next, double) { begins[+next] = true; });
    }
    return found;
}

std::vector<double> sums_below(const CutSets& cut_sets, const Distribution& distribution) {
    std::vector<double> below(cut_sets.nodes.size(), 0.0);
    below[+yes] = 1.0;
    const std::vector<NodeId> descending = block_begins(cut_sets, distribution);
    for (auto node = descending.rbegin(); node != descending.rend(); ++node) {
        double sum = 0.0;
        for_each_step(cut_sets.nodes, distribution, *node,
                      [&](std::uint64_t, NodeId next, double probability) { sum += probability * below[+next]; });
        below[+*node] = sum;
    }
    return below;
}

double sum_of_probabilities(const CutSets& cut_sets, const Distribution& distribution) {
    return sums_below(cut_sets, distribution)[+cut_sets.root];
}

double contribution(const CutSet& cut_set, double down) {
    return down > 0.0 ? cut_set.probability / down : 0.0;
}

}  // namespace nines::structure
