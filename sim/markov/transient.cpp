// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/transient.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "sim/markov/transient_methods.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {

namespace {

SolveFailure bad_input(std::string message) {
    return {.cause = SolveFailure::Cause::bad_input, .message = std::move(message), .residual = 0.0, .iterations = 0};
}

std::optional<SolveFailure> fault_of_times(std::span<const Duration> times) {
    double before = 0.0;
    for (const Duration time : times) {
        const double seconds = time.in_seconds();
        if (!std::isfinite(seconds) || seconds < before) {
            return bad_input(
                fmt::format("times must be finite and ascend from 0; found {:g} s after {:g} s", seconds, before));
        }
        before = seconds;
    }
    return std::nullopt;
}

std::optional<SolveFailure> fault_of_reward(const Chain& chain, std::span<const double> reward) {
    if (auto fault = fault_of_rewards(chain, reward)) return fault;
    const auto negative = std::find_if(reward.begin(), reward.end(), [](double rate) { return rate < 0.0; });
    if (negative == reward.end()) return std::nullopt;
    return bad_input(
        fmt::format("a transient reward must be >= 0, else small figures lose their digits; that of state "
                    "{} is {:g}; split it into what is gained and what is lost",
                    negative - reward.begin(), *negative));
}

std::optional<SolveFailure> fault_of_options(const Chain& chain, const TransientOptions& options) {
    if (!(options.most_work > 0.0)) return bad_input("the most work must be above 0");
    if (options.steady.empty()) return std::nullopt;
    if (options.steady.size() != chain.state_count()) {
        return bad_input(fmt::format("the steady distribution has {} entries for {} states", options.steady.size(),
                                     chain.state_count()));
    }
    if (!(options.steady_error >= 0.0 && options.steady_tolerance > 0.0 && options.steady_tolerance <= 0.1)) {
        return bad_input("the steady tolerance must be above 0 and at most 0.1, the steady error not negative");
    }
    const bool negative = std::any_of(options.steady.begin(), options.steady.end(), [](double p) { return !(p >= 0); });
    const double sum = std::accumulate(options.steady.begin(), options.steady.end(), 0.0);
    if (negative || !(std::abs(sum - 1.0) < 1e-9)) {
        return bad_input(
            fmt::format("the steady distribution has a sum of {:.12g} instead of 1, or a negative entry", sum));
    }
    return std::nullopt;
}

/// Figures of a chain that never leaves a state.
Transient unchanging(const TransientQuestion& question) {
    const auto start = distribution_of(question.start, question.uniformized.state_count());
    Transient result;
    for (const auto reward : question.rewards) {
        const double rate = dot(start, reward);
        auto& figures = result.figures.emplace_back();
        for (const Duration time : question.times) {
            figures.push_back({.rate = rate, .accumulated = rate * time.in_seconds()});
        }
    }
    return result;
}

/// Without a steady distribution the work of uniformization is known beforehand; with one it may end far earlier, so
/// it may try for as long as doubling would take.
Solved<Transient> by_cheaper_method(const TransientQuestion& question) {
    const auto& options = question.options;
    const double last = question.times.back().in_seconds();
    const double doubling = doubling_work(question.uniformized, last, question.times.size());
    const bool may_double = question.uniformized.state_count() <= most_states_doubled && doubling <= options.most_work;
    if (!may_double) return by_uniformization(question, options.most_work);

    const double jumps = question.uniformized.per_second() * last;
    const bool is_long = jumps * question.uniformized.work_a_step() > doubling;
    if (is_long && options.steady.empty()) return by_doubling(question);
    if (!is_long) return by_uniformization(question, options.most_work);

    auto tried = by_uniformization(question, doubling);
    const auto* failure = std::get_if<SolveFailure>(&tried);
    if (failure == nullptr || failure->cause == SolveFailure::Cause::stopped) return tried;
    return by_doubling(question);
}

}  // namespace

std::string_view method_text(TransientMethod method) {
    switch (method) {
        case TransientMethod::uniformization: return "uniformization";
        case TransientMethod::doubling: return "repeated squaring";
    }
    return "";
}

Solved<Transient> expected_rewards(const Chain& chain, std::span<const StartState> start,
                                   std::span<const Duration> times, std::span<const std::span<const double>> rewards,
                                   const TransientOptions& options) {
    if (auto fault = fault_of(chain)) return *fault;
    if (auto fault = fault_of(chain, start)) return *fault;
    if (auto fault = fault_of_times(times)) return *fault;
    for (const auto reward : rewards) {
        if (auto fault = fault_of_reward(chain, reward)) return *fault;
    }
    if (auto fault = fault_of_options(chain, options)) return *fault;

    const UniformizedChain uniformized(chain);
    const TransientQuestion question{uniformized, start, times, rewards, options};
    if (times.empty() || uniformized.per_second() == 0.0) return unchanging(question);
    if (!options.method) return by_cheaper_method(question);
    switch (*options.method) {
        case TransientMethod::uniformization: return by_uniformization(question, options.most_work);
        case TransientMethod::doubling: return by_doubling(question);
    }
    return bad_input("no such method");
}

std::vector<double> indicator(const StateSet& states) {
    std::vector<double> reward(states.size(), 0.0);
    for (std::size_t state = 0; state < states.size(); ++state) reward[state] = states[state] ? 1.0 : 0.0;
    return reward;
}

SolveFailure transient_stopped(std::uint64_t steps, std::uint64_t steps_needed) {
    return {.cause = SolveFailure::Cause::stopped,
            .message = fmt::format("stopped after {} of at most {} steps; allow more time, shorten the horizon, or "
                                   "simulate instead",
                                   steps, steps_needed),
            .residual = 0.0,
            .iterations = steps};
}

SolveFailure too_much_work(std::uint64_t steps, std::uint64_t steps_needed, double work_a_step, double most_work) {
    return {
        .cause = SolveFailure::Cause::unsuitable,
        .message = fmt::format("needs up to {} steps (fastest rate x time) of {:.2g} operations each, {:.2g} in "
                               "all, and {:.2g} are allowed; allow more, shorten the horizon, ask for the long-run "
                               "figures (given the steady distribution, settled chains end early), leave out "
                               "the fastest delays, or simulate instead",
                               steps_needed, work_a_step, work_a_step * static_cast<double>(steps_needed), most_work),
        .residual = 0.0,
        .iterations = steps};
}

}  // namespace nines::sim
