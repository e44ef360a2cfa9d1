// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/edit/topology.hpp"
#include "models/scenario/scenario.hpp"
#include "models/validate/names.hpp"

namespace nines::edit {

/// Who names whom. `items` are the scenario's things in the order of `for_each_kind`, perhaps with others behind them.
std::vector<Link> links_of(const scenario::Scenario& scenario, const validate::Names& names,
                           const std::vector<Item>& items);

}  // namespace nines::edit
