// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/symmetry.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace nines::exact {

namespace {

/// Writes down all that is particular to a host, with the host itself and its private gates left nameless. Two hosts
/// with the same description are alike.
class Description {
public:
    Description(const Program& program, const std::vector<std::vector<std::uint32_t>>& shocks_of_unit)
        : program_(program), shocks_of_unit_(shocks_of_unit) {}

    std::vector<std::uint64_t> of(HostId id) {
        words_.clear();
        host_ = id;
        const Host& host = program_.hosts[+id];
        add(host.own_units, +host.standby, +host.share, host.domains.size());
        for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) add(+program_.host_domains[d]);
        add_line(host.available);
        for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) add_unit(program_.units[u], u);
        if (exists(host.standby)) add_gate(program_.standbys[+host.standby].serving[host.member]);
        add(+host.balancer, +host.latch, host.endpoints.size());
        for (std::uint32_t e = host.endpoints.begin; e < host.endpoints.end; ++e) {
            const Endpoint& endpoint = program_.endpoints[+program_.endpoints_of_hosts[e]];
            add(+endpoint.balancer, std::bit_cast<std::uint64_t>(endpoint.weight), endpoint.tier, +endpoint.next);
        }
        add(+host.failover, +host.plan, host.copies.size());
        for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
            const Copy& copy = program_.copies[+program_.copies_of_hosts[c]];
            add(+copy.failover, +copy.lag, copy.is_candidate, copy.may_be_primary, copy.may_be_in_sync, copy.has_vote,
                +copy.rewind, +copy.refill, std::bit_cast<std::uint64_t>(copy.delay_seconds), copy.is_bare,
                copy.is_for_plan);
        }
        return words_;
    }

private:
    template <class... Numbers>
    void add(Numbers... numbers) {
        (words_.push_back(static_cast<std::uint64_t>(numbers)), ...);
    }

    void add_unit(const Unit& unit, std::uint32_t number) {
        add(+unit.time_to_failure, +unit.time_to_repair, exists(unit.care), exists(unit.clock));
        if (exists(unit.care)) add_care(program_.cares[+unit.care], number);
        if (exists(unit.clock)) {
            const Clock& clock = program_.clocks[+unit.clock];
            add(clock.when_down, clock.when_cut_off);
        }
        add(shocks_of_unit_[number].size());
        for (const std::uint32_t shock : shocks_of_unit_[number]) add(shock);
        add_gate(unit.gate);
    }

    void add_care(const Care& care, std::uint32_t unit) {
        add(+care.crew, +care.pool, care.priority, +care.notice, care.minimal_repair, +care.replacement,
            care.corrupts.size());
        // Calendars and ages cannot be solved; such units are never alike.
        if (care.inspection || care.planned || care.replace_at_age > 0.0) add(unit);
    }

    void add_gate(GateId id) {
        const Gate& gate = program_.gates[+id];
        if (!is_private(id)) return add(shared, +id);
        add(own, gate.inputs, +gate.share, gate.lines.size());
        for (std::uint32_t l = gate.lines.begin; l < gate.lines.end; ++l) add_line(static_cast<LineId>(l));
    }

    void add_line(LineId id) {
        if (!exists(id)) return add(nothing);
        const Line& line = program_.lines[+id];
        if (!is_private(line.gate)) return add(shared, +id);
        add(own, line.threshold, line.feeds.size(), line.reactions.size());
        // A service or group that is this host alone is asked for by name.
        const bool is_named = exists(line.subject) && program_.subjects[+line.subject].kind != Subject::Kind::node;
        if (is_named) add(+line.subject);
        for (std::uint32_t f = line.feeds.begin; f < line.feeds.end; ++f) add_gate(program_.feeds[f]);
        for (std::uint32_t r = line.reactions.begin; r < line.reactions.end; ++r) {
            const Reaction& reaction = program_.reactions[r];
            add(reaction.kind, reaction.host == host_ ? own : +reaction.host);
        }
    }

    /// Does the gate hear of nobody but this host and the domains around it?
    bool is_private(GateId id) const {
        const HostId role = program_.role_of_gate[+id];
        if (exists(role) && role != host_) return false;
        bool hears_of_host = exists(role);
        const Range units = program_.gate_units[+id];
        for (std::uint32_t i = units.begin; i < units.end; ++i) {
            if (program_.unit_hosts[+program_.units_of_gates[i]] != host_) return false;
            hears_of_host = true;
        }
        const Range lines = program_.gate_lines[+id];
        for (std::uint32_t i = lines.begin; i < lines.end; ++i) {
            const LineId line = program_.lines_of_gates[i];
            if (is_domain_of_host(line)) continue;
            if (!is_private(program_.lines[+line].gate)) return false;
            hears_of_host = true;
        }
        return hears_of_host;
    }

    bool is_domain_of_host(LineId line) const {
        const Range domains = program_.hosts[+host_].domains;
        const auto begin = program_.host_domains.begin();
        return std::find(begin + domains.begin, begin + domains.end, line) != begin + domains.end;
    }

    // Words that are no number of anything.
    static constexpr std::uint64_t own = ~std::uint64_t{0};
    static constexpr std::uint64_t shared = own - 1;
    static constexpr std::uint64_t nothing = own - 2;

    const Program& program_;
    const std::vector<std::vector<std::uint32_t>>& shocks_of_unit_;
    HostId host_ = none<HostId>;
    std::vector<std::uint64_t> words_;
};

std::vector<std::vector<std::uint32_t>> shocks_by_unit(const Program& program) {
    std::vector<std::vector<std::uint32_t>> result(program.units.size());
    for (std::uint32_t s = 0; s < program.shocks.size(); ++s) {
        const Range targets = program.shocks[s].targets;
        for (std::uint32_t t = targets.begin; t < targets.end; ++t) result[+program.targets[t]].push_back(s);
    }
    return result;
}

}  // namespace

Symmetry::Symmetry(const Program& program, const std::vector<HostId>& kept_apart) : orbit_of_(program.hosts.size()) {
    const auto shocks_of_unit = shocks_by_unit(program);
    Description description(program, shocks_of_unit);
    std::map<std::vector<std::uint64_t>, std::uint32_t> orbit_of_description;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        const auto id = static_cast<HostId>(h);
        auto orbit = static_cast<std::uint32_t>(orbits_.size());
        if (std::ranges::find(kept_apart, id) == kept_apart.end()) {
            orbit = orbit_of_description.try_emplace(description.of(id), orbit).first->second;
        }
        if (orbit == orbits_.size()) orbits_.emplace_back();
        orbits_[orbit].push_back(id);
        orbit_of_[h] = orbit;
    }
}

}  // namespace nines::exact
