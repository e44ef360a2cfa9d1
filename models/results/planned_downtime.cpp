// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/planned_downtime.hpp"

#include <vector>

namespace nines::results {

namespace {

using namespace nines::compile;

/// Walks through all that a service rests on: gates, stores, balancers and their targets, each once.
class PlanSearch {
public:
    explicit PlanSearch(const Program& program)
        : program_(program), gates_(program.gates.size()), balancers_(program.balancers.size()) {}

    bool run(const Subject& service) {
        if (exists(service.line)) open_gate(program_.lines[+service.line].gate);
        if (exists(service.entry)) open_balancer(service.entry);
        while (!open_.empty() && !found_) {
            const GateId gate = open_.back();
            open_.pop_back();
            look_at(gate);
        }
        return found_;
    }

private:
    void open_gate(GateId gate) {
        if (gates_[+gate]) return;
        gates_[+gate] = true;
        open_.push_back(gate);
    }

    void open_line(LineId line) {
        if (exists(line)) open_gate(program_.lines[+line].gate);
    }

    void open_balancer(BalancerId id) {
        if (balancers_[+id]) return;
        balancers_[+id] = true;
        const Range endpoints = program_.balancers[+id].endpoints;
        for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
            const Endpoint& endpoint = program_.endpoints[e];
            open_line(endpoint.works);
            if (exists(endpoint.next)) open_balancer(endpoint.next);
        }
        open_line(program_.balancers[+id].available);
    }

    void look_at(GateId gate) {
        const Range units = program_.gate_units[+gate];
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            const UnitId unit = program_.units_of_gates[u];
            const CareId care = program_.units[+unit].care;
            const bool is_replaced = exists(care) && program_.cares[+care].replace_at_age > 0.0;
            found_ = found_ || is_replaced || program_.unit_planned[+unit];
        }
        const Range lines = program_.gate_lines[+gate];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) open_line(program_.lines_of_gates[l]);
        const HostId role = program_.role_of_gate[+gate];
        const FailoverId failover = exists(role) ? program_.hosts[+role].failover : none<FailoverId>;
        found_ = found_ || (exists(failover) && program_.failovers[+failover].may_switch);
    }

    const Program& program_;
    std::vector<bool> gates_, balancers_;
    std::vector<GateId> open_;
    bool found_ = false;
};

}  // namespace

bool plans_downtime(const Program& program, std::uint32_t service) {
    return PlanSearch(program).run(program.subjects[service]);
}

}  // namespace nines::results
