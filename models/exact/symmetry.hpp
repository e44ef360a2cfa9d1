// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/program.hpp"

namespace nines::exact {

using namespace nines::compile;

/// Hosts that nothing tells apart form an orbit: exchanging two of them changes neither the laws nor anything that is
/// asked about the system as a whole, so a state need only say how many of them are in which condition.
///
/// Two hosts are found to be alike when all that belongs to each alone (its units, the gates that only it feeds)
/// is built the same, and all that they share (gates, crews, domains, causes) is the very same thing. That finds the
/// members of groups; two racks with their servers are not found to be alike.
class Symmetry {
public:
    /// `kept_apart` are hosts whose condition is asked for one by one: each is an orbit of its own.
    explicit Symmetry(const Program& program, const std::vector<HostId>& kept_apart = {});

    std::uint32_t orbit_of(HostId host) const { return orbit_of_[+host]; }
    /// By orbit, ascending.
    const std::vector<std::vector<HostId>>& orbits() const { return orbits_; }

private:
    std::vector<std::uint32_t> orbit_of_;
    std::vector<std::vector<HostId>> orbits_;
};

}  // namespace nines::exact
