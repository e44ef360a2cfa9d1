// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/observe/timeline.hpp"
#include "models/scenario/wording.hpp"

namespace nines::report {

/// One step of an outage's story.
struct StoryLine {
    double at = 0.0;  ///< Seconds since the measured span began.
    wording::Text words;
    bool is_service = false;  ///< It is of the service itself: lost, or back.
};

/// How one outage came and went, in order: what failed first, what followed, each stage of a failover with its length,
/// when the service was back. Times within it count from its beginning. At most `most` lines; what is left out in the
/// middle is counted.
std::vector<StoryLine> story_of(const observe::Timeline& timeline, const observe::Outage& outage,
                                std::size_t most = 60);

}  // namespace nines::report
