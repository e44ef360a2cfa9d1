// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/structure/decision_diagram.hpp"
#include "models/structure/distribution.hpp"

namespace nines::structure {

/// Probability that a function of a diagram is true (`down`) and that it is false (`up`).
///
/// Only products and sums of numbers that are not negative: each of the two has the relative accuracy of what goes
/// in, also at 1e-20. Values are kept, so that functions that share parts share the work.
/// Precondition: the distribution has every variable of the functions asked for; both outlive the evaluation.
class Evaluation {
public:
    Evaluation(const DecisionDiagram& diagram, const Distribution& distribution)
        : diagram_(diagram), distribution_(distribution) {}

    Chance of(NodeId function);

    const DecisionDiagram& diagram() const { return diagram_; }
    const Distribution& distribution() const { return distribution_; }

private:
    bool is_known(NodeId node) const { return values_[+node].down >= 0.0; }
    bool push_unknown(NodeId node);
    Chance combine(NodeId node) const;

    const DecisionDiagram& diagram_;
    const Distribution& distribution_;
    std::vector<Chance> values_;  ///< By node; negative: not computed yet.
    std::vector<NodeId> stack_;
};

}  // namespace nines::structure
