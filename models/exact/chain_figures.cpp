// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/chain_figures.hpp"

#include <array>
#include <limits>
#include <numeric>
#include <variant>

#include "sim/markov/distribution.hpp"
#include "sim/markov/passage.hpp"
#include "sim/markov/transient.hpp"

namespace nines::exact {

namespace {

/// Rate at which an up state leads to down states; 0 for down states.
std::vector<double> rates_of_outages(const DownChain& of) {
    std::vector<double> result(of.chain.state_count());
    for (sim::StateIndex s = 0; s < of.chain.state_count(); ++s) {
        if (of.down[s]) continue;
        const auto targets = of.chain.targets(s);
        const auto rates = of.chain.rates(s);
        for (std::size_t t = 0; t < targets.size(); ++t) result[s] += of.down[targets[t]] ? rates[t] : 0.0;
    }
    return result;
}

/// With which probability an outage of the long run begins in which state. Empty if there is none.
std::vector<sim::StartState> entries(const DownChain& of, const sim::SteadyState& steady) {
    const std::vector<double> flow = flow_into_outages(of, steady);
    const double sum = std::accumulate(flow.begin(), flow.end(), 0.0);
    std::vector<sim::StartState> result;
    for (sim::StateIndex s = 0; s < flow.size(); ++s) {
        if (flow[s] > 0.0) result.push_back({s, flow[s] / sum});
    }
    return result;
}

sim::SolveOptions solve_options(const std::function<bool()>& go_on) {
    sim::SolveOptions options;
    options.go_on = go_on;
    return options;
}

}  // namespace

double LongRun::mean_outage_seconds() const {
    if (outages_per_second > 0.0) return unavailability / outages_per_second;
    return unavailability > 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
}

std::vector<double> flow_into_outages(const DownChain& of, const sim::SteadyState& steady) {
    std::vector<double> flow(of.chain.state_count());
    for (sim::StateIndex s = 0; s < of.chain.state_count(); ++s) {
        if (of.down[s] || steady.probability[s] == 0.0) continue;
        const auto targets = of.chain.targets(s);
        const auto rates = of.chain.rates(s);
        for (std::size_t t = 0; t < targets.size(); ++t) {
            if (of.down[targets[t]]) flow[targets[t]] += steady.probability[s] * rates[t];
        }
    }
    return flow;
}

DownRewards rewards_of(const DownChain& of) {
    return {sim::indicator(of.down), rates_of_outages(of)};
}

LongRun long_run(const DownRewards& of, const sim::SteadyState& steady) {
    LongRun result;
    for (sim::StateIndex s = 0; s < of.down.size(); ++s) {
        result.unavailability += steady.probability[s] * of.down[s];
        result.outages_per_second += steady.probability[s] * of.outages[s];
    }
    return result;
}

sim::Solved<OverHorizon> over_horizon(const sim::Chain& chain, std::span<const sim::StartState> start,
                                      const DownRewards& of, const sim::SteadyState* steady, Duration horizon,
                                      std::span<const Duration> instants, const std::function<bool()>& go_on) {
    sim::TransientOptions options;
    options.go_on = go_on;
    if (steady != nullptr) options.steady = steady->probability;
    std::vector<Duration> times(instants.begin(), instants.end());
    times.push_back(horizon);
    const std::array<std::span<const double>, 2> rewards{of.down, of.outages};
    auto solved = sim::expected_rewards(chain, start, times, rewards, options);
    if (auto* failure = std::get_if<sim::SolveFailure>(&solved)) return std::move(*failure);
    const auto& figures = std::get<sim::Transient>(solved).figures;
    OverHorizon result;
    const double seconds = horizon.in_seconds();
    result.unavailability = figures[0].back().accumulated / seconds;
    result.outages = figures[1].back().accumulated;
    result.error = figures[0].back().accumulated_error / seconds;
    for (std::size_t i = 0; i < instants.size(); ++i) result.unavailability_at.push_back(figures[0][i].rate);
    return result;
}

sim::Solved<double> mean_time_to_outage(const DownChain& of, const std::function<bool()>& go_on) {
    auto solved = sim::first_passage(of.chain, of.start, of.down, solve_options(go_on));
    if (auto* failure = std::get_if<sim::SolveFailure>(&solved)) return std::move(*failure);
    return std::get<sim::Passage>(solved).mean_seconds;
}

sim::Solved<double> reliability(const DownChain& of, Duration by, const std::function<bool()>& go_on) {
    sim::DistributionOptions options;
    options.go_on = go_on;
    auto solved = sim::first_passage_distribution(of.chain, of.start, of.down, {std::span(&by, 1), {}}, options);
    if (auto* failure = std::get_if<sim::SolveFailure>(&solved)) return std::move(*failure);
    return std::get<sim::TimeDistribution>(solved).at.front().beyond;
}

sim::Solved<std::optional<OutageLength>> outage_length(const DownChain& of, const sim::SteadyState& steady,
                                                       const std::function<bool()>& go_on) {
    const std::vector<sim::StartState> begin = entries(of, steady);
    if (begin.empty()) return std::optional<OutageLength>();
    sim::DistributionOptions options;
    options.go_on = go_on;
    constexpr std::array probabilities{0.5, 0.95, 0.99};
    auto solved = sim::sojourn_distribution(of.chain, begin, of.down, {{}, probabilities}, options);
    if (auto* failure = std::get_if<sim::SolveFailure>(&solved)) return std::move(*failure);
    const auto& quantiles = std::get<sim::TimeDistribution>(solved).quantiles;
    return std::optional<OutageLength>({long_run(rewards_of(of), steady).mean_outage_seconds(),
                                        quantiles[0].in_seconds(), quantiles[1].in_seconds(),
                                        quantiles[2].in_seconds()});
}

}  // namespace nines::exact
