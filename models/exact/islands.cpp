// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/islands.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace nines::exact {

namespace {

/// Sets of hosts that grow together.
class Union {
public:
    explicit Union(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

    std::uint32_t root(std::uint32_t host) {
        while (parent_[host] != host) host = parent_[host] = parent_[parent_[host]];
        return host;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        // The smaller number stays the root, so that islands come in the order of their first hosts.
        if (a != b) parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// Joins all hosts that are handed to it one after the other.
class Joiner {
public:
    explicit Joiner(Union& sets) : sets_(&sets) {}
    void add(HostId host) {
        if (exists(first_)) sets_->join(+first_, +host);
        if (!exists(first_)) first_ = host;
    }

private:
    Union* sets_;
    HostId first_ = none<HostId>;
};

/// Visits every host that a gate hears of, through whatever gates.
template <class Use>
void for_each_host_behind(const Program& program, GateId gate, std::vector<bool>& seen, Use& use) {
    if (seen[+gate]) return;
    seen[+gate] = true;
    if (const HostId role = program.role_of_gate[+gate]; exists(role)) use(role);
    const Range units = program.gate_units[+gate];
    for (std::uint32_t i = units.begin; i < units.end; ++i) use(program.unit_hosts[+program.units_of_gates[i]]);
    const Range lines = program.gate_lines[+gate];
    for (std::uint32_t i = lines.begin; i < lines.end; ++i) {
        for_each_host_behind(program, program.lines[+program.lines_of_gates[i]].gate, seen, use);
    }
}

void join_by_crews(const Program& program, Union& sets) {
    for (std::uint32_t c = 0; c < program.crews.size(); ++c) {
        std::vector<HostId> served;
        std::uint32_t units = 0;
        for (std::uint32_t u = 0; u < program.units.size(); ++u) {
            const CareId care = program.units[u].care;
            if (!exists(care) || +program.cares[+care].crew != c || program.cares[+care].planned) continue;
            served.push_back(program.unit_hosts[u]);
            ++units;
        }
        if (units <= program.crews[c].size) continue;  // nobody ever waits
        Joiner joiner(sets);
        for (const HostId host : served) joiner.add(host);
    }
}

void join_by_pools(const Program& program, Union& sets) {
    std::vector<Joiner> joiners(program.pools.size(), Joiner(sets));
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        const CareId care = program.units[u].care;
        if (!exists(care) || !exists(program.cares[+care].pool)) continue;
        joiners[+program.cares[+care].pool].add(program.unit_hosts[u]);
    }
}

void join_members(Union& sets, std::uint32_t first_host, std::uint32_t count) {
    for (std::uint32_t m = 1; m < count; ++m) sets.join(first_host, first_host + m);
}

/// Members' clocks run by how many of them work, and the count may hear of the domains around them.
void join_by_loads(const Program& program, Union& sets) {
    for (const ShareGroup& share : program.shares) {
        join_members(sets, share.first_host, share.count);
        const auto add = [&](HostId host) { sets.join(share.first_host, +host); };
        std::vector<bool> seen(program.gates.size());
        for_each_host_behind(program, share.working, seen, add);
    }
}

/// What plans wait for is joined to them by reactions; here is what they move.
void join_by_plans(const Program& program, Union& sets) {
    for (const RecoveryPlan& plan : program.plans) {
        for (const PlanStep& step : plan.steps) {
            for (const PlannedPromotion& promotion : step.promotions) {
                sets.join(+plan.host, +program.failovers[+promotion.failover].host);
            }
            if (exists(step.standby)) sets.join(+plan.host, program.standbys[+step.standby].first_host);
            if (exists(step.balancer)) sets.join(+plan.host, +program.balancers[+step.balancer].host);
        }
    }
}

void join_by_reactions(const Program& program, Union& sets) {
    for (const Line& line : program.lines) {
        for (std::uint32_t r = line.reactions.begin; r < line.reactions.end; ++r) {
            Joiner joiner(sets);
            joiner.add(program.reactions[r].host);
            const auto add = [&](HostId host) { joiner.add(host); };
            std::vector<bool> seen(program.gates.size());
            for_each_host_behind(program, line.gate, seen, add);
        }
    }
}

}  // namespace

Islands islands_of(const Program& program) {
    Union sets(program.hosts.size());
    join_by_crews(program, sets);
    join_by_pools(program, sets);
    join_by_reactions(program, sets);
    for (const StandbyGroup& standby : program.standbys) join_members(sets, standby.first_host, standby.count);
    for (const Copy& copy : program.copies) sets.join(+copy.host, +program.failovers[+copy.failover].host);
    for (const Corruption& corruption : program.corruptions) {
        sets.join(+program.unit_hosts[+corruption.unit], +program.failovers[+corruption.store].host);
    }
    for (const Endpoint& endpoint : program.endpoints) {
        sets.join(+endpoint.host, +program.balancers[+endpoint.balancer].host);
    }
    join_by_plans(program, sets);
    join_by_loads(program, sets);
    const auto join_targets = [&](Range targets) {
        Joiner joiner(sets);
        for (std::uint32_t t = targets.begin; t < targets.end; ++t) {
            joiner.add(program.unit_hosts[+program.targets[t]]);
        }
    };
    for (const Shock& shock : program.shocks) join_targets(shock.targets);

    Islands islands;
    std::map<std::uint32_t, std::uint32_t> number_of_root;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        const auto next = static_cast<std::uint32_t>(islands.scopes.size());
        const std::uint32_t number = number_of_root.try_emplace(sets.root(h), next).first->second;
        if (number == next) islands.scopes.emplace_back();
        islands.scopes[number].hosts.push_back(static_cast<HostId>(h));
        islands.of_host.push_back(number);
    }
    for (std::uint32_t s = 0; s < program.shocks.size(); ++s) {
        const Range targets = program.shocks[s].targets;
        if (targets.empty()) continue;
        const HostId host = program.unit_hosts[+program.targets[targets.begin]];
        islands.scopes[islands.of_host[+host]].shocks.push_back(static_cast<ShockId>(s));
    }
    std::vector<bool> placed(program.pools.size());
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        const CareId care = program.units[u].care;
        if (!exists(care) || !exists(program.cares[+care].pool)) continue;
        const PoolId pool = program.cares[+care].pool;
        if (placed[+pool]) continue;
        placed[+pool] = true;
        islands.scopes[islands.of_host[+program.unit_hosts[u]]].pools.push_back(pool);
    }
    for (Scope& scope : islands.scopes) std::ranges::sort(scope.pools);
    return islands;
}

