// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/exact/chain_state.hpp"
#include "models/exact/host_condition.hpp"
#include "models/exact/interner.hpp"
#include "models/exact/scope.hpp"
#include "models/exact/symmetry.hpp"

namespace nines::exact {

/// States as short byte strings, equal for states that differ only by an exchange of hosts that are alike.
///
/// The condition of each host becomes a small number; an orbit is written as how many of its hosts have which
/// number. The counts of gates, the free crews and the queues follow from these.
///
/// The codec holds one state at a time, `here()`. Loading another changes only the hosts that differ, and the key of a
/// state that an event leads to is that of `here()` but for the hosts that the event touched: both cost what changes,
/// not what there is.
class StateCodec {
public:
    StateCodec(const Program& program, const Symmetry& symmetry, const Scope& scope);

    /// Makes the state with this key the present one, with the hosts of each orbit in a fixed order.
    void load(const std::string& key);

    /// The present state; at first everything works and no timer runs: see engine::initial_state.
    const ChainState& here() const { return here_; }

    /// Hosts of one orbit in the same condition; one of them, and how many there are.
    struct Run {
        HostId first;
        std::uint32_t count;
    };
    /// All hosts of the scope in the present state.
    std::span<const Run> runs() const { return runs_; }

    /// Hosts of the scope that are alike have the same number.
    std::uint32_t orbit_of(HostId host) const { return orbit_of_[+host]; }
    /// The same number for hosts of one orbit that are in the same condition in the present state.
    std::uint32_t condition_of(HostId host) const { return condition_[+host]; }

    /// The key of a state to which one event led from here. `touched`: each host of which something may have changed,
    /// once. False: more jobs wait in one queue than a state can tell apart.
    bool encode(const ChainState& after, std::span<const HostId> touched, std::string& key);

    /// How many conditions of a host were met, by orbit of the scope.
    std::vector<std::uint32_t> condition_counts() const;
    const std::vector<std::vector<HostId>>& orbits() const { return orbits_; }

private:
    struct Counted {
        std::uint32_t condition;
        std::uint32_t count;
    };

    std::uint32_t number_of(const ChainState& state, HostId host);
    void change_condition(HostId host, std::uint32_t condition);
    void write_orbit(std::uint32_t orbit, std::string& key) const;
    void write_rest(const ChainState& state, std::string& key);
    void read_rest(const std::string& key, std::size_t at);
    void find_changes(const ChainState& after, std::span<const HostId> touched);
    void count_change(std::uint32_t orbit, std::uint32_t condition, std::uint32_t by);

    const Program* program_;
    HostConditions hosts_;
    std::vector<std::vector<HostId>> orbits_;
    std::vector<std::uint32_t> orbit_of_;  ///< By host: index into orbits_; meaningless outside the scope.
    std::vector<Interner> conditions_;     ///< By orbit.
    std::vector<PoolId> pools_;
    std::vector<sim::Leaf> shock_leaves_;
    bool has_ranks_ = false;  ///< Some queue is served in its order.

    ChainState here_;
    std::string key_;                   ///< Of the present state.
    std::vector<std::size_t> segment_;  ///< By orbit: where it begins in key_; one more: where the rest begins.
    std::vector<Run> runs_;
    std::vector<std::uint32_t> condition_;      ///< By host.
    std::vector<std::vector<Counted>> counts_;  ///< By orbit: of the present state, ascending by condition.

    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> changed_orbits_;
    std::vector<std::vector<Counted>> counts_after_;  ///< By orbit; of those in changed_orbits_.
    std::vector<std::uint32_t> slots_;
    std::vector<HostId> also_;
};

}  // namespace nines::exact
