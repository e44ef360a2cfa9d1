// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim::test {

/// The dependable workstation cluster: two sides of n workstations with a switch each, joined by a backbone, and one
/// repair unit that first inspects. Rates are per hour: workstations fail at 1/500, switches at 1/4000, the backbone
/// at 1/5000; inspection 10 a failed class, repair 2, 0.25 and 0.125. State 0 is all up.
///
/// Source: Haverkort, Hermanns and Katoen, SRDS 2000; PRISM case study "cluster".
struct Cluster {
    Chain chain;
    StateSet minimum;  ///< At least floor(0.75 n) workstations are connected.
    StateSet premium;  ///< At least n workstations are connected.
};

Cluster make_cluster(int workstations);

}  // namespace nines::sim::test
