// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/elimination.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <queue>

#include <fmt/format.h>

#include "sim/markov/failures.hpp"

namespace nines::sim {

/// The remaining chain, first as lists of transitions, then as a dense table.
class Eliminator {
public:
    Eliminator(const Incoming& incoming, const EliminationLimits& limits, const std::function<bool()>& go_on,
               StateIndex last)
        : limits_(limits), go_on_(go_on), last_(last), remaining_(incoming.state_count()) {
        leaving_.resize(remaining_);
        entering_.resize(remaining_);
        place_.assign(remaining_, 0);
        gone_.assign(remaining_, false);
        for (StateIndex to = 0; to < remaining_; ++to) {
            const auto sources = incoming.sources(to);
            const auto rates = incoming.rates(to);
            for (std::size_t i = 0; i < sources.size(); ++i) add_or_increase(sources[i], to, rates[i]);
        }
        for (StateIndex state = 0; state < remaining_; ++state) offer(state);
    }

    std::variant<Elimination, Elimination::Refusal> run() {
        if (const auto refusal = run_sparse()) return *refusal;
        if (const auto refusal = run_dense()) return *refusal;
        return std::move(result_);
    }

private:
    using Refusal = Elimination::Refusal;
    struct Exit {
        StateIndex to;
        double rate;
    };
    using Offer = std::pair<std::uint64_t, StateIndex>;  ///< New transitions at most, state.

    /// Repeated transitions are added up; they follow one another, because targets come in order.
    void add_or_increase(StateIndex from, StateIndex to, double rate) {
        if (!leaving_[from].empty() && leaving_[from].back().to == to) {
            leaving_[from].back().rate += rate;
        } else {
            add(from, to, rate);
        }
    }

    void add(StateIndex from, StateIndex to, double rate) {
        leaving_[from].push_back({to, rate});
        entering_[to].push_back(from);
        ++transitions_;
    }

    std::uint64_t cost(StateIndex state) const {
        return std::uint64_t{leaving_[state].size()} * std::uint64_t{entering_[state].size()};
    }

    void offer(StateIndex state) {
        if (state != last_) offers_.emplace(cost(state), state);
    }

    std::optional<StateIndex> cheapest() {
        while (!offers_.empty()) {
            const auto [price, state] = offers_.top();
            offers_.pop();
            if (!gone_[state] && price == cost(state)) return state;
        }
        return std::nullopt;
    }

    bool is_dense() const {
        return remaining_ <= 4 || static_cast<double>(transitions_) > 0.25 * remaining_ * (remaining_ - 1.0);
    }

    bool is_too_costly(double more_work) const { return work_ + more_work > limits_.work || kept() > limits_.entries; }

    double kept() const { return static_cast<double>(result_.from_.size() + result_.to_.size()); }

    std::optional<Refusal> run_sparse() {
        while (!is_dense()) {
            const auto state = cheapest();
            if (!state) return std::nullopt;
            if (!eliminate(*state)) return Refusal::lost;
            if (is_too_costly(0.0)) return Refusal::too_costly;
            if (work_ > next_question_) {
                next_question_ = work_ + 1e8;
                if (go_on_ && !go_on_()) return Refusal::stopped;
            }
        }
        return std::nullopt;
    }

    bool eliminate(StateIndex state) {
        const std::vector<Exit> exits = std::move(leaving_[state]);
        const std::vector<StateIndex> sources = std::move(entering_[state]);
        const double exit_rate = std::accumulate(exits.begin(), exits.end(), 0.0,
                                                 [](double sum, const Exit& exit) { return sum + exit.rate; });
        if (!(exit_rate > 0.0) || !std::isfinite(exit_rate)) return false;

        begin_result(state, exit_rate);
        for (const Exit& exit : exits) {
            result_.to_.push_back({exit.to, exit.rate / exit_rate});
            std::erase(entering_[exit.to], state);
        }
        for (const StateIndex source : sources) {
            const double share = take_rate(source, state) / exit_rate;
            result_.from_.push_back({source, share});
            reroute(source, share, exits);
        }
        end_result();

        transitions_ -= exits.size() + sources.size();
        gone_[state] = true;
        --remaining_;
        for (const StateIndex source : sources) offer(source);
        for (const Exit& exit : exits) offer(exit.to);
        return true;
    }

    /// Removes the transition and returns its rate.
    double take_rate(StateIndex from, StateIndex to) {
        std::vector<Exit>& exits = leaving_[from];
        const auto found = std::find_if(exits.begin(), exits.end(), [&](const Exit& exit) { return exit.to == to; });
        const double rate = found->rate;
        *found = exits.back();
        exits.pop_back();
        return rate;
    }

    /// What went from `source` to the eliminated state now goes where that one went.
    void reroute(StateIndex source, double share, const std::vector<Exit>& exits) {
        std::vector<Exit>& own = leaving_[source];
        for (std::size_t i = 0; i < own.size(); ++i) place_[own[i].to] = static_cast<std::uint32_t>(i + 1);
        work_ += 4.0 * static_cast<double>(own.size() + exits.size());
        for (const Exit& exit : exits) {
            if (exit.to == source) continue;
            if (const std::uint32_t place = place_[exit.to]; place != 0) {
                own[place - 1].rate += share * exit.rate;
            } else {
                add(source, exit.to, share * exit.rate);
            }
        }
        for (const Exit& exit : own) place_[exit.to] = 0;
    }

