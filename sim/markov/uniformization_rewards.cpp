// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "sim/markov/transient_methods.hpp"

namespace nines::sim {

namespace {

constexpr double log_tail = 104.0;  // e^-104 = 7e-46 of the probability is left out at each end

/// A sum of many numbers with the rounding errors added at the end (Kahan 1965).
class CarefulSum {
public:
    void add(double number) {
        const double corrected = number - lost_;
        const double next = sum_ + corrected;
        lost_ = (next - sum_) - corrected;
        sum_ = next;
    }
    double value() const { return sum_; }

private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

/// What is known of one reward while the jumps are followed.
struct RewardWalk {
    double now = 0.0;         ///< Expected reward rate after k jumps, d_k.
    CarefulSum before;        ///< d_0 + .. + d_(k-1).
    double largest = 0.0;     ///< Over the states.
    double steady = 0.0;      ///< In the steady distribution.
    double late_error = 0.0;  ///< Bound of |d_j - steady| for all j from the steady jump on.
};

/// One of the times: its Poisson weights, and the sums of w_k d_k and w_k (d_0 + .. + d_(k-1)) for each reward.
/// The latter over q is the integral up to t, since the sum of P(N > j) d_j is the sum of w_k (d_0 + .. + d_(k-1)).
struct TimeSums {
    PoissonWindow window;
    std::vector<double> rate;
    std::vector<double> until_jump;
    double late = 0.0;        ///< Sum of the weights from the steady jump on.
    double late_jumps = 0.0;  ///< Expected number of jumps after the steady one.

    void add(double weight, std::size_t reward, double now, double before) {
        rate[reward] += weight * now;
        until_jump[reward] += weight * before;
    }
};

class Uniformization {
public:
    Uniformization(const TransientQuestion& question, double most_work)
        : question_(question),
          most_work_(most_work),
          distribution_(distribution_of(question.start, question.uniformized.state_count())),
          following_(distribution_.size()) {
        for (const auto reward : question.rewards) {
            RewardWalk& walk = walks_.emplace_back();
            walk.largest = *std::max_element(reward.begin(), reward.end());
            if (!question.options.steady.empty()) walk.steady = dot(question.options.steady, reward);
        }
        for (const Duration time : question.times) {
            const double mean = question.uniformized.per_second() * time.in_seconds();
            const std::vector<double> zeros(question.rewards.size(), 0.0);
            times_.push_back({PoissonWindow(mean, log_tail), zeros, zeros});
        }
    }

    Solved<Transient> run() {
        const std::uint64_t last = times_.back().window.last();
        const double work = question_.uniformized.work_a_step() +
                            static_cast<double>(distribution_.size()) * (1.0 + static_cast<double>(walks_.size()));
        const double steps_allowed = most_work_ / work;
        if (question_.options.steady.empty() && static_cast<double>(last) > steps_allowed) {
            return too_much_work(0, last, work, most_work_);
        }
        Patience patience(question_.options.go_on);
        for (;; ++jump_) {
            if (is_settled()) return finished_as_steady();
            observe();
            if (jump_ == last) return result();
            if (static_cast<double>(jump_) >= steps_allowed) return too_much_work(jump_, last, work, most_work_);
            if (!patience.holds_after(work)) return transient_stopped(jump_, last);
            question_.uniformized.step(distribution_, following_);
            distribution_.swap(following_);
        }
    }

private:
    /// Adds this jump's term to all times whose window it is in.
    void observe() {
        double mass = 0.0;
        for (const double probability : distribution_) mass += probability;
        for (std::size_t reward = 0; reward < walks_.size(); ++reward) {
            walks_[reward].now = dot(distribution_, question_.rewards[reward]) / mass;
        }
        // Windows begin and end in the order of the times.
        while (first_open_ < times_.size() && times_[first_open_].window.last() < jump_) ++first_open_;
        for (std::size_t i = first_open_; i < times_.size() && times_[i].window.first() <= jump_; ++i) {
            const double weight = times_[i].window.next();
            for (std::size_t reward = 0; reward < walks_.size(); ++reward) {
                times_[i].add(weight, reward, walks_[reward].now, walks_[reward].before.value());
            }
        }
        for (RewardWalk& walk : walks_) walk.before.add(walk.now);
    }

    double steady_tolerance() const {
        return std::max(question_.options.steady_tolerance, 2.0 * question_.options.steady_error);
    }

