// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/exact/part_chain.hpp"

namespace nines::exact {

/// By state of a chain, what becomes of the requests of a service while that lasts: means over a week of its demand,
/// which goes its way whatever the state is.
struct FlowRewards {
    std::vector<double> unanswered;  ///< Share of the requests.
    std::vector<double> down;        ///< Share of the time in which too few are answered; 1 or 0 unless that depends
                                     ///< on the time of day.
    bool follows_the_clock = false;  ///< Some are neither.
    std::string refusal = {};        ///< Why they are not to be used; empty: they are.
};

/// Are the requests of this service counted?
bool counts_requests(const Subject& service);

/// Why they cannot be followed without a clock; empty if they can.
std::string reason_against_flow(const Program& program, const Subject& service);

/// Precondition: no reason against it.
FlowRewards flow_rewards(const Program& program, PartChain& part, const Subject& service);

}  // namespace nines::exact
