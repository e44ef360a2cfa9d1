// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/results/results.hpp"

/// Whose the downtime of a service is, for charts and for colours laid over a drawing.
namespace nines::charts {

/// "node:web/1" of the cause "node:web/1:crash"; "store:orders" of "store:orders:by-hand".
std::string thing_of_cause(const std::string& cause);

/// "group:web" of "node:web/1" and "node:web/*"; empty of things that are no members.
std::string group_of_member(const std::string& thing);

/// For each thing, and for each group one of whose members it is, the share of the service's downtime that began with
/// it among what was down; the largest first. These overlap: several things can be down together.
std::vector<std::pair<std::string, double>> shares_of_downtime(const results::Results& results,
                                                               const std::string& subject);

/// The same of chains that were put together for reading, without groups.
std::vector<std::pair<std::string, double>> shares_of_chains(const std::vector<results::Chain>& chains,
                                                             const std::string& subject);

}  // namespace nines::charts
