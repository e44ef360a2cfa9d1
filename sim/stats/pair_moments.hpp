// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nines::sim {

/// First and second moments of pairs (x, y), for ratios of sums such as downtime per outage (y = downtime of a trial,
/// x = its outages). Mergeable like `Moments`; central sums, so that nearly constant pairs keep their digits.
struct PairMoments {
    std::uint64_t count = 0;
    double mean_x = 0.0;
    double mean_y = 0.0;
    double m_xx = 0.0;  ///< Sum of (x - mean_x)^2.
    double m_yy = 0.0;  ///< Sum of (y - mean_y)^2.
    double m_xy = 0.0;  ///< Sum of (x - mean_x)(y - mean_y).

    void add(double x, double y) {
        ++count;
        const double n = static_cast<double>(count);
        const double delta_x = x - mean_x;
        const double delta_y = y - mean_y;
        mean_x += delta_x / n;
        mean_y += delta_y / n;
        m_xx += delta_x * (x - mean_x);
        m_yy += delta_y * (y - mean_y);
        m_xy += delta_x * (y - mean_y);
    }

    void merge(const PairMoments& other);

    double sum_x() const { return mean_x * static_cast<double>(count); }
    double sum_y() const { return mean_y * static_cast<double>(count); }
};

}  // namespace nines::sim
