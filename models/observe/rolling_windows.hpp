// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace nines::observe {

/// One outage, in seconds from the begin of the measured span.
struct OutageSpan {
    double from;
    double to;
};

/// What a rolling window shows over a whole trial.
struct RollingFigures {
    double worst = 0.0;      ///< Most seconds down within any window.
    double share_met = 1.0;  ///< Of the instants at which the window that ends there has no more than is allowed.
};

/// The downtime within the last `length` seconds,
///
///     D(t) = time down within [t - length, t],   length <= t <= end,
///
/// at every t. D is piecewise linear: it rises while the service is down, falls while it was down a window ago. So its
/// maximum and the time it spends above `allowed` are exact. `sampled` receives D(length + k step) for k = 0, 1, ..
/// as many as it has places.
/// Preconditions: the outages are in order and apart, within [0, end]; length <= end; step > 0.
RollingFigures roll(std::span<const OutageSpan> outages, double length, double end, double allowed,
                    std::vector<double>& sampled, double step);

}  // namespace nines::observe
