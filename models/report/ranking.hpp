// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"

namespace nines::report {

/// A table of all subjects of one kind, those with most downtime first.
struct Ranking {
    std::string title;                 ///< "Groups".
    std::vector<std::string> columns;  ///< Titles; the first is the name's.
    std::vector<std::vector<std::string>> rows;
    std::size_t more = 0;  ///< Subjects beyond the rows given.
    std::string count;     ///< What stands behind the figures: "10,000 trials".
    std::string meaning;   ///< What a reader might take otherwise: "down: no member is up"; mostly empty.
    std::string note;      ///< On the last column, where that is shown; mostly empty.
};

/// The rankings that the results can fill: groups, domains, nodes, stores, causes, crews. Each has the figures that
/// say most about its kind, at most three, each with its interval.
std::vector<Ranking> rankings_of(const results::Results& results, std::size_t most_rows);

}  // namespace nines::report
