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
    m_xx += other.m_xx + delta_x * delta_x * weight;
    m_yy += other.m_yy + delta_y * delta_y * weight;
    m_xy += other.m_xy + delta_x * delta_y * weight;
    mean_x += delta_x * (n_b / n);
    mean_y += delta_y * (n_b / n);
    count += other.count;
}

}  // namespace nines::sim
