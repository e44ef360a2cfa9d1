// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/stage_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nines::observe {

std::string_view words_of_stage(std::string_view stage) {
    using Words = std::pair<std::string_view, std::string_view>;
    static constexpr Words words[] = {
        {"serving", "serving"},
        {"restarting", "waiting for the primary to restart"},
        {"detecting", "primary lost, nobody knows yet"},
        {"deciding", "deciding who follows"},
        {"fencing", "fencing the old primary"},
        {"promoting", "promoting"},
        {"redirecting", "redirecting clients"},
        {"warming", "warming up"},
        {"calling", "calling people"},
        {"consulting", "waiting for a decision"},
        {"by-hand", "recovering by hand"},
        {"starting", "starting from nothing"},
        {"stalled", "writes hang: a replica that acknowledges is gone"},
        {"stranded", "stranded: no copy can take over"},
        {"blocked", "writes are refused: too few replicas"},
        {"switching", "planned hand-over: switching to"},
        {"stepped-down", "the primary has stepped down: what its failover needs is gone"},
    };
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const Words& of) { return of.first == stage; });
    return found == std::end(words) ? stage : found->second;
}

}  // namespace nines::observe
