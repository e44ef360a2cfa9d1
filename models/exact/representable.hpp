// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/exact/scope.hpp"

namespace nines::exact {

/// What in this part of a program no Markov chain of ours can follow, one sentence each; empty if it can be solved.
///
/// A chain knows no calendar: planned maintenance, working hours, inspections at fixed instants and events at a known
/// time are left to simulation. So are units whose age counts across repairs.
std::vector<std::string> not_representable(const Program& program, const Scope& scope);

/// Hosts of which each must be followed by itself although others are like it, since some rule picks among them by
/// their number: members of standby groups that differ (in their ages, in where they are, in what a failed start does
/// to them), jobs that a preemptive crew may put down, and jobs that a shock brings to a queue at the same instant.
std::vector<HostId> kept_apart(const Program& program);

}  // namespace nines::exact
