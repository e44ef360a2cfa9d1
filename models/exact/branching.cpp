// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/branching.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/events.hpp"

namespace nines::exact {

using engine::Phase;

namespace {

/// The standby group whose member has this start timer.
StandbyId standby_of(const Program& program, sim::Leaf leaf) {
    std::uint32_t s = 0;
    while (!exists(program.standbys[s].start) || leaf >= program.standbys[s].first_leaf + program.standbys[s].count) {
        ++s;
    }
    return static_cast<StandbyId>(s);
}

PoolId pool_of(const Program& program, sim::Leaf leaf) {
    std::uint32_t p = 0;
    while (leaf >= program.pools[p].first_leaf + program.pools[p].slots) ++p;
    return static_cast<PoolId>(p);
}

/// P(k of n), k = 0 .. n, each with probability p. Precondition: 0 < p < 1.
void binomial(std::uint32_t n, double p, std::vector<double>& into) {
    into.assign(n + 1, 0.0);
    for (std::uint32_t k = 0; k <= n; ++k) {
        const double log_ways = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
        into[k] = std::exp(log_ways + k * std::log(p) + (n - k) * std::log1p(-p));
    }
}

}  // namespace

Branching::Branching(const Program& program, const Activities& activities, const StateCodec& codec)
    : program_(&program), activities_(&activities), codec_(&codec), touched_in_(program.hosts.size()) {
    for (const Host& host : program.hosts) {
        for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
            if (u >= place_.size()) place_.resize(u + 1);
            place_[u] = u - host.units.begin;
        }
    }
    shock_of_unit_.assign(program.units.size(), none<ShockId>);
    for (std::uint32_t s = 0; s < program.shocks.size(); ++s) {
        const Range targets = program.shocks[s].targets;
        for (std::uint32_t t = targets.begin; t < targets.end; ++t) {
            shock_of_unit_[+program.targets[t]] = static_cast<ShockId>(s);
        }
    }
}

bool Branching::next_script() {
    while (!script_.empty()) {
        if (++script_.back().chosen < script_.back().count) return true;
        script_.pop_back();
    }
    return false;
}

std::uint32_t Branching::decide(std::span<const double> probabilities) {
    if (probabilities.size() <= 1) return 0;
    if (depth_ == script_.size()) script_.push_back({0, static_cast<std::uint32_t>(probabilities.size())});
    const std::uint32_t chosen = script_[depth_++].chosen;
    probability_ *= probabilities[chosen];
    return chosen;
}

bool Branching::settle() {
    // Failures and repairs that may take no time follow each other with ever smaller probability: so many times at
    // most, and not once the branch matters no longer.
    constexpr double negligible = 1e-100;
    const std::size_t endless = 1000 + 10 * std::size_t{program_->leaves.end};
    for (std::size_t step = 0; step < endless; ++step) {
        if (due_.empty()) return true;
        if (probability_ < negligible) {
            probability_ = 0.0;
            return true;
        }
        const auto first = std::min_element(due_.begin(), due_.end());
        const sim::Leaf leaf = *first;
        due_.erase(first);
        if (now_.timer[leaf] != due) continue;  // called off meanwhile
        fire(leaf);
    }
    return false;
}

void Branching::fire(sim::Leaf leaf) {
    move_timer(leaf, idle);
    if (leaf < program_->units.size()) return engine::unit_due(*this, static_cast<UnitId>(leaf));
    const Leaves& leaves = program_->leaves;
    if (leaf >= leaves.shocks) {
        const auto id = static_cast<ShockId>(leaf - leaves.shocks);
        engine::shock_due(*this, id);
        return start_timer(leaf, activities_->of(program_->shocks[+id].interval));
    }
    if (leaf >= leaves.plans) {
        const PlanId id = engine::plan_with_timer(*program_, leaf);
        return engine::plan_due(*this, id, leaf - program_->plans[+id].first_leaf);
    }
    if (leaf >= leaves.endpoints) {
        return engine::endpoint_due(*this, static_cast<EndpointId>(leaf - leaves.endpoints));
    }
    if (leaf >= leaves.copies) return engine::finish_resync(*this, static_cast<CopyId>(leaf - leaves.copies));
    if (leaf >= leaves.failovers) return engine::failover_due(*this, leaf);
    if (leaf >= leaves.orders) return engine::receive_part(*this, pool_of(*program_, leaf));
    const StandbyId standby = standby_of(*program_, leaf);
    engine::finish_start(*this, standby, leaf - program_->standbys[+standby].first_leaf);
}

void Branching::touch_owner(sim::Leaf leaf) {
    if (leaf < program_->units.size()) return touch(static_cast<UnitId>(leaf));
    const Leaves& leaves = program_->leaves;
    if (leaf >= leaves.shocks) return;  // shocks and orders belong to no host
    if (leaf >= leaves.plans) { return touch(program_->plans[+engine::plan_with_timer(*program_, leaf)].host); }
    if (leaf >= leaves.endpoints) return touch(program_->endpoints[leaf - leaves.endpoints].host);
    if (leaf >= leaves.copies) return touch(program_->copies[leaf - leaves.copies].host);
    if (leaf >= leaves.failovers) {
        return touch(program_->failovers[+engine::group_with_timer(*program_, leaf)].host);
    }
    if (leaf >= leaves.crews) return;
    const StandbyGroup& standby = program_->standbys[+standby_of(*program_, leaf)];
    touch(static_cast<HostId>(standby.first_host + leaf - standby.first_leaf));
}

