// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "sim/markov/distribution_reduced.hpp"
#include "sim/markov/transient_methods.hpp"
#include "sim/markov/transient_squaring.hpp"
#include "sim/markov/uniformization.hpp"

namespace nines::sim {

namespace {

constexpr double log_tail = 104.0;  // e^-104 = 7e-46 of the probability is left out

/// How far the passage is at some time.
struct Progress {
    double over = 0.0;  ///< P(T <= t).
    double under_way = 0.0;
    double never = 0.0;

    /// Whether t is before the quantile, judged by the smaller of the two tails.
    bool is_before(double probability) const {
        if (probability <= 0.5) return over < probability;
        return under_way + never > 1.0 - probability;
    }
    bool is_forever(double probability) const { return never > 1.0 - probability; }
    bool is_decided(double probability) const { return !is_before(probability) || is_forever(probability); }
    bool is_finished() const { return under_way < 1e-18; }
};

Progress progress_of(std::span<const double> distribution) {
    const std::size_t kept = distribution.size() - 2;
    Progress progress{.over = distribution[kept], .never = distribution[kept + 1]};
    for (std::size_t state = 0; state < kept; ++state) progress.under_way += distribution[state];
    return progress;
}

bool are_all_decided(const Progress& progress, std::span<const double> probabilities) {
    return progress.is_finished() ||
           std::all_of(probabilities.begin(), probabilities.end(), [&](double p) { return progress.is_decided(p); });
}

/// Narrows (low, high] to where `is_before` changes from true to false.
template <class IsBefore>
double crossing(double low, double high, const IsBefore& is_before) {
    constexpr double relative = 4.0 * std::numeric_limits<double>::epsilon();
    while (high - low > relative * high) {
        const double middle = 0.5 * (low + high);
        (is_before(middle) ? low : high) = middle;
    }
    return high;
}

/// Keeps exp(Q 2^j h) for all j, and descends through them: each quantile costs a product with each.
class QuantilesByDoubling {
public:
    QuantilesByDoubling(const UniformizedChain& chain, std::vector<double> start)
        : chain_(&chain), start_(std::move(start)), base_seconds_(squaring_base_seconds(chain.per_second())) {}

    Solved<std::vector<Duration>> find(std::span<const double> probabilities, const std::function<bool()>& go_on) {
        constexpr std::size_t most_powers = 60;
        Patience patience(go_on);
        const double work = doubling_work(*chain_, 1.0 / chain_->per_second(), 1);
        SquaredChain squared(*chain_, {});
        powers_.push_back(squared.power());
        while (powers_.size() < most_powers &&
               !are_all_decided(progress_of(powers_.back().after(start_)), probabilities)) {
            if (!patience.holds_after(work)) return transient_stopped(powers_.size(), most_powers);
            squared.square();
            powers_.push_back(squared.power());
        }
        std::vector<Duration> quantiles;
        for (const double probability : probabilities) quantiles.push_back(quantile(probability));
        return quantiles;
    }

private:
    Duration quantile(double probability) const {
        if (progress_of(powers_.back().after(start_)).is_before(probability)) return Duration::forever();
        std::vector<double> distribution = start_;
        double steps = 0.0;
        for (std::size_t level = powers_.size(); level-- > 0;) {
            std::vector<double> later = powers_[level].after(distribution);
            if (!progress_of(later).is_before(probability)) continue;
            distribution.swap(later);
            steps += std::ldexp(1.0, static_cast<int>(level));
        }
        const double rest = crossing(0.0, base_seconds_, [&](double seconds) {
            std::vector<double> later = distribution;
            ShortWalk(*chain_, seconds).advance(later, {}, {});
            normalise(later);
            return progress_of(later).is_before(probability);
        });
        return Duration::seconds(steps * base_seconds_ + rest);
    }

    const UniformizedChain* chain_;
    std::vector<double> start_;
    double base_seconds_;
    std::vector<SquaredChain::Power> powers_;
};

/// Keeps the progress after each jump; what it is at a time is a Poisson mean of that.
class QuantilesByJumps {
public:
    QuantilesByJumps(const UniformizedChain& chain, std::vector<double> start)
        : chain_(&chain), distribution_(std::move(start)), following_(distribution_.size()) {}

    Solved<std::vector<Duration>> find(std::span<const double> probabilities, double most_work,
                                       const std::function<bool()>& go_on) {
        constexpr double most_jumps = 1e7;  // 24 bytes each
        Patience patience(go_on);
        const double work = chain_->work_a_step() + static_cast<double>(distribution_.size());
        const double steps_allowed = std::min(most_work / work, most_jumps);
        std::uint64_t next_check = 64;
        for (std::uint64_t jump = 0;; ++jump) {
            after_jump_.push_back(progress_now());
            if (jump == next_check) {
                next_check += std::max<std::uint64_t>(64, jump / 10);
                if (are_all_decided(at(largest_mean_within(jump, log_tail)), probabilities)) break;
            }
            if (static_cast<double>(jump) >= steps_allowed) return gave_up(jump, probabilities);
            if (!patience.holds_after(work)) return transient_stopped(jump, static_cast<std::uint64_t>(steps_allowed));
            chain_->step(distribution_, following_);
            distribution_.swap(following_);
        }
        std::vector<Duration> quantiles;
        for (const double probability : probabilities) quantiles.push_back(quantile(probability));
        return quantiles;
    }

private:
    Progress progress_now() {
        const Progress now = progress_of(distribution_);
        const double mass = now.over + now.under_way + now.never;
        return {now.over / mass, now.under_way / mass, now.never / mass};
    }

