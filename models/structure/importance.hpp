// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <variant>
#include <vector>

#include "models/structure/cut_sets.hpp"
#include "models/structure/exclusive.hpp"
#include "models/structure/probability.hpp"
#include "models/structure/refusal.hpp"

namespace nines::structure {

/// What one variable does to a function f, "the service is down". A variable is *pivotal* while f is true with it down
/// and false with it up, the others being as they are.
struct Importance {
    /// P(pivotal); dP(f)/dp for a variable independent of the others. Source: Birnbaum 1969.
    double birnbaum = 0.0;
    /// P(down and pivotal | f): the chance that repairing it now would end the outage.
    double criticality = 0.0;
    /// P(f if it were always down) / P(f).
    double risk_achievement_worth = 1.0;
    /// P(f) / P(f if it were never down); infinite if f could then not happen.
    double risk_reduction_worth = 1.0;
};

/// Importance of every variable of the distribution, by variable; one that f does not look at has 0, 0, 1, 1.
/// With P(f) = 0, a worth is infinite or 1.
///
/// One pass down the diagram with the chance of coming to each node, one pass up; differences of probabilities are
/// added up from the states that make them, not subtracted, and so keep their digits. For that, up to `pair_limit`
/// pairs of nodes are kept; what is left after them is subtracted and keeps the digits in which the two differ.
/// Preconditions: f is monotone (true never becomes false because a variable goes down), as every structure function
/// is; f is of the evaluation's diagram.
std::vector<Importance> importances(Evaluation& evaluation, NodeId f, std::size_t pair_limit = default_pair_limit);

/// How often f becomes true, in the long run: for independent variables sum of Birnbaum * failure frequency; for a
/// block the flows that take f from false to true. Needs the frequencies in the distribution; preconditions and
/// accuracy are those of `importances`.
///
/// Refused: more than `pair_limit` pairs of nodes for a flow in which variables of one block go down while others
/// come up.
/// Source: Schneeweiss, IEEE Trans. Reliability R-30 (1981); Vesely 1970.
std::variant<double, Refusal> outages_per_second(Evaluation& evaluation, NodeId f,
                                                 std::size_t pair_limit = default_pair_limit);

/// Fussell and Vesely's importance of every variable: its part in the cut sets,
///
///     sum of P(C) over the minimal cut sets C that contain it / sum of P(C) over all.
///
/// For rare failures that is P(some cut set with it is down | f). Zero if the sum is zero.
std::vector<double> fussell_vesely(const CutSets& cut_sets, const Distribution& distribution);

}  // namespace nines::structure
