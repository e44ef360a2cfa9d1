// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/scenario/expand.hpp"
#include "models/scenario/reuse.hpp"

namespace nines::scenario {

/// Makes all domains of `domains` (the table `[domain]`): each domain, then the parts that its `split` makes.
///
/// The keys of a part, weakest first: `[defaults.domain]`, the preset `cloud-WORD` or `WORD`, the table of its word in
/// what is split, the tables of the same part of the domains that the split one is like, its own table.
std::vector<ExpandedThing> split_domains(const Table& domains, Reuse& reuse, Diagnostics& diagnostics);

}  // namespace nines::scenario
