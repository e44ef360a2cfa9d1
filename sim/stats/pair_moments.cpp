// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/pair_moments.hpp"

namespace nines::sim {

void PairMoments::merge(const PairMoments& other) {
    if (other.count == 0) { return; }
    if (count == 0) {
        *this = other;
        return;
    }
    const double n_a = static_cast<double>(count);
    const double n_b = static_cast<double>(other.count);
    const double n = n_a + n_b;
    const double delta_x = other.mean_x - mean_x;
    const double delta_y = other.mean_y - mean_y;
    const double weight = n_a * n_b / n;
    const double skew = weight * (n_a - n_b) / n;
    // How far the spreads of the two parts differ, for the terms in which a mean moves.
    const double xx = (n_a * other.m_xx - n_b * m_xx) / n;
    const double xy = (n_a * other.m_xy - n_b * m_xy) / n;
    const double yy = (n_a * other.m_yy - n_b * m_yy) / n;
    m_xxx += other.m_xxx + delta_x * delta_x * delta_x * skew + 3.0 * delta_x * xx;
    m_xxy += other.m_xxy + delta_x * delta_x * delta_y * skew + 2.0 * delta_x * xy + delta_y * xx;
    m_xyy += other.m_xyy + delta_x * delta_y * delta_y * skew + 2.0 * delta_y * xy + delta_x * yy;
    m_yyy += other.m_yyy + delta_y * delta_y * delta_y * skew + 3.0 * delta_y * yy;
    m_xx += other.m_xx + delta_x * delta_x * weight;
    m_yy += other.m_yy + delta_y * delta_y * weight;
    m_xy += other.m_xy + delta_x * delta_y * weight;
    mean_x += delta_x * (n_b / n);
    mean_y += delta_y * (n_b / n);
    count += other.count;
}

PairMoments PairMoments::swapped() const {
    return {count, mean_y, mean_x, m_yy, m_xx, m_xy, m_yyy, m_xyy, m_xxy, m_xxx};
}

PairMoments PairMoments::with_x_from(double total) const {
    return {count, total - mean_x, mean_y, m_xx, m_yy, -m_xy, -m_xxx, m_xxy, -m_xyy, m_yyy};
}

}  // namespace nines::sim
