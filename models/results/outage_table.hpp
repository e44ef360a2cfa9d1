// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/observe/outage_list.hpp"

namespace nines::results {

/// Outages are listed up to this number; there may be many.
inline constexpr std::size_t most_outages_listed = 1'000'000;

/// The outages of a run one by one, with the names of what they are about.
struct OutageTable {
    observe::OutageList outages;
    std::vector<std::string> services = {};  ///< By the outages' number of a service: "service:site".
    std::vector<std::string> labels = {};    ///< By the labels of their causes: "node:web/*:crash".
};

}  // namespace nines::results
