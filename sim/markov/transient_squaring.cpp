// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/transient_squaring.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

#include <Eigen/Core>

namespace nines::sim {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace

struct SquaredChain::Matrices {
    double base_seconds = 0.0;
    int level = 0;
    Matrix onward;   ///< E(h): row i is the distribution after h from state i.
    Matrix rewards;  ///< W(h): expected reward within h, [state][reward].
    Matrix spare;
};

SquaredChain::SquaredChain(const UniformizedChain& chain, Rewards rewards) : matrices_(std::make_unique<Matrices>()) {
    Matrices& own = *matrices_;
    const Eigen::Index states = chain.state_count();
    own.base_seconds = squaring_base_seconds(chain.per_second());
    own.onward.resize(states, states);
    own.rewards.resize(states, static_cast<Eigen::Index>(rewards.size()));
    ShortWalk walk(chain, own.base_seconds);
    std::vector<double> accumulated(rewards.size());
    for (Eigen::Index state = 0; state < states; ++state) {
        std::vector<double> from_state(chain.state_count(), 0.0);
        from_state[static_cast<std::size_t>(state)] = 1.0;
        accumulated.assign(rewards.size(), 0.0);
        walk.advance(from_state, rewards, accumulated);
        normalise(from_state);
        for (Eigen::Index to = 0; to < states; ++to) own.onward(state, to) = from_state[static_cast<std::size_t>(to)];
        for (std::size_t i = 0; i < rewards.size(); ++i) {
            own.rewards(state, static_cast<Eigen::Index>(i)) = accumulated[i];
        }
    }
}

SquaredChain::SquaredChain(SquaredChain&&) noexcept = default;
SquaredChain& SquaredChain::operator=(SquaredChain&&) noexcept = default;
SquaredChain::~SquaredChain() = default;

double SquaredChain::base_seconds() const {
    return matrices_->base_seconds;
}

int SquaredChain::level() const {
    return matrices_->level;
}

void SquaredChain::square() {
    Matrices& own = *matrices_;
    const Matrix later = own.onward * own.rewards;
    own.rewards += later;
    own.spare.noalias() = own.onward * own.onward;
    own.onward.swap(own.spare);
    for (Eigen::Index state = 0; state < own.onward.rows(); ++state) {
        own.onward.row(state) /= own.onward.row(state).sum();
    }
    ++own.level;
}

void SquaredChain::advance(std::vector<double>& distribution, std::span<double> accumulated) const {
    const Matrices& own = *matrices_;
    const Eigen::Map<const Eigen::RowVectorXd> now(distribution.data(), own.onward.rows());
    const Eigen::RowVectorXd earned = now * own.rewards;
    for (std::size_t i = 0; i < accumulated.size(); ++i) accumulated[i] += earned[static_cast<Eigen::Index>(i)];
    const Eigen::RowVectorXd after = now * own.onward;
    distribution.assign(after.begin(), after.end());
    normalise(distribution);
}

SquaredChain::Power SquaredChain::power() const {
    const Matrix& onward = matrices_->onward;
    return Power({onward.data(), onward.data() + onward.size()});
}

std::vector<double> SquaredChain::Power::after(std::span<const double> distribution) const {
    const auto states = static_cast<Eigen::Index>(distribution.size());
    const Eigen::Map<const Matrix> onward(entries_.data(), states, states);
    const Eigen::Map<const Eigen::RowVectorXd> now(distribution.data(), states);
    const Eigen::RowVectorXd after = now * onward;
    std::vector<double> result(after.begin(), after.end());
    normalise(result);
    return result;
}

double squaring_base_seconds(double per_second) {
    return std::ldexp(1.0, -static_cast<int>(std::ceil(std::log2(per_second))));
}

}  // namespace nines::sim
