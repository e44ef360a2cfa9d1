// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"

namespace nines::report {

/// Nothing of a store's data was left: no number of seconds says how much that is.
bool is_total_loss(const results::Chain& chain);

/// The chains of one subject for reading: those that differ only in which members of a group failed are added up.
/// `node:web/1:crash, node:web/2:crash` and `node:web/3:crash, node:web/1:crash` become one chain with the single
/// step `node:web/*:crash (2 members)`. A step that occurs once and in one chain only keeps its member's name. The
/// mode name `failure`, which every unnamed mode has, is not shown. Total losses first, then by share.
std::vector<results::Chain> readable_chains(const std::vector<results::Chain>& chains, std::string_view subject);

}  // namespace nines::report
