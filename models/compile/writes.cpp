// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/writes.hpp"

#include <algorithm>

namespace nines::compile {

Writes::Writes(double bytes_per_second, const Demand& followed, double replay, double until)
    : demand_(followed), replay_(replay), varies_(followed.exists()) {
    if (!varies_) demand_.peak = 1.0;
    scale_ = bytes_per_second / demand_.peak;
    if (replay_ <= 0.0 || scale_ <= 0.0) return;
    demand_.spans_above(replay_ / scale_, 0.0, until, [&](double begin, double) {
        const bool is_still_behind = !begins_.empty() && backlog_since(begins_.back(), begin) > 0.0;
        if (!is_still_behind) begins_.push_back(begin);
    });
}

double Writes::backlog(double at) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), at);
    return next == begins_.begin() ? 0.0 : std::max(0.0, backlog_since(*(next - 1), at));
}

double Writes::backlog_seconds(double at) const {
    const double behind = backlog(at);
    if (behind <= 0.0) return 0.0;
    // All of it was written since it began to grow.
    double least = 0.0;
    double most = at - *(std::upper_bound(begins_.begin(), begins_.end(), at) - 1);
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double age = (least + most) / 2.0;
        (bytes(at - age, at) < behind ? least : most) = age;
    }
    return most;
}

}  // namespace nines::compile
