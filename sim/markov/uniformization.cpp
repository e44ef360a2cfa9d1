// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/uniformization.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace nines::sim {

namespace {

constexpr double unit_roundoff = std::numeric_limits<double>::epsilon() / 2.0;

/// k ln(k / mean) + mean - k, without cancellation where k is near the mean (Loader 2000). >= 0, and 0 at k = mean.
double deviance(double k, double mean) {
    if (k == 0.0) return mean;
    const double distance = k - mean;
    if (std::abs(distance) >= 0.3 * (k + mean)) return k * std::log(k / mean) - distance;
    const double ratio = distance / (k + mean);
    double sum = distance * ratio;
    double term = 2.0 * k * ratio;
    for (int odd = 3;; odd += 2) {
        term *= ratio * ratio;
        const double next = sum + term / odd;
        if (next == sum) return sum;
        sum = next;
    }
}

/// ln k! - ln(sqrt(2 pi k) (k / e)^k) for k >= 16: Stirling's series, next term below 1e-17.
double stirling_error(double k) {
    const double square = k * k;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / k;
}

/// Smallest whole k in (low, high] with holds(k); it must hold at high and, once it does, for all larger k.
template <class Holds>
std::uint64_t first_that(std::uint64_t low, std::uint64_t high, const Holds& holds) {
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (holds(static_cast<double>(middle)) ? high : low) = middle;
    }
    return high;
}

std::uint64_t first_in_window(double mean, double log_tail) {
    if (mean <= log_tail) return 0;
    const auto at_mean = static_cast<std::uint64_t>(mean);
    return first_that(0, at_mean + 1, [&](double k) { return k >= mean || deviance(k, mean) < log_tail; });
}

std::uint64_t last_in_window(double mean, double log_tail) {
    const auto at_mean = static_cast<std::uint64_t>(mean);
    const auto beyond = [&](double k) { return k > mean && deviance(k, mean) >= log_tail; };
    std::uint64_t high = at_mean + 16;
    while (!beyond(static_cast<double>(high))) high += high - at_mean;
    return first_that(at_mean, high, beyond) - 1;
}

}  // namespace

double poisson_probability(double mean, std::uint64_t k) {
    constexpr std::uint64_t small = 16;
    if (k < small && mean < 700.0) {
        double probability = std::exp(-mean);
        for (std::uint64_t factor = 1; factor <= k; ++factor) probability *= mean / static_cast<double>(factor);
        return probability;
    }
    const auto count = static_cast<double>(k);
    if (k < small) {
        double factorial = 1.0;
        for (std::uint64_t factor = 2; factor <= k; ++factor) factorial *= static_cast<double>(factor);
        return std::exp(count * std::log(mean) - mean) / factorial;
    }
    return std::exp(-stirling_error(count) - deviance(count, mean)) / std::sqrt(2.0 * std::numbers::pi * count);
}

PoissonWindow::PoissonWindow(double mean, double log_tail) : mean_(mean) {
    if (mean == 0.0) return;
    first_ = first_in_window(mean, log_tail);
    last_ = last_in_window(mean, log_tail);
    next_ = first_;
}

double PoissonWindow::next() {
    // Each weight from the one before costs a rounding error; starting afresh now and then keeps them few.
    constexpr std::uint64_t steps_between_anchors = 64;
    const std::uint64_t k = next_++;
    if (mean_ == 0.0) return k == 0 ? 1.0 : 0.0;
    if ((k - first_) % steps_between_anchors == 0) {
        weight_ = poisson_probability(mean_, k);
    } else {
        weight_ *= mean_ / static_cast<double>(k);
    }
    return weight_;
}

double largest_mean_within(std::uint64_t k, double log_tail) {
    double low = 0.0;
    auto high = static_cast<double>(k);
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = 0.5 * (low + high);
        (deviance(static_cast<double>(k), middle) >= log_tail ? low : high) = middle;
    }
    return low;
}

UniformizedChain::UniformizedChain(const Chain& chain) : chain_(&chain), stay_(chain.state_count()) {
    std::vector<std::uint32_t> incoming(chain.state_count());
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        stay_[state] = chain.exit_rate(state);
        for (const StateIndex target : chain.targets(state)) ++incoming[target];
    }
    per_second_ = *std::max_element(stay_.begin(), stay_.end());
    if (per_second_ > 0.0) {
        for (double& exit_rate : stay_) exit_rate = (per_second_ - exit_rate) / per_second_;
    } else {
        std::fill(stay_.begin(), stay_.end(), 1.0);
    }
    rounding_a_step_ = (*std::max_element(incoming.begin(), incoming.end()) + 5.0) * unit_roundoff;
}

double UniformizedChain::work_a_step() const {
    return static_cast<double>(chain_->transition_count()) + chain_->state_count();
}

void UniformizedChain::step(std::span<const double> from, std::span<double> to) const {
    constexpr double negligible = 1e-290;
    for (std::size_t state = 0; state < from.size(); ++state) to[state] = from[state] * stay_[state];
    for (StateIndex state = 0; state < chain_->state_count(); ++state) {
        if (from[state] < negligible) continue;
        const double flow = from[state] / per_second_;
        const auto targets = chain_->targets(state);
        const auto rates = chain_->rates(state);
        for (std::size_t i = 0; i < targets.size(); ++i) to[targets[i]] += flow * rates[i];
    }
}

ShortWalk::ShortWalk(const UniformizedChain& chain, double seconds)
    : chain_(&chain), present_(chain.state_count()), following_(chain.state_count()) {
    PoissonWindow window(chain.per_second() * seconds, -std::log(left_out));
    // From 0 on, although the first may be negligible: the sums over jumps begin there.
    for (std::uint64_t k = 0; k < window.first(); ++k) weights_.push_back(0.0);
    while (weights_.size() <= window.last()) weights_.push_back(window.next());
}

void ShortWalk::advance(std::vector<double>& distribution, Rewards rewards, std::span<double> accumulated) {
    std::vector<double> until_jump(rewards.size(), 0.0);
    present_.swap(distribution);
    std::fill(distribution.begin(), distribution.end(), 0.0);
    for (std::size_t jump = 0; jump < weights_.size(); ++jump) {
        const double weight = weights_[jump];
        for (std::size_t state = 0; state < present_.size(); ++state) distribution[state] += weight * present_[state];
        for (std::size_t reward = 0; reward < rewards.size(); ++reward) {
            if (jump > 0) accumulated[reward] += weight * until_jump[reward] / chain_->per_second();
            until_jump[reward] += dot(present_, rewards[reward]);
        }
        if (jump + 1 == weights_.size()) break;
        chain_->step(present_, following_);
        present_.swap(following_);
    }
}

std::vector<double> distribution_of(std::span<const StartState> start, StateIndex state_count) {
    std::vector<double> distribution(state_count, 0.0);
    for (const StartState& part : start) distribution[part.state] += part.probability;
    normalise(distribution);
    return distribution;
}

double dot(std::span<const double> a, std::span<const double> b) {
    // Four sums at once: one alone would wait for each addition to end.
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= a.size(); i += sums.size()) {
        for (std::size_t lane = 0; lane < sums.size(); ++lane) sums[lane] += a[i + lane] * b[i + lane];
    }
    for (; i < a.size(); ++i) sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void normalise(std::span<double> distribution) {
    const double sum = std::accumulate(distribution.begin(), distribution.end(), 0.0);
    for (double& probability : distribution) probability /= sum;
}

}  // namespace nines::sim
