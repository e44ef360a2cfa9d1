// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <variant>
#include <vector>

#include "models/structure/decision_diagram.hpp"
#include "models/structure/distribution.hpp"
#include "models/structure/refusal.hpp"

namespace nines::structure {

/// All minimal cut sets of a function: the sets of variables that, down together, make it true, and of which none can
/// be left out. Kept as a zero-suppressed diagram: at a node, `high` leads to the sets with the variable, `low` to
/// those without; a path to `yes` is a set. Millions of sets take as many nodes as the structure has parts.
struct CutSets {
    NodeTable nodes;
    NodeId root = no;
};

/// Rauzy's minimal solutions. Refused: more than `node_limit` nodes or intermediate results. Precondition: the
/// function is monotone, as every structure function is.
/// Source: Rauzy, Reliability Engineering and System Safety 40 (1993); Minato, DAC (1993).
std::variant<CutSets, Refusal> minimal_cut_sets(const DecisionDiagram& diagram, NodeId down,
                                                std::size_t node_limit = default_node_limit);

/// How many there are; exact up to 2^53.
double count(const CutSets& cut_sets);

/// Sum of P(C) over all cut sets C, where P(C) is the chance that all of C are down. For rare failures just above the
/// chance that the function is true.
double sum_of_probabilities(const CutSets& cut_sets, const Distribution& distribution);

struct CutSet {
    std::vector<Variable> variables;  ///< Ascending.
    double probability = 0.0;         ///< That all of them are down.
};

/// The `how_many` cut sets with the highest probability, highest first; ties by fewer variables.
std::vector<CutSet> most_probable(const CutSets& cut_sets, const Distribution& distribution, std::size_t how_many);

/// The `how_many` cut sets with the fewest variables, fewest first; ties by higher probability.
std::vector<CutSet> smallest(const CutSets& cut_sets, const Distribution& distribution, std::size_t how_many);

/// Part of the downtime in which all of the cut set are down: P(C) / P(f). Cut sets can be down together, so these
/// can add up to more than 1. Zero if `down` is.
double contribution(const CutSet& cut_set, double down);

}  // namespace nines::structure
