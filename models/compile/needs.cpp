// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stdexcept>

#include "models/compile/assembler.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/parse.hpp"

namespace nines::compile {

std::uint32_t Assembler::group_index(const std::string& id) const {
    const std::string name = id.ends_with("/*") ? id.substr(0, id.size() - 2) : id;
    const auto found = group_ids_.find(name);
    return found == group_ids_.end() ? ~0u : found->second;
}

/// A service's line is up while all its needs are met. Services are wired when first asked for, so that what
/// they need exists before them; validation has refused cycles.
LineId Assembler::service_line(std::uint32_t s) {
    if (exists(service_lines_[s])) return service_lines_[s];
    const auto& service = scenario_.services[s];
    std::vector<LineId> inputs;
    if (service.needs) {
        for (const auto& need : *service.needs) inputs.push_back(need_line(need));
    }
    if (service.entry)
        inputs.push_back(operand_line(*scenario::parse_reference(*service.entry, service.entry.origin.place)));
    const std::uint32_t h = draft_.by_name.at("service:" + service.id);
    Host& host = program_.hosts[h];
    const GateId gate = gates_.add_gate();
    for (const LineId input : inputs) gates_.add_line(gate, input);
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        gates_.add_unit(gate, static_cast<UnitId>(u));
        program_.units[u].gate = gate;
    }
    host.own = none<GateId>;
    const LineId needed = gates_.line_of_all(gate);
    service_lines_[s] = service.to_start && !service.to_start->empty() ? latched(s, needed) : needed;
    return service_lines_[s];
}

/// The line of a service that needs more to start than to go on. What that is gets wired later: see wire_start.
LineId Assembler::latched(std::uint32_t s, LineId goes_on) {
    const std::uint32_t host = draft_.by_name.at("service:" + scenario_.services[s].id);
    Latch latch;
    latch.host = static_cast<HostId>(host);
    latch.service = static_cast<SubjectId>(s);  // services are the first subjects
    latch.goes_on = goes_on;
    latch.serving = gates_.add_gate();
    gates_.add_role(latch.serving, latch.host);
    gates_.add_line(latch.serving, goes_on);
    latch.label = static_cast<std::uint32_t>(program_.labels.size());
    program_.labels.push_back(program_.hosts[host].name + ":cannot-start");
    program_.hosts[host].latch = static_cast<LatchId>(program_.latches.size());
    program_.latches.push_back(latch);
    return gates_.line_of_all(latch.serving);
}

void Assembler::wire_start(std::uint32_t s) {
    const auto& service = scenario_.services[s];
    const std::uint32_t h = draft_.by_name.at("service:" + service.id);
    if (!exists(program_.hosts[h].latch)) return;
    Latch& latch = program_.latches[+program_.hosts[h].latch];
    std::vector<LineId> lines;
    for (const auto& need : *service.to_start) lines.push_back(need_line(need));
    latch.starts = line_of_all(lines);
    for (const LineId line : {latch.goes_on, latch.starts}) gates_.react(line, {Reaction::Kind::latch, latch.host});
}

/// Up while all of them are.
LineId Assembler::line_of_all(const std::vector<LineId>& lines) {
    const GateId gate = gates_.add_gate();
    for (const LineId line : lines) gates_.add_line(gate, line);
    return gates_.line_of_all(gate);
}

LineId Assembler::need_line(const scenario::Need& need) {
    if (!need.counted) return operand_line(need.operands.front());
    const bool counts_members = need.operands.size() == 1;
    if (counts_members) {
        const std::uint32_t g = group_index(need.operands.front().name);
        const bool is_group = g < scenario_.groups.size() && (need.operands.front().kind == scenario::RefKind::any ||
                                                              need.operands.front().kind == scenario::RefKind::group);
        if (is_group) {
            const std::int64_t serving = scenario::least_serving(scenario_.groups[g]);
            return gates_.line(group_gate_[g], static_cast<std::int32_t>(need.all ? serving : need.at_least));
        }
    }
    std::vector<LineId> lines;
    for (const auto& operand : need.operands) {
        if (counts_members) {
            const auto counted = counted_lines(operand);
            lines.insert(lines.end(), counted.begin(), counted.end());
        } else {
            lines.push_back(operand_line(operand));
        }
    }
    const GateId gate = gates_.add_gate();
    for (const LineId line : lines) gates_.add_line(gate, line);
    return gates_.line(gate, need.all ? gates_.inputs(gate) : static_cast<std::int32_t>(need.at_least));
}

/// One operand that is not a group but stands for several things: a node used by groups, a pattern of domains.
std::vector<LineId> Assembler::counted_lines(const scenario::Reference& operand) {
    std::vector<LineId> lines;
    for (const std::uint32_t host : select_hosts(scenario_, draft_, {operand.kind, operand.name, operand.place})) {
        const std::string& name = draft_.hosts[host].name;
        if (name.starts_with("service:")) {
            lines.push_back(service_line(service_ids_.at(name.substr(8))));
        } else if (name.starts_with("store:")) {
            lines.push_back(store_lines_[store_ids_.at(name.substr(6))]);
        } else if (name.starts_with("balancer:")) {
            lines.push_back(balancer_line(*balancer_index(name.substr(9))));
        } else {
            lines.push_back(available_[host]);
        }
    }
    return lines;
}

LineId Assembler::operand_line(const scenario::Reference& operand) {
    const bool may_be_group = operand.kind == scenario::RefKind::any || operand.kind == scenario::RefKind::group;
    if (const std::uint32_t g = group_index(operand.name); may_be_group && g < scenario_.groups.size()) {
        return gates_.line(group_gate_[g], 1);
    }
    const auto lines = counted_lines(operand);
    if (lines.empty()) throw std::logic_error("compile: nothing is named " + operand.name);
    if (lines.size() == 1) return lines.front();
    const GateId gate = gates_.add_gate();
    for (const LineId line : lines) gates_.add_line(gate, line);
    return gates_.line(gate, 1);
}

}  // namespace nines::compile