LineOrigins line_origins(const Program& program, const Islands& islands) {
    LineOrigins origins;
    origins.of_line.assign(program.lines.size(), LineOrigins::nobody);
    std::vector<std::uint32_t> of_gate(program.gates.size(), LineOrigins::nobody);
    std::vector<bool> known(program.gates.size());
    const auto merge = [](std::uint32_t& into, std::uint32_t other) {
        if (other == LineOrigins::nobody || into == other) return;
        into = into == LineOrigins::nobody ? other : LineOrigins::several;
    };
    const auto visit = [&](const auto& self, std::uint32_t gate) -> std::uint32_t {
        if (known[gate]) return of_gate[gate];
        known[gate] = true;
        std::uint32_t origin = LineOrigins::nobody;
        if (const HostId role = program.role_of_gate[gate]; exists(role)) merge(origin, islands.of_host[+role]);
        const Range units = program.gate_units[gate];
        for (std::uint32_t i = units.begin; i < units.end; ++i) {
            merge(origin, islands.of_host[+program.unit_hosts[+program.units_of_gates[i]]]);
        }
        const Range lines = program.gate_lines[gate];
        for (std::uint32_t i = lines.begin; i < lines.end; ++i) {
            merge(origin, self(self, +program.lines[+program.lines_of_gates[i]].gate));
        }
        return of_gate[gate] = origin;
    };
    for (std::size_t l = 0; l < program.lines.size(); ++l) {
        origins.of_line[l] = visit(visit, +program.lines[l].gate);
    }
    return origins;
}

std::vector<std::uint32_t> islands_behind(const Program& program, const Islands& islands, LineId line) {
    std::vector<std::uint32_t> result;
    std::vector<bool> seen(program.gates.size());
    const auto add = [&](HostId host) { result.push_back(islands.of_host[+host]); };
    for_each_host_behind(program, program.lines[+line].gate, seen, add);
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace nines::exact
