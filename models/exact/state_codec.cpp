// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/state_codec.hpp"

#include <algorithm>

namespace nines::exact {

using engine::Phase;

namespace {

void put(std::string& key, std::uint32_t number) {
    while (number >= 0x80) {
        key.push_back(static_cast<char>(number | 0x80));
        number >>= 7;
    }
    key.push_back(static_cast<char>(number));
}

std::uint32_t get(const std::string& key, std::size_t& at) {
    std::uint32_t number = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(key[at++]);
        number |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
        if (byte < 0x80) return number;
    }
}

}  // namespace

StateCodec::StateCodec(const Program& program, const Symmetry& symmetry, const Scope& scope)
    : program_(&program),
      hosts_(program),
      orbit_of_(program.hosts.size()),
      pools_(scope.pools),
      has_ranks_(!scope.pools.empty()),
      condition_(program.hosts.size()) {
    here_.discrete = engine::initial_state(program);
    here_.timer.assign(program.leaves.end, idle);
    for (const ShockId shock : scope.shocks) shock_leaves_.push_back(program.shocks[+shock].leaf);
    for (const Crew& crew : program.crews) has_ranks_ = has_ranks_ || crew.order != scenario::CrewOrder::random;

    std::vector<std::uint32_t> place(symmetry.orbits().size(), ~0u);
    std::size_t most_words = 0;
    for (const HostId host : scope.hosts) {
        std::uint32_t& orbit = place[symmetry.orbit_of(host)];
        if (orbit == ~0u) {
            orbit = static_cast<std::uint32_t>(orbits_.size());
            orbits_.emplace_back();
            conditions_.emplace_back(hosts_.word_count(host));
            most_words = std::max(most_words, hosts_.word_count(host));
        }
        orbits_[orbit].push_back(host);
        orbit_of_[+host] = orbit;
    }
    words_.resize(most_words);
    counts_.resize(orbits_.size());
    counts_after_.resize(orbits_.size());

    for (std::uint32_t o = 0; o < orbits_.size(); ++o) {
        for (const HostId host : orbits_[o]) {
            condition_[+host] = number_of(here_, host);
            count_change(o, condition_[+host], 1);
        }
        segment_.push_back(key_.size());
        counts_[o] = counts_after_[o];
        write_orbit(o, key_);
    }
    changed_orbits_.clear();
    segment_.push_back(key_.size());
    write_rest(here_, key_);
}

std::uint32_t StateCodec::number_of(const ChainState& state, HostId host) {
    hosts_.describe(state, host, words_.data());
    return conditions_[orbit_of_[+host]].number_of(words_.data());
}

void StateCodec::change_condition(HostId host, std::uint32_t condition) {
    if (condition_[+host] == condition) return;
    hosts_.withdraw(host, here_);
    hosts_.put(conditions_[orbit_of_[+host]].record(condition), host, here_);
    condition_[+host] = condition;
}

void StateCodec::write_orbit(std::uint32_t orbit, std::string& key) const {
    const std::vector<Counted>& counts = counts_after_[orbit];
    if (orbits_[orbit].size() == 1) return put(key, counts.front().condition);
    put(key, static_cast<std::uint32_t>(counts.size()));
    for (const Counted& counted : counts) {
        put(key, counted.condition);
        put(key, counted.count);
    }
}

void StateCodec::write_rest(const ChainState& state, std::string& key) {
    for (const PoolId pool : pools_) {
        put(key, state.discrete.pools[+pool].stock);
        const Pool& of = program_->pools[+pool];
        slots_.assign(state.timer.begin() + of.first_leaf, state.timer.begin() + of.first_leaf + of.slots);
        std::ranges::sort(slots_);
        for (const std::uint32_t phase : slots_) put(key, phase);
    }
    for (const sim::Leaf leaf : shock_leaves_) put(key, state.timer[leaf]);
}

void StateCodec::read_rest(const std::string& key, std::size_t at) {
    for (const PoolId pool : pools_) {
        const Pool& of = program_->pools[+pool];
        auto& now = here_.discrete.pools[+pool];
        now.stock = get(key, at);
        now.orders = 0;
        for (std::uint32_t slot = 0; slot < of.slots; ++slot) {
            const auto phase = static_cast<std::uint8_t>(get(key, at));
            here_.timer[of.first_leaf + slot] = phase;
            now.orders += phase == idle ? 0 : 1;
        }
    }
    for (const sim::Leaf leaf : shock_leaves_) here_.timer[leaf] = static_cast<std::uint8_t>(get(key, at));
}

