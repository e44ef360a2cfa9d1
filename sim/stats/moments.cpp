// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/moments.hpp"

#include <algorithm>
#include <cmath>

namespace nines::sim {

void Moments::merge(const Moments& other) {
    if (other.count == 0) { return; }
    if (count == 0) {
        *this = other;
        return;
    }
    const double n_a = static_cast<double>(count);
    const double n_b = static_cast<double>(other.count);
    const double n = n_a + n_b;
    const double delta = other.mean - mean;
    const double share = delta / n;
    m3 += other.m3 + delta * share * share * n_a * n_b * (n_a - n_b) + 3.0 * share * (n_a * other.m2 - n_b * m2);
    m2 += other.m2 + delta * share * n_a * n_b;
    mean += share * n_b;
    count += other.count;
    nonzero += other.nonzero;
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

double Moments::variance() const {
    return count < 2 ? 0.0 : std::max(m2, 0.0) / static_cast<double>(count - 1);
}

double Moments::standard_deviation() const {
    return std::sqrt(variance());
}

double Moments::standard_error() const {
    return count < 2 ? 0.0 : std::sqrt(variance() / static_cast<double>(count));
}

double Moments::skewness() const {
    if (!(m2 > 0.0)) { return 0.0; }
    return std::sqrt(static_cast<double>(count)) * m3 / (m2 * std::sqrt(m2));
}

}  // namespace nines::sim