    /// The rest, row after row of a table of rates.
    std::optional<Refusal> run_dense() {
        const std::vector<StateIndex> states = remaining_states();
        const std::size_t count = states.size();
        const double cube = std::pow(static_cast<double>(count), 3.0) / 3.0;
        if (is_too_costly(cube) || static_cast<double>(count * count) > limits_.entries) return Refusal::too_costly;

        std::vector<double> table = dense_table(states);
        for (std::size_t k = 0; k + 1 < count; ++k) {
            if (!eliminate_dense(states, table, k)) return Refusal::lost;
            if (go_on_ && count > 500 && k % 64 == 0 && !go_on_()) return Refusal::stopped;
        }
        if (count > 0) {
            begin_result(states.back(), 0.0);
            end_result();
        }
        return std::nullopt;
    }

    std::vector<StateIndex> remaining_states() const {
        std::vector<StateIndex> states;
        for (StateIndex state = 0; state < gone_.size(); ++state) {
            if (!gone_[state] && state != last_) states.push_back(state);
        }
        if (last_ != no_state) states.push_back(last_);
        return states;
    }

    std::vector<double> dense_table(const std::vector<StateIndex>& states) {
        const std::size_t count = states.size();
        for (std::size_t i = 0; i < count; ++i) place_[states[i]] = static_cast<std::uint32_t>(i);
        std::vector<double> table(count * count, 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            for (const Exit& exit : leaving_[states[i]]) table[i * count + place_[exit.to]] += exit.rate;
        }
        return table;
    }

    bool eliminate_dense(const std::vector<StateIndex>& states, std::vector<double>& table, std::size_t k) {
        const std::size_t count = states.size();
        const double* const row = table.data() + k * count;
        const double exit_rate = std::accumulate(row + k + 1, row + count, 0.0);
        if (!(exit_rate > 0.0) || !std::isfinite(exit_rate)) return false;

        begin_result(states[k], exit_rate);
        for (std::size_t j = k + 1; j < count; ++j) {
            if (row[j] > 0.0) result_.to_.push_back({states[j], row[j] / exit_rate});
        }
        for (std::size_t i = k + 1; i < count; ++i) {
            double* const other = table.data() + i * count;
            if (!(other[k] > 0.0)) continue;
            const double share = other[k] / exit_rate;
            result_.from_.push_back({states[i], share});
            for (std::size_t j = k + 1; j < count; ++j) other[j] += share * row[j];  // [i] is never read
        }
        end_result();
        return true;
    }

    void begin_result(StateIndex state, double exit_rate) {
        result_.order_.push_back(state);
        result_.exit_rate_.push_back(exit_rate);
    }

    void end_result() {
        result_.from_begin_.push_back(result_.from_.size());
        result_.to_begin_.push_back(result_.to_.size());
    }

    const EliminationLimits limits_;
    const std::function<bool()>& go_on_;
    const StateIndex last_;
    StateIndex remaining_;
    std::uint64_t transitions_ = 0;
    std::vector<std::vector<Exit>> leaving_;
    std::vector<std::vector<StateIndex>> entering_;
    std::vector<std::uint32_t> place_;  ///< Scratch: where a target stands in a list, from 1.
    std::vector<bool> gone_;
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> offers_;  ///< Old prices are passed over.
    double work_ = 0.0;
    double next_question_ = 1e8;
    Elimination result_;
};

std::variant<Elimination, Elimination::Refusal> Elimination::of(const Incoming& incoming,
                                                                const EliminationLimits& limits,
                                                                const std::function<bool()>& go_on, StateIndex last) {
    return Eliminator(incoming, limits, go_on, last).run();
}

std::optional<EliminationLimits> worthwhile_elimination(StateIndex states, std::size_t transitions) {
    constexpr StateIndex always = 2000;
    constexpr StateIndex perhaps = 20'000;
    if (states <= always) return EliminationLimits{.work = 4e9, .entries = 1e7};
    if (states > perhaps) return std::nullopt;
    const auto count = static_cast<double>(transitions);
    return EliminationLimits{.work = 40.0 * count, .entries = 20.0 * count};
}

SolveFailure elimination_failure(Elimination::Refusal refusal, StateIndex state_count) {
    switch (refusal) {
        case Elimination::Refusal::stopped: return stopped(1.0, 0);
        case Elimination::Refusal::too_costly:
            return unsuitable(
                fmt::format("elimination (GTH) of {} states takes too much memory or time; use the method "
                            "\"automatic\"",
                            state_count));
        case Elimination::Refusal::lost:
            return unsuitable("rates are so far apart that some of them vanish: check their units");
    }
    return {};
}

std::vector<double> Elimination::stationary() const {
    constexpr double large = 1e150;
    std::vector<double> probability(order_.size(), 0.0);
    probability[order_.back()] = 1.0;
    double sum = 1.0;
    for (std::size_t k = order_.size() - 1; k-- > 0;) {
        double value = 0.0;
        for (std::uint64_t i = from_begin_[k]; i < from_begin_[k + 1]; ++i) {
            value += probability[from_[i].state] * from_[i].share;
        }
        probability[order_[k]] = value;
        sum += value;
        if (sum > large) {  // the state that was set to 1 is a rare one
            for (double& earlier : probability) earlier /= sum;
            sum = 1.0;
        }
    }
    for (double& value : probability) value /= sum;
    return probability;
}

std::vector<double> Elimination::reward_until_last(std::vector<double> reward) const {
    for (std::size_t k = 0; k + 1 < order_.size(); ++k) {
        for (std::uint64_t i = from_begin_[k]; i < from_begin_[k + 1]; ++i) {
            reward[from_[i].state] += from_[i].share * reward[order_[k]];
        }
    }
    reward[order_.back()] = 0.0;
    for (std::size_t k = order_.size() - 1; k-- > 0;) {
        double value = reward[order_[k]] / exit_rate_[k];
        for (std::uint64_t j = to_begin_[k]; j < to_begin_[k + 1]; ++j) value += to_[j].share * reward[to_[j].state];
        reward[order_[k]] = value;
    }
    return reward;
}

}  // namespace nines::sim
