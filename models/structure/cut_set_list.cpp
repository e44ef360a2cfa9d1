// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <queue>

#include "models/structure/cut_sets.hpp"
#include "models/structure/steps.hpp"

namespace nines::structure {
namespace {

/// By what cut sets are ranked. Both kinds of order stay as they are when both sides grow by the same part, so the best
/// rest of a set does not depend on its beginning.
struct Worth {
    double probability = 1.0;
    std::uint32_t variables = 0;
};

Worth together(const Worth& a, const Worth& b) {
    return {a.probability * b.probability, a.variables + b.variables};
}

enum class Ranking : std::uint8_t { most_probable, smallest };

bool is_better(Ranking ranking, const Worth& a, const Worth& b) {
    const bool by_probability = ranking == Ranking::most_probable;
    if (by_probability && a.probability != b.probability) return a.probability > b.probability;
    if (a.variables != b.variables) return a.variables < b.variables;
    return a.probability > b.probability;
}

/// One way through one block, and what came before it.
struct Link {
    std::int64_t before;
    Variable first;
    std::uint64_t chosen;
};

/// A cut set begun: how good its best completion is, what it has so far, where it goes on.
struct Beginning {
    Worth best;
    Worth so_far;
    NodeId node;
    std::int64_t link;
};

/// Best first: the beginning whose best completion is best is continued, so complete sets come out in order.
class Search {
public:
    Search(const CutSets& cut_sets, const Distribution& distribution, Ranking ranking)
        : cut_sets_(cut_sets), distribution_(distribution), ranking_(ranking) {
        find_best_rests();
    }

    std::vector<CutSet> run(std::size_t how_many) {
        std::vector<CutSet> found;
        if (cut_sets_.root == no) return found;
        const auto is_worse = [this](const Beginning& a, const Beginning& b) {
            if (is_better(ranking_, b.best, a.best)) return true;
            // Among equals the one nearest its end: finishing sets rather than beginning all of them.
            return !is_better(ranking_, a.best, b.best) && depth(a.node) < depth(b.node);
        };
        std::priority_queue<Beginning, std::vector<Beginning>, decltype(is_worse)> open(is_worse);
        open.push({best_rest_[+cut_sets_.root], {}, cut_sets_.root, -1});
        while (!open.empty() && found.size() < how_many) {
            const Beginning begun = open.top();
            open.pop();
            if (begun.node == yes) {
                found.push_back(written_out(begun));
                continue;
            }
            const Variable first = block_at(begun.node).first;
            for_each_step(
                cut_sets_.nodes, distribution_, begun.node, [&](std::uint64_t chosen, NodeId next, double probability) {
                    const Worth so_far = together(begun.so_far, worth(chosen, probability));
                    open.push({together(so_far, best_rest_[+next]), so_far, next, linked(begun.link, first, chosen)});
                });
        }
        return found;
    }

private:
    const Block& block_at(NodeId node) const { return distribution_.block_of(cut_sets_.nodes[node].variable); }
    Variable depth(NodeId node) const { return cut_sets_.nodes[node].variable; }

    static Worth worth(std::uint64_t chosen, double probability) {
        std::uint32_t variables = 0;
        for (; chosen != 0; chosen &= chosen - 1) ++variables;
        return {probability, variables};
    }

    std::int64_t linked(std::int64_t before, Variable first, std::uint64_t chosen) {
        if (chosen == 0) return before;
        links_.push_back({before, first, chosen});
        return static_cast<std::int64_t>(links_.size()) - 1;
    }

    void find_best_rests() {
        best_rest_.assign(cut_sets_.nodes.size(), {0.0, past_last_variable});
        best_rest_[+yes] = {};
        const std::vector<NodeId> parents_first = block_begins(cut_sets_, distribution_);
        for (auto node = parents_first.rbegin(); node != parents_first.rend(); ++node) {
            Worth& best = best_rest_[+*node];
            bool is_first = true;
            for_each_step(cut_sets_.nodes, distribution_, *node,
                          [&](std::uint64_t chosen, NodeId next, double probability) {
                              const Worth candidate = together(worth(chosen, probability), best_rest_[+next]);
                              if (is_first || is_better(ranking_, candidate, best)) best = candidate;
                              is_first = false;
                          });
        }
    }

    CutSet written_out(const Beginning& complete) const {
        CutSet set;
        set.probability = complete.so_far.probability;
        for (std::int64_t l = complete.link; l >= 0; l = links_[l].before) {
            for (Variable v = 0; v < longest_block; ++v) {
                if (((links_[l].chosen >> v) & 1u) != 0) set.variables.push_back(links_[l].first + v);
            }
        }
        std::sort(set.variables.begin(), set.variables.end());
        return set;
    }

    const CutSets& cut_sets_;
    const Distribution& distribution_;
    Ranking ranking_;
    std::vector<Worth> best_rest_;
    std::vector<Link> links_;
};

}  // namespace

std::vector<CutSet> most_probable(const CutSets& cut_sets, const Distribution& distribution, std::size_t how_many) {
    return Search(cut_sets, distribution, Ranking::most_probable).run(how_many);
}

std::vector<CutSet> smallest(const CutSets& cut_sets, const Distribution& distribution, std::size_t how_many) {
    return Search(cut_sets, distribution, Ranking::smallest).run(how_many);
}

}  // namespace nines::structure