    /// Whether all later rewards are known from the steady distribution; see `TransientOptions::steady`.
    bool is_settled() {
        if (question_.options.steady.empty() || jump_ < next_check_) return false;
        next_check_ = jump_ + std::max<std::uint64_t>(8, jump_ / 50);
        const double stray = stray_mass();
        for (const RewardWalk& walk : walks_) {
            const bool matters = walk.steady > 0.0;
            if (matters && stray * walk.largest > steady_tolerance() * walk.steady) return false;
            if (!matters && stray > steady_tolerance()) return false;
        }
        const double relative = steady_tolerance() + 2.0 * question_.options.steady_error;
        for (RewardWalk& walk : walks_) walk.late_error = 1.01 * relative * walk.steady + stray * walk.largest;
        return true;
    }

    /// Probability outside (1 +- tolerance) x steady.
    double stray_mass() const {
        double mass = 0.0;
        for (const double probability : distribution_) mass += probability;
        const double tolerance = steady_tolerance();
        double stray = 0.0;
        for (std::size_t state = 0; state < distribution_.size(); ++state) {
            const double steady = question_.options.steady[state];
            const double distance = std::abs(distribution_[state] / mass - steady);
            if (distance > tolerance * steady) stray += distance;
        }
        return stray;
    }

    /// From this jump on each reward has its steady rate.
    Transient finished_as_steady() {
        const auto steady_jump = static_cast<double>(jump_);
        for (TimeSums& time : times_) {
            if (time.window.last() < jump_) continue;
            if (time.window.first() >= jump_) {
                time.late = 1.0;
                time.late_jumps = time.window.mean() - steady_jump;
                for (std::size_t reward = 0; reward < walks_.size(); ++reward) {
                    const RewardWalk& walk = walks_[reward];
                    time.add(1.0, reward, walk.steady,
                             walk.before.value() + (time.window.mean() - steady_jump) * walk.steady);
                }
                continue;
            }
            for (std::uint64_t jump = jump_; jump <= time.window.last(); ++jump) {
                const double weight = time.window.next();
                const auto later = static_cast<double>(jump - jump_);
                time.late += weight;
                time.late_jumps += weight * later;
                for (std::size_t reward = 0; reward < walks_.size(); ++reward) {
                    const RewardWalk& walk = walks_[reward];
                    time.add(weight, reward, walk.steady, walk.before.value() + later * walk.steady);
                }
            }
        }
        Transient steady = result();
        steady.steady_at = Duration::seconds(steady_jump / question_.uniformized.per_second());
        return steady;
    }

    Transient result() const {
        Transient result;
        result.method = TransientMethod::uniformization;
        result.steps = jump_;
        for (std::size_t reward = 0; reward < walks_.size(); ++reward) {
            auto& figures = result.figures.emplace_back();
            for (const TimeSums& time : times_) figures.push_back(figure(time, reward));
        }
        return result;
    }

    ExpectedReward figure(const TimeSums& time, std::size_t reward) const {
        const RewardWalk& walk = walks_[reward];
        const double mean = time.window.mean();
        const double per_second = question_.uniformized.per_second();
        const double steps = static_cast<double>(std::min(jump_, time.window.last()));
        const double rounding = steps * question_.uniformized.rounding_a_step() + 1e-14;
        const double tail = mean > 0.0 ? 2.0 * std::exp(-log_tail) * walk.largest : 0.0;
        ExpectedReward figure;
        figure.rate = time.rate[reward];
        figure.accumulated = time.until_jump[reward] / per_second;
        figure.rate_error = rounding * figure.rate + tail + time.late * walk.late_error;
        figure.accumulated_error =
            rounding * figure.accumulated + (tail * (mean + 1.0) + time.late_jumps * walk.late_error) / per_second;
        return figure;
    }

    const TransientQuestion& question_;
    double most_work_;
    std::vector<double> distribution_;
    std::vector<double> following_;
    std::vector<RewardWalk> walks_;
    std::vector<TimeSums> times_;
    std::uint64_t jump_ = 0;
    std::uint64_t next_check_ = 8;
    std::size_t first_open_ = 0;
};

}  // namespace

Solved<Transient> by_uniformization(const TransientQuestion& question, double most_work) {
    return Uniformization(question, most_work).run();
}

}  // namespace nines::sim
