// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "models/scenario/values.hpp"

/// In which batches a new version comes to the members of a group.
namespace nines::scenario {

/// So many of `all` members; a share is rounded up, so that it is one at least.
inline std::int64_t members_in(MemberShare members, std::int64_t all) {
    constexpr double rounding = 1e-9;
    const double share = members.share * static_cast<double>(all);
    const auto wanted = members.count > 0 ? members.count : static_cast<std::int64_t>(std::ceil(share - rounding));
    return std::clamp<std::int64_t>(wanted, std::min<std::int64_t>(1, all), all);
}

/// Members of the batch with this number, from 0, while `left` of `all` do not have the version yet.
inline std::int64_t batch_size(const Rollout& rollout, std::uint32_t batch, std::int64_t left, std::int64_t all) {
    switch (rollout.kind) {
        case Rollout::Kind::rolling: return std::min(left, members_in(rollout.first, all));
        case Rollout::Kind::canary:
            if (batch == 0) return std::min(left, members_in(rollout.first, all));
            return rollout.then ? std::min(left, members_in(*rollout.then, all)) : left;
        case Rollout::Kind::blue_green:
        case Rollout::Kind::all: break;
    }
    return left;
}

/// Time from the end of a batch to the beginning of the next.
inline Duration gap_after(const Rollout& rollout, std::uint32_t batch, Duration pause) {
    return rollout.kind == Rollout::Kind::canary && batch == 0 ? rollout.watch : pause;
}

/// Of a blue-green deploy the new members stand beside the old ones, so that nobody is out.
inline bool takes_members_out(const Rollout& rollout) {
    return rollout.kind != Rollout::Kind::blue_green;
}

}  // namespace nines::scenario
