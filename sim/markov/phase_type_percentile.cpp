// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <optional>
#include <utility>

#include "sim/markov/phase_type_match.hpp"

namespace nines::sim {

namespace {

/// Phases with one third moment, and how far their quantile is off.
struct Candidate {
    double excess = 0.0;  ///< The third moment, as E[T^3] / E[T^2] = E[T^2] x (1 + excess); it cannot be less.
    PhaseType time;
    double error = 0.0;  ///< Relative.
};

class PercentileSearch {
public:
    PercentileSearch(double second, double probability, double wanted, int most_phases)
        : second_(second), probability_(probability), wanted_(wanted), most_phases_(most_phases) {}

    std::optional<PhaseType> run() {
        constexpr double ratio = 1.5;
        std::optional<Candidate> before;
        for (double excess = 0.01; excess < 1e5; excess *= ratio) {
            std::optional<Candidate> now = try_excess(excess);
            if (before && now && (before->error < 0.0) != (now->error < 0.0)) narrow(*before, *now);
            before = std::move(now);
        }
        if (!best_) return std::nullopt;
        return std::move(best_->time);
    }

private:
    std::optional<Candidate> try_excess(double excess) {
        auto time = three_moment_phases(second_, second_ * second_ * (1.0 + excess), most_phases_);
        if (!time) return std::nullopt;
        const double found = quantile(*time, probability_).in_seconds();
        Candidate candidate{excess, *std::move(time), found / wanted_ - 1.0};
        if (!best_ || std::abs(candidate.error) < std::abs(best_->error)) best_ = candidate;
        return candidate;
    }

    /// Between two third moments whose errors differ in sign.
    void narrow(Candidate low, Candidate high) {
        constexpr int halvings = 20;
        for (int halving = 0; halving < halvings && std::abs(best_->error) > 1e-6; ++halving) {
            auto middle = try_excess(std::sqrt(low.excess * high.excess));
            if (!middle) return;
            ((middle->error < 0.0) == (low.error < 0.0) ? low : high) = *std::move(middle);
        }
    }

    double second_;
    double probability_;
    double wanted_;
    int most_phases_;
    std::optional<Candidate> best_;
};

}  // namespace

std::optional<PhaseType> percentile_phases(double second, double probability, double wanted, int most_phases) {
    return PercentileSearch(second, probability, wanted, most_phases).run();
}

}  // namespace nines::sim
