// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/pareto.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace nines::charts {

std::vector<bool> beaten(const std::vector<std::pair<double, double>>& pairs) {
    // By the first figure, so that whoever beats a pair stands before it or is equal to it.
    std::vector<std::size_t> order(pairs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pairs[a] < pairs[b]; });
    std::vector<bool> result(pairs.size(), false);
    double least = std::numeric_limits<double>::infinity();
    std::pair<double, double> least_pair;
    for (const std::size_t index : order) {
        const auto& pair = pairs[index];
        if (pair.second < least) {
            least = pair.second;
            least_pair = pair;
        } else {
            result[index] = pair != least_pair;
        }
    }
    return result;
}

}  // namespace nines::charts