void Branching::move_timer(sim::Leaf leaf, std::uint8_t phase) {
    now_.timer[leaf] = phase;
    touch_owner(leaf);
}

void Branching::start_timer(sim::Leaf leaf, const Activity& activity) {
    const auto branches = activity.start();
    chances_.clear();
    for (const Activity::Branch& branch : branches) chances_.push_back(branch.probability);
    const std::uint8_t phase = branches[decide(chances_)].phase;
    const bool takes_no_time = phase == activity.over();
    move_timer(leaf, takes_no_time ? due : phase);
    if (takes_no_time) due_.push_back(leaf);
}

const Activity* Branching::activity_of(UnitId id, const ChainState& state) const {
    const Unit& unit = program_->units[+id];
    const auto of = [&](SamplerId sampler) { return exists(sampler) ? &activities_->of(sampler) : nullptr; };
    switch (state.discrete.phase[+id]) {
        case Phase::working: {
            if (exists(unit.time_to_failure)) return of(unit.time_to_failure);
            const ShockId shock = shock_of_unit_[+id];
            return exists(shock) ? activities_->strike_delay(shock) : nullptr;
        }
        case Phase::hidden: return of(program_->cares[+unit.care].notice);
        case Phase::responding: return activities_->response(program_->cares[+unit.care].crew);
        case Phase::repairing: {
            const bool replacing = exists(unit.care) && state.discrete.replacing[+unit.care] != 0;
            return of(replacing ? program_->cares[+unit.care].replacement : unit.time_to_repair);
        }
        case Phase::awaiting_failover:
        case Phase::awaiting_part:
        case Phase::awaiting_crew: break;
    }
    return nullptr;
}

const Activity* Branching::activity_of_other(sim::Leaf leaf, const ChainState& state) const {
    const Leaves& leaves = program_->leaves;
    if (leaf >= leaves.shocks) return &activities_->of(program_->shocks[leaf - leaves.shocks].interval);
    if (leaf >= leaves.plans) {
        const PlanId id = engine::plan_with_timer(*program_, leaf);
        const RecoveryPlan& plan = program_->plans[+id];
        const std::uint32_t timer = leaf - plan.first_leaf;
        return &activities_->of(engine::time_of_plan_timer(plan, state.discrete.plans[+id], timer));
    }
    if (leaf >= leaves.endpoints) {
        const Endpoint& endpoint = program_->endpoints[leaf - leaves.endpoints];
        const Balancer& balancer = program_->balancers[+endpoint.balancer];
        const engine::EndpointState& seen = state.discrete.endpoints[leaf - leaves.endpoints];
        const bool is_well = engine::works(*program_, state.discrete, endpoint) && seen.in_rotation;
        return &activities_->of(is_well ? balancer.false_alarm : engine::time_of_endpoint(balancer, seen));
    }
    if (leaf >= leaves.copies) {
        const Copy& copy = program_->copies[leaf - leaves.copies];
        const bool refills = state.discrete.copy_role[leaf - leaves.copies] == CopyRole::refilling;
        return &activities_->of(refills ? copy.refill : copy.rewind);
    }
    if (leaf >= leaves.failovers) {
        const FailoverId id = engine::group_with_timer(*program_, leaf);
        const FailoverGroup& group = program_->failovers[+id];
        if (group.waits_to_return() && leaf == group.return_leaf) return &activities_->of(group.failback);
        if (group.waits_to_step_down() && leaf == group.step_down_leaf) return &activities_->of(group.step_down);
        if (leaf == group.alarm_leaf) return &activities_->of(group.false_alarm);
        if (leaf == group.hold_leaf) return &activities_->of(group.hold);
        return &activities_->of(engine::time_of_phase(group, state.discrete.failovers[+id]));
    }
    if (leaf >= leaves.orders) return &activities_->of(program_->pools[+pool_of(*program_, leaf)].reorder);
    return &activities_->of(program_->standbys[+standby_of(*program_, leaf)].start);
}

void Branching::begin_operation(UnitId id, double) {
    const Unit& unit = program_->units[+id];
    if (exists(unit.care)) now_.discrete.replacing[+unit.care] = 0;
    move_timer(+id, idle);
    if (exists(unit.time_to_failure)) start_timer(+id, activities_->of(unit.time_to_failure));
}

void Branching::set_pace(UnitId id, double pace, bool renews) {
    // The pace itself follows from the state. A clock that will start afresh may do so at once: it stands still.
    if (pace > 0.0 || !renews || now_.timer[+id] == idle) return;
    if (exists(program_->units[+id].time_to_failure)) begin_operation(id, pace);
}

