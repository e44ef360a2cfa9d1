// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/leaf_names.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

namespace nines::exact {

namespace {

/// The hosts that a gate hears of, through whatever gates, each once.
void find_hosts(const Program& program, GateId gate, std::vector<bool>& seen, std::vector<HostId>& hosts) {
    if (seen[+gate]) return;
    seen[+gate] = true;
    const auto add = [&](HostId host) {
        if (std::ranges::find(hosts, host) == hosts.end()) hosts.push_back(host);
    };
    if (const HostId role = program.role_of_gate[+gate]; exists(role)) add(role);
    const Range units = program.gate_units[+gate];
    for (std::uint32_t i = units.begin; i < units.end; ++i) add(program.unit_hosts[+program.units_of_gates[i]]);
    const Range lines = program.gate_lines[+gate];
    for (std::uint32_t i = lines.begin; i < lines.end; ++i) {
        find_hosts(program, program.lines[+program.lines_of_gates[i]].gate, seen, hosts);
    }
}

}  // namespace

LeafNames::LeafNames(const Program& program)
    : program_(&program),
      gate_names_(program.gates.size()),
      is_of_host_(program.gates.size()),
      counts_members_(program.gates.size()) {
    const auto name_for_host = [&](GateId gate, const std::string& name) {
        gate_names_[+gate] = name;
        is_of_host_[+gate] = true;
    };
    for (const Host& host : program.hosts) {
        if (exists(host.own)) name_for_host(host.own, host.name);
        if (exists(host.available)) name_for_host(program.lines[+host.available].gate, host.name);
    }
    for (const StandbyGroup& standby : program.standbys) {
        for (std::uint32_t m = 0; m < standby.serving.size(); ++m) {
            name_for_host(standby.serving[m], program.hosts[standby.first_host + m].name + " in service");
        }
    }
    for (const FailoverGroup& group : program.failovers) {
        name_for_host(group.serving, program.hosts[+group.host].name);
    }
    for (const Balancer& balancer : program.balancers) {
        name_for_host(balancer.serving, program.hosts[+balancer.host].name);
    }
    for (const Subject& subject : program.subjects) {
        if (!exists(subject.line)) continue;
        const GateId gate = program.lines[+subject.line].gate;
        if (gate_names_[+gate].empty()) gate_names_[+gate] = subject.name;
        if (subject.kind == Subject::Kind::group) counts_members_[+gate] = true;
    }
}

std::string LeafNames::of(const structure::Leaf& leaf) const {
    return std::visit([this](auto kind) { return name_of(kind); }, leaf);
}

std::string LeafNames::name_of(UnitId unit) const {
    const Host& host = program_->hosts[+program_->unit_hosts[+unit]];
    return host.units.size() == 1 ? host.name : program_->unit_names[+unit];
}

std::string LeafNames::name_of(structure::Role role) const {
    const Host& host = program_->hosts[+program_->role_of_gate[+role.gate]];
    return exists(host.standby) ? host.name + " in service" : host.name;
}

std::string LeafNames::name_of(LineId id) const {
    const Line& line = program_->lines[+id];
    const std::string& name = gate_names_[+line.gate];
    // A service that needs one thing only goes by that.
    const Range lines = program_->gate_lines[+line.gate];
    const bool is_one_line = lines.size() == 1 && program_->gates[+line.gate].inputs == 1 && line.threshold == 1;
    if (is_one_line && !is_of_host_[+line.gate]) return name_of(program_->lines_of_gates[lines.begin]);
    if (!name.empty() && !counts_members_[+line.gate]) return name;
    const std::int32_t inputs = program_->gates[+line.gate].inputs;
    const std::string what = name.empty() ? hosts_behind(line.gate) : name;
    if (name.empty() && inputs == 1) return what;
    return line.threshold == inputs ? fmt::format("all of {}", what) : fmt::format("{} of {}", line.threshold, what);
}

std::string LeafNames::hosts_behind(GateId gate) const {
    constexpr std::size_t most_names = 3;
    std::vector<bool> seen(program_->gates.size());
    std::vector<HostId> hosts;
    find_hosts(*program_, gate, seen, hosts);
    std::string text;
    for (std::size_t i = 0; i < std::min(hosts.size(), most_names); ++i) {
        text += (text.empty() ? "" : ", ") + program_->hosts[+hosts[i]].name;
    }
    return hosts.size() <= most_names ? text : fmt::format("{} and {} more", text, hosts.size() - most_names);
}

}  // namespace nines::exact
