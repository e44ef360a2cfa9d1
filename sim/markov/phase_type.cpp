// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/phase_type.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/markov/distribution.hpp"
#include "sim/random/require.hpp"

namespace nines::sim {

namespace {

std::vector<StartState> start_of(const PhaseType& time) {
    const auto over = static_cast<StateIndex>(time.phase_count());
    if (time.zero_probability == 0.0) return {{0, 1.0}};
    return {{0, 1.0 - time.zero_probability}, {over, time.zero_probability}};
}

TimeDistribution ask(const PhaseType& time, const DistributionQuestion& question) {
    const Chain chain = chain_of(time);
    StateSet over(chain.state_count(), false);
    over.back() = true;
    auto solved = first_passage_distribution(chain, start_of(time), over, question);
    const auto* found = std::get_if<TimeDistribution>(&solved);
    require(found != nullptr, "phases have rates above 0 and probabilities, and are at most some hundred",
            static_cast<double>(time.phase_count()));
    return std::move(*std::get_if<TimeDistribution>(&solved));
}

}  // namespace

double Moments3::cv() const {
    if (first == 0.0) return 0.0;
    return std::sqrt(std::max(0.0, second / first / first - 1.0));
}

Moments3 moments_of(const PhaseType& time) {
    // Of what is left from each phase on, from the last to the first: an exponential time, perhaps followed by the
    // rest. Only sums of positive terms.
    Moments3 rest;
    for (std::size_t phase = time.phase_count(); phase-- > 0;) {
        const double mean = 1.0 / time.per_second[phase];
        const double next = time.go_on[phase];
        const Moments3 here{
            mean + next * rest.first, 2.0 * mean * mean + next * (2.0 * mean * rest.first + rest.second),
            6.0 * mean * mean * mean + next * (6.0 * mean * mean * rest.first + 3.0 * mean * rest.second + rest.third)};
        rest = here;
    }
    const double positive = 1.0 - time.zero_probability;
    return {positive * rest.first, positive * rest.second, positive * rest.third};
}

double survival(const PhaseType& time, Duration t) {
    if (t < Duration()) return 1.0;
    if (time.phase_count() == 0 || t.is_forever()) return 0.0;
    const std::array<Duration, 1> times{t};
    return ask(time, {.times = times, .probabilities = {}}).at.front().beyond;
}

Duration quantile(const PhaseType& time, double probability) {
    require(probability >= 0.0 && probability < 1.0, "0 <= probability < 1", probability);
    if (time.phase_count() == 0 || probability <= time.zero_probability) return {};
    const std::array<double, 1> probabilities{probability};
    return ask(time, {.times = {}, .probabilities = probabilities}).quantiles.front();
}

Chain chain_of(const PhaseType& time) {
    const std::size_t phases = time.phase_count();
    const auto over = static_cast<StateIndex>(phases);
    Chain chain;
    chain.reserve(phases + 1, 2 * phases);
    for (StateIndex phase = 0; phase < over; ++phase) {
        const double rate = time.per_second[phase];
        const double next = phase + 1 < over ? time.go_on[phase] : 0.0;
        std::vector<Transition> row;
        if (next > 0.0) row.push_back({phase + 1, rate * next});
        if (next < 1.0) row.push_back({over, rate * (1.0 - next)});
        chain.append_row(row);
    }
    chain.append_row({});
    return chain;
}

}  // namespace nines::sim