void Branching::begin_stage(UnitId id, Phase) {
    move_timer(+id, idle);
    if (const Activity* activity = activity_of(id, now_)) start_timer(+id, *activity);
}

void Branching::interrupt_stage(UnitId id) {
    touch(id);
    if (now_.discrete.interrupted[+program_->units[+id].care] == 0) now_.timer[+id] = idle;
}

bool Branching::happens(double probability) {
    if (probability >= 1.0) return true;
    if (probability <= 0.0) return false;
    chances_.assign({probability, 1.0 - probability});
    return decide(chances_) == 0;
}

bool Branching::start_works(StandbyId standby, std::uint32_t) {
    return happens(program_->standbys[+standby].success);
}

bool Branching::is_within_limit(CopyId id, double seconds) {
    const SamplerId lag = program_->copies[+id].lag;
    return !exists(lag) || happens(1.0 - sim::survival(program_->laws[+lag], Duration::seconds(seconds)));
}

/// The first that has everything; else any of them with equal chance, for their lags have one law (see
/// not_representable).
CopyId Branching::freshest(FailoverId, engine::Promotion promotion, const std::vector<CopyId>& candidates) {
    if (promotion != engine::Promotion::current) return candidates.front();
    for (const CopyId id : candidates) {
        if (!exists(program_->copies[+id].lag) || engine::is_in_sync(*program_, now_.discrete, id)) return id;
    }
    chances_.assign(candidates.size(), 1.0 / static_cast<double>(candidates.size()));
    return candidates[decide(chances_)];
}

void Branching::begin_start(StandbyId id, std::uint32_t member) {
    const StandbyGroup& standby = program_->standbys[+id];
    start_timer(standby.first_leaf + member, activities_->of(standby.start));
}

void Branching::stop_start(StandbyId id, std::uint32_t member) {
    move_timer(program_->standbys[+id].first_leaf + member, idle);
}

void Branching::order_part(PoolId id) {
    const Pool& pool = program_->pools[+id];
    sim::Leaf slot = pool.first_leaf;
    while (now_.timer[slot] != idle) ++slot;
    start_timer(slot, activities_->of(pool.reorder));
}

std::uint64_t Branching::kind_of(UnitId unit) const {
    const HostId host = program_->unit_hosts[+unit];
    const std::uint64_t place = place_[+unit];
    // A host that the event has touched already is no longer like those of its former condition.
    if (touched_in_[+host] == round_) return ~(std::uint64_t{+host} << 16 | place);
    return place << 56 | std::uint64_t{codec_->orbit_of(host)} << 32 | codec_->condition_of(host);
}

std::uint32_t Branching::choose(CrewId id, std::uint32_t) {
    groups_.clear();
    std::uint32_t position = 0;
    std::size_t last = 0;
    const auto& queue = now_.discrete.crews[+id].waiting;
    for (std::uint32_t u = queue.first; u != ~0u; u = now_.discrete.next_waiting[u], ++position) {
        const std::uint64_t kind = kind_of(static_cast<UnitId>(u));
        // Neighbours in a queue are mostly of one kind.
        if (groups_.empty() || groups_[last].kind != kind) {
            last = static_cast<std::size_t>(std::ranges::find(groups_, kind, &Group::kind) - groups_.begin());
            if (last == groups_.size()) groups_.push_back({kind, position, 0});
        }
        ++groups_[last].count;
    }
    chances_.clear();
    for (const Group& group : groups_) chances_.push_back(static_cast<double>(group.count) / queue.length);
    return groups_[decide(chances_)].first;
}

void Branching::group_targets(const Shock& shock) {
    alike_.clear();
    alike_of_target_.clear();
    for (std::uint32_t t = shock.targets.begin; t < shock.targets.end; ++t) {
        const UnitId unit = program_->targets[t];
        const std::uint64_t kind = kind_of(unit);
        auto group = std::ranges::find(alike_, kind, &Alike::kind);
        if (group == alike_.end()) group = alike_.insert(alike_.end(), {kind, 0, 0, 0, false});
        ++group->count;
        alike_of_target_.push_back(static_cast<std::uint32_t>(group - alike_.begin()));
    }
}

bool Branching::shock_reaches(ShockId id, std::uint32_t target) {
    const Shock& shock = program_->shocks[+id];
    if (shock.share >= 1.0) return true;
    if (shock.share <= 0.0) return false;
    if (target == 0) group_targets(shock);
    Alike& group = alike_[alike_of_target_[target]];
    // What does not operate cannot be hit; asking nothing keeps the branches few.
    if (now_.discrete.phase[+program_->targets[shock.targets.begin + target]] != Phase::working) return false;
    if (!group.is_decided) {
        group.is_decided = true;
        binomial(group.count, shock.share, chances_);
        group.reached = decide(chances_);
    }
    return group.met++ < group.reached;
}

void Branching::delay_strike(ShockId shock, std::uint32_t, UnitId unit) {
    if (now_.timer[+unit] == idle) start_timer(+unit, *activities_->strike_delay(shock));
}

}  // namespace nines::exact
