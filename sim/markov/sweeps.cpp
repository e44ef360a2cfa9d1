// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/sweeps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace nines::sim {
namespace {

double flow_into(const Incoming& incoming, const std::vector<double>& probability, StateIndex to) {
    double flow = 0.0;
    for (std::uint64_t i = incoming.begin[to]; i < incoming.begin[to + 1]; ++i) {
        flow += probability[incoming.from[i]] * incoming.per_second[i];
    }
    return flow;
}

}  // namespace

double sweep(const Incoming& incoming, std::vector<double>& probability, double weight) {
    double largest = 0.0;
    for (StateIndex to = 0; to < incoming.state_count(); ++to) {
        if (incoming.exit_rate[to] == 0.0) continue;  // flows that are too small for doubles
        const double before = probability[to];
        const double full = flow_into(incoming, probability, to) / incoming.exit_rate[to];
        const double after = weight * full + (1.0 - weight) * before;
        probability[to] = after;
        largest = std::max(largest, std::abs(after - before) / std::max(after, negligible_probability));
    }
    return largest;
}

double flow_imbalance(const Incoming& incoming, const std::vector<double>& probability) {
    double worst = 0.0;
    for (StateIndex to = 0; to < incoming.state_count(); ++to) {
        if (probability[to] < negligible_probability) continue;
        const double out = probability[to] * incoming.exit_rate[to];
        worst = std::max(worst, std::abs(flow_into(incoming, probability, to) - out) / out);
    }
    return worst;
}

double normalise(std::vector<double>& probability) {
    const double sum = std::accumulate(probability.begin(), probability.end(), 0.0);
    for (double& value : probability) value /= sum;
    return sum;
}

bool Convergence::is_reached(double change) {
    if (count_ > 0 && last_change_ > 0.0) {
        const double ratio = std::min(change / last_change_, 1.0);
        factor_ = count_ == 1 ? ratio : std::max(0.8 * factor_ + 0.2 * ratio, ratio);
    }
    ++count_;
    last_change_ = change;
    // Rounding keeps the last changes alive: a factor measured there means nothing.
    constexpr double rounding = 4e-16;
    error_ = change <= rounding ? change : change / std::max(1.0 - factor_, 1e-16);
    return count_ >= 3 && error_ <= tolerance_;
}

}  // namespace nines::sim
