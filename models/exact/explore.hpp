// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "models/exact/branching.hpp"
#include "models/exact/state_codec.hpp"
#include "models/exact/state_store.hpp"
#include "sim/markov/chain.hpp"

namespace nines::exact {

struct ExploreOptions {
    std::uint32_t most_states = 3'000'000;
    /// Asked now and then; false ends the exploration with a refusal. Empty: no limit.
    std::function<bool()> go_on;
};

/// Why there is no chain, in one sentence, and what to do.
struct Refusal {
    std::string reason;
    std::string hint;
};

/// What time is measured by a transition's rate: whose it is and in which of its phases of life.
struct RateSource {
    enum class Kind : std::uint8_t {
        unit,
        start,
        order,
        shock,
        stage,
        alarm,
        hold,
        resync,
        check,
        failback,
        step_down,
        plan
    } kind = Kind::unit;
    std::uint32_t index = 0;  ///< Unit, standby group, pool, shock, failover group, copy, endpoint or plan.
    engine::Phase phase = engine::Phase::working;  ///< Of a unit.
    FailoverPhase stage = FailoverPhase::serving;  ///< Of a failover group.
};

/// The Markov chain of a program, or of a part of it, made from the very semantics that the simulator runs: breadth
/// first from the start, every pending timer with its rate, every branch of chance with its probability.
class Exploration {
public:
    Exploration(const Program& program, const Activities& activities, const Symmetry& symmetry, const Scope& scope);

    /// Finds all states. None: done; `chain()` and `start()` are complete.
    std::optional<Refusal> run(const ExploreOptions& options);

    const sim::Chain& chain() const { return chain_; }
    std::span<const sim::StartState> start() const { return start_; }
    /// Transitions before those between the same two states were added up.
    std::uint64_t step_count() const { return steps_; }

    /// Calls look(state index, state) for every state. Precondition: run() succeeded.
    template <class Look>
    void for_each_state(Look look) {
        for (sim::StateIndex s = 0; s < store_.size(); ++s) {
            store_.key_of(s, key_);
            codec_.load(key_);
            look(s, codec_.here());
        }
    }

    /// Calls use(source, to, per_second) for every step out of a state, self-loops left out.
    /// Precondition: run() succeeded.
    void for_each_step(sim::StateIndex from,
                       const std::function<void(const RateSource&, sim::StateIndex, double)>& use);

    /// The same with the states themselves, before and after; hosts that are alike keep their names in both. Steps back
    /// to the same state are among them: one host may have taken the place of another.
    void for_each_change(sim::StateIndex from,
                         const std::function<void(const ChainState&, const ChainState&, double)>& use);

    /// The part of the program that makes the chain large, in words.
    std::string largest_parts() const;

private:
    template <class Use>
    bool expand(Use use);
    template <class Use>
    bool follow(sim::Leaf leaf, std::uint8_t phase, const Activity& activity, double times, const RateSource& source,
                Use& use);
    template <class Use>
    bool expand_host(HostId host, std::uint32_t count, Use& use);
    bool find_start();
    bool find_states(const ExploreOptions& options);
    /// Settles the branch in hand and writes its key. False: refused.
    bool finish_branch(std::string& key);
    bool next_branch();
    bool refuse(std::string reason, std::string hint);

    const Program* program_;
    const Activities* activities_;
    Scope scope_;
    StateCodec codec_;
    StateStore store_;
    Branching branching_;
    sim::Chain chain_;
    std::vector<sim::StartState> start_;
    std::uint64_t steps_ = 0;
    std::function<bool()> go_on_;
    std::optional<Refusal> refusal_;
    std::uint64_t branches_ = 0;  ///< Of the event in hand.

    std::string key_;
    std::string next_key_;
};

}  // namespace nines::exact