    Progress at(double mean) const {
        PoissonWindow window(mean, log_tail);
        Progress sum;
        for (std::uint64_t jump = window.first(); jump <= window.last(); ++jump) {
            const double weight = window.next();
            const Progress& progress = after_jump_[std::min<std::size_t>(jump, after_jump_.size() - 1)];
            sum.over += weight * progress.over;
            sum.under_way += weight * progress.under_way;
            sum.never += weight * progress.never;
        }
        return sum;
    }

    Duration quantile(double probability) const {
        const double last = largest_mean_within(after_jump_.size() - 1, log_tail);
        if (at(last).is_before(probability)) return Duration::forever();
        const double mean = crossing(0.0, last, [&](double middle) { return at(middle).is_before(probability); });
        return Duration::seconds(mean / chain_->per_second());
    }

    SolveFailure gave_up(std::uint64_t jumps, std::span<const double> probabilities) const {
        const Progress& now = after_jump_.back();
        const double largest = *std::max_element(probabilities.begin(), probabilities.end());
        return {.cause = SolveFailure::Cause::unsuitable,
                .message = fmt::format("after {} steps, up to {:.3g} s, the time is over with probability {:.3g}, and "
                                       "the quantile of {:g} is farther away; allow more work, ask for a lower "
                                       "quantile or for its probability at given times, or simulate instead",
                                       jumps, static_cast<double>(jumps) / chain_->per_second(), now.over, largest),
                .residual = 0.0,
                .iterations = jumps};
    }

    const UniformizedChain* chain_;
    std::vector<double> distribution_;
    std::vector<double> following_;
    std::vector<Progress> after_jump_;
};

/// For when nothing is under way: the time is 0 or for ever.
std::vector<Duration> quantiles_at_once(const Progress& progress, std::span<const double> probabilities) {
    std::vector<Duration> quantiles;
    for (const double probability : probabilities) {
        quantiles.push_back(progress.is_before(probability) ? Duration::forever() : Duration());
    }
    return quantiles;
}

/// Those that the start alone reaches are 0; a search would only come near.
void set_to_zero_what_is_over(const Progress& at_start, std::span<const double> probabilities,
                              std::vector<Duration>& quantiles) {
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        if (!at_start.is_before(probabilities[i])) quantiles[i] = Duration();
    }
}

Solved<std::vector<Duration>> by_cheaper_method(const UniformizedChain& chain, const std::vector<double>& start,
                                                std::span<const double> probabilities, double most_work,
                                                const std::function<bool()>& go_on) {
    constexpr StateIndex always_doubled = 100;  // milliseconds, however long the time
    constexpr StateIndex most_doubled = 700;    // its powers take up to 240 MB
    if (chain.state_count() <= always_doubled) return QuantilesByDoubling(chain, start).find(probabilities, go_on);
    if (chain.state_count() > most_doubled) return QuantilesByJumps(chain, start).find(probabilities, most_work, go_on);

    constexpr double usual_jumps = 1e12;
    const double doubling = std::min(doubling_work(chain, usual_jumps / chain.per_second(), 1), most_work);
    auto tried = QuantilesByJumps(chain, start).find(probabilities, doubling, go_on);
    const auto* failure = std::get_if<SolveFailure>(&tried);
    if (failure == nullptr || failure->cause == SolveFailure::Cause::stopped || doubling == most_work) return tried;
    return QuantilesByDoubling(chain, start).find(probabilities, go_on);
}

}  // namespace

Solved<std::vector<Duration>> passage_quantiles(const PassageChain& passage, std::span<const double> probabilities,
                                                double most_work, const std::function<bool()>& go_on) {
    if (probabilities.empty()) return std::vector<Duration>{};
    const std::vector<double> start = distribution_of(passage.start, passage.chain.state_count());
    const Progress at_start = progress_of(start);
    const UniformizedChain chain(passage.chain);
    if (chain.per_second() == 0.0 || at_start.is_finished()) return quantiles_at_once(at_start, probabilities);
    auto solved = by_cheaper_method(chain, start, probabilities, most_work, go_on);
    if (auto* quantiles = std::get_if<std::vector<Duration>>(&solved)) {
        set_to_zero_what_is_over(at_start, probabilities, *quantiles);
    }
    return solved;
}

}  // namespace nines::sim
