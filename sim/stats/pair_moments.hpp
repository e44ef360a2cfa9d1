// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nines::sim {

/// Moments of pairs (x, y) up to the third, for ratios of sums such as downtime per outage (y = downtime of a trial,
/// x = its outages). Mergeable like `Moments`; central sums, so that nearly constant pairs keep their digits.
/// Source: Pebay, SAND2008-6212, section 3.1, with three factors instead of powers of one.
struct PairMoments {
    std::uint64_t count = 0;
    double mean_x = 0.0;
    double mean_y = 0.0;
    double m_xx = 0.0;  ///< Sum of (x - mean_x)^2.
    double m_yy = 0.0;  ///< Sum of (y - mean_y)^2.
    double m_xy = 0.0;  ///< Sum of (x - mean_x)(y - mean_y).
    // Third central sums: m_xxy is the sum of (x - mean_x)^2 (y - mean_y).
    double m_xxx = 0.0;
    double m_xxy = 0.0;
    double m_xyy = 0.0;
    double m_yyy = 0.0;

    void add(double x, double y) {
        const double before = static_cast<double>(count);
        ++count;
        const double n = static_cast<double>(count);
        const double delta_x = x - mean_x;
        const double delta_y = y - mean_y;
        const double step_x = delta_x / n;
        const double step_y = delta_y / n;
        const double skew = before * (before - 1.0) / n;
        m_xxx += delta_x * delta_x * step_x * skew - 3.0 * step_x * m_xx;
        m_xxy += delta_x * delta_x * step_y * skew - 2.0 * step_x * m_xy - step_y * m_xx;
        m_xyy += delta_x * delta_y * step_y * skew - 2.0 * step_y * m_xy - step_x * m_yy;
        m_yyy += delta_y * delta_y * step_y * skew - 3.0 * step_y * m_yy;
        mean_x += step_x;
        mean_y += step_y;
        m_xx += delta_x * (x - mean_x);
        m_yy += delta_y * (y - mean_y);
        m_xy += delta_x * (y - mean_y);
    }

    void merge(const PairMoments& other);

    /// The pairs (y, x).
    PairMoments swapped() const;
    /// The pairs (total - x, y): time up from time down.
    PairMoments with_x_from(double total) const;

    /// Sums of the squares and cubes of y - r x about their mean: what of y is left beside r for each x.
    double residual_squares(double r) const { return m_yy - 2.0 * r * m_xy + r * r * m_xx; }
    double residual_cubes(double r) const { return m_yyy - 3.0 * r * m_xyy + 3.0 * r * r * m_xxy - r * r * r * m_xxx; }

    double sum_x() const { return mean_x * static_cast<double>(count); }
    double sum_y() const { return mean_y * static_cast<double>(count); }
};

}  // namespace nines::sim
