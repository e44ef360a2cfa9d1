// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/convolution.hpp"

#include <algorithm>
#include <cmath>

namespace nines::structure {

std::vector<double> working_counts(std::span<const Chance> components) {
    std::vector<double> counts{1.0};
    counts.reserve(components.size() + 1);
    for (const Chance& component : components) {
        counts.push_back(0.0);
        for (std::size_t w = counts.size() - 1; w > 0; --w) {
            counts[w] = counts[w] * component.down + counts[w - 1] * component.up;
        }
        counts[0] *= component.down;
    }
    return counts;
}

std::vector<double> binomial(std::uint32_t n, Chance component) {
    std::vector<double> counts(n + 1, 0.0);
    const auto mode = std::min(n, static_cast<std::uint32_t>(std::floor((n + 1.0) * component.up)));
    counts[mode] = 1.0;
    for (std::uint32_t w = mode; w < n; ++w) {
        counts[w + 1] = counts[w] * (static_cast<double>(n - w) / (w + 1.0)) * (component.up / component.down);
    }
    for (std::uint32_t w = mode; w > 0; --w) {
        counts[w - 1] = counts[w] * (static_cast<double>(w) / (n - w + 1.0)) * (component.down / component.up);
    }
    double sum = 0.0;
    for (const double weight : counts) sum += weight;
    for (double& weight : counts) weight /= sum;
    return counts;
}

std::vector<double> convolve(std::span<const double> first, std::span<const double> second) {
    std::vector<double> both(first.size() + second.size() - 1, 0.0);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < second.size(); ++j) both[i + j] += first[i] * second[j];
    }
    return both;
}

Chance at_least_working(std::span<const double> counts, std::int64_t k) {
    Chance chance{0.0, 0.0};
    for (std::size_t w = 0; w < counts.size(); ++w) {
        (static_cast<std::int64_t>(w) < k ? chance.down : chance.up) += counts[w];
    }
    return chance;
}

double mean_working(std::span<const double> counts) {
    double mean = 0.0;
    for (std::size_t w = 0; w < counts.size(); ++w) mean += static_cast<double>(w) * counts[w];
    return mean;
}

}  // namespace nines::structure
