// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/contest.hpp"

#include <algorithm>

namespace nines::bench {

void hold_contest(const std::vector<Contender*>& contenders, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (Contender* contender : contenders) {
            if (round % contender->every != 0) continue;
            Line line = contender->run();
            if (round == 0) contender->least_wall_seconds = line.wall_seconds;
            contender->least_wall_seconds = std::min(contender->least_wall_seconds, line.wall_seconds);
            if (round == 0 || line.cpu_seconds < contender->best.cpu_seconds) contender->best = std::move(line);
        }
    }
}

}  // namespace nines::bench