void StateCodec::load(const std::string& key) {
    key_ = key;
    runs_.clear();
    segment_.clear();
    std::size_t at = 0;
    for (std::size_t o = 0; o < orbits_.size(); ++o) {
        segment_.push_back(at);
        counts_[o].clear();
        const std::vector<HostId>& hosts = orbits_[o];
        const std::uint32_t groups = hosts.size() == 1 ? 1 : get(key, at);
        std::size_t next = 0;
        for (std::uint32_t g = 0; g < groups; ++g) {
            const std::uint32_t condition = get(key, at);
            const std::uint32_t count = hosts.size() == 1 ? 1 : get(key, at);
            counts_[o].push_back({condition, count});
            runs_.push_back({hosts[next], count});
            for (const std::size_t end = next + count; next < end; ++next) change_condition(hosts[next], condition);
        }
    }
    segment_.push_back(at);
    read_rest(key, at);
    if (!here_.discrete.next_waiting.empty()) hosts_.rebuild_queues(here_);
}

void StateCodec::count_change(std::uint32_t orbit, std::uint32_t condition, std::uint32_t by) {
    std::vector<Counted>& counts = counts_after_[orbit];
    auto place = counts.begin();
    while (place != counts.end() && place->condition < condition) ++place;
    if (place == counts.end() || place->condition != condition) place = counts.insert(place, {condition, 0});
    place->count += by;
    if (place->count == 0) counts.erase(place);
}

void StateCodec::find_changes(const ChainState& after, std::span<const HostId> touched) {
    changed_orbits_.clear();
    for (const HostId host : touched) {
        const std::uint32_t condition = number_of(after, host);
        if (condition == condition_[+host]) continue;
        const std::uint32_t orbit = orbit_of_[+host];
        if (std::ranges::find(changed_orbits_, orbit) == changed_orbits_.end()) {
            changed_orbits_.push_back(orbit);
            counts_after_[orbit] = counts_[orbit];
        }
        count_change(orbit, condition, 1);
        count_change(orbit, condition_[+host], ~0u);  // one fewer
    }
}

bool StateCodec::encode(const ChainState& after, std::span<const HostId> touched, std::string& key) {
    bool queues_moved = false;
    if (has_ranks_) {
        for (const HostId host : touched) {
            const Range units = program_->hosts[+host].units;
            for (std::uint32_t u = units.begin; u < units.end && !queues_moved; ++u) {
                const auto unit = static_cast<UnitId>(u);
                queues_moved = hosts_.waits_in_order(unit, here_.discrete.phase[u]) ||
                               hosts_.waits_in_order(unit, after.discrete.phase[u]);
            }
        }
    }
    if (queues_moved) {
        // Everybody behind moves up: every host that waits, before or after, may have changed.
        if (!hosts_.rank(after.discrete)) return false;
        also_.assign(touched.begin(), touched.end());
        const auto add_waiting = [&](const engine::DiscreteState& state, const engine::Queue& queue) {
            for (std::uint32_t u = queue.first; u != ~0u; u = state.next_waiting[u]) {
                also_.push_back(program_->unit_hosts[u]);
            }
        };
        const auto add_all_waiting = [&](const engine::DiscreteState& state) {
            for (const engine::CrewState& crew : state.crews) add_waiting(state, crew.waiting);
            for (const engine::PoolState& pool : state.pools) add_waiting(state, pool.waiting);
        };
        add_all_waiting(here_.discrete);
        add_all_waiting(after.discrete);
        std::ranges::sort(also_);
        also_.erase(std::unique(also_.begin(), also_.end()), also_.end());
        touched = also_;
    }
    find_changes(after, touched);
    if (queues_moved) hosts_.rank(here_.discrete);

    key.clear();
    for (std::uint32_t o = 0; o < orbits_.size(); ++o) {
        if (std::ranges::find(changed_orbits_, o) != changed_orbits_.end()) {
            write_orbit(o, key);
        } else {
            key.append(key_, segment_[o], segment_[o + 1] - segment_[o]);
        }
    }
    write_rest(after, key);
    return true;
}

std::vector<std::uint32_t> StateCodec::condition_counts() const {
    std::vector<std::uint32_t> result;
    for (const Interner& conditions : conditions_) result.push_back(conditions.size());
    return result;
}

}  // namespace nines::exact
