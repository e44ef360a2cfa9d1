// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/report.hpp"

namespace nines::bench {

/// One way of doing one case's work.
struct Contender {
    std::function<Line()> run;
    int every = 1;  ///< Takes part in each round (1), every second round (2), ..
    Line best{};    ///< The run with the least processor time.
    double least_wall_seconds = 0.0;
};

/// Runs all contenders in turn, `rounds` times, so that whatever else the machine does meets all of them alike. Of
/// each the best run counts: noise only ever adds.
void hold_contest(const std::vector<Contender*>& contenders, int rounds);

}  // namespace nines::bench
