// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compile/demand.hpp"

namespace nines::compile {

/// What clients write to a store over time, and how far replicas are behind that apply less than that:
///
///     backlog(t) = max over s <= t of the integral from s to t of (writes - replay)
///
/// It is empty at time 0. When it next begins to grow is counted once; between two such moments it is a formula.
class Writes {
public:
    Writes() = default;
    /// A constant rate; or, where `followed` exists, so much at the peak of that demand and in proportion to it
    /// otherwise. `replay` in bytes per second; 0: whatever is written. `until` in seconds of simulated time.
    Writes(double bytes_per_second, const Demand& followed, double replay, double until);

    /// The rate is not always the same.
    bool varies() const { return varies_; }
    /// A backlog grows at some time before `until`.
    bool fall_behind() const { return !begins_.empty(); }
    double replay() const { return replay_; }

    /// Written within [from, to).
    double bytes(double from, double to) const { return scale_ * demand_.offered(from, to); }
    /// Written and not applied yet.
    double backlog(double at) const;
    /// Age of the oldest write that is not applied yet.
    double backlog_seconds(double at) const;

private:
    double backlog_since(double begin, double at) const { return bytes(begin, at) - replay_ * (at - begin); }

    Demand demand_;
    double scale_ = 0.0;  ///< Bytes for each request of the demand.
    double replay_ = 0.0;
    bool varies_ = false;
    std::vector<double> begins_;  ///< When a backlog begins to grow from nothing.
};

}  // namespace nines::compile
