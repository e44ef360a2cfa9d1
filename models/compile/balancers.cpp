// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "models/compile/assembler.hpp"
#include "models/compile/clients.hpp"
#include "models/compile/times.hpp"
#include "models/scenario/detection_laws.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/parse.hpp"

namespace nines::compile {

using scenario::RefKind;
using scenario::Selector;

namespace {

/// VRRP at its default priority 100: the lease is 3 advertisements of 1 s and a skew of 156/256 s.
/// Source: keepalived, vrrp.h; RFC 3768, section 5.3.
const sim::Law usual_takeover{
    sim::Uniform{Duration::seconds(2.0 + 156.0 / 256.0), Duration::seconds(3.0 + 156.0 / 256.0)}};

/// Share of its capacity that a target answers in overload. One whose queue is worked off before users give up sheds
/// what finds it full, so that it keeps all.
double kept_in_overload(const scenario::Balancer& keys, double capacity) {
    const scenario::Overload overload = keys.overload.value_or({});
    bool sheds = overload.shed.value_or(true);
    if (overload.queue && overload.patience) {
        sheds = static_cast<double>(*overload.queue) <= capacity * overload.patience->in_seconds();
    }
    return sheds ? 1.0 : overload.goodput.value_or(0.5);
}

/// Of anything that is named: a Selector, a Reference.
template <class Named>
bool may_be(const Named& named, RefKind kind) {
    return named.kind == RefKind::any || named.kind == kind;
}

}  // namespace

/// The address that moves among the machines of a balancer.
void Assembler::wire_address(std::uint32_t b) {
    const scenario::Balancer& keys = scenario_.balancers[b];
    const auto found = draft_.by_name.find("balancer:" + keys.id + ":address");
    if (found == draft_.by_name.end()) return;
    FailoverGroup group;
    group.host = static_cast<HostId>(found->second);
    group.mode = ReplicationMode::shared;
    group.is_automatic = true;
    if (keys.failover) {
        group.is_automatic =
            keys.failover->mode.value_or(scenario::FailoverMode::automatic) == scenario::FailoverMode::automatic;
        set_stages(*keys.failover, group);
    } else {
        Times times(draft_.samplers);
        group.detect_crash = group.detect_silent = times.of(usual_takeover, &keys.failover);
    }
    group.fences = true;  // two that answer for one address lose nothing that is written
    group.copies.begin = static_cast<std::uint32_t>(program_.copies.size());
    Copy copy;
    copy.failover = static_cast<FailoverId>(program_.failovers.size());
    for (const std::uint32_t member : draft_.group_members[group_index(*keys.on)]) add_copy(copy, group, member);
    group.copies.end = static_cast<std::uint32_t>(program_.copies.size());
    address_lines_[b] = wire_failover(group);
}

LineId Assembler::balancer_line(std::uint32_t b) {
    if (exists(balancer_lines_[b])) return balancer_lines_[b];
    const scenario::Balancer& keys = scenario_.balancers[b];
    Balancer balancer;
    balancer.host = static_cast<HostId>(draft_.by_name.at("balancer:" + keys.id));
    balancer.available = machines_of(b);
    set_checks(keys, balancer);

    // What it sends to may be balancers themselves, so that theirs are wired first.
    std::vector<Endpoint> endpoints;
    const scenario::BalancerMode mode = keys.mode.value_or(scenario::BalancerMode::spread);
    for (std::uint32_t t = 0; t < keys.to->size(); ++t) {
        const auto first = endpoints.size();
        add_endpoints((*keys.to)[t], endpoints);
        const bool by_priority = mode == scenario::BalancerMode::priority;
        const bool by_weight = mode == scenario::BalancerMode::weighted && keys.weights && t < keys.weights->size();
        const auto count = static_cast<double>(endpoints.size() - first);
        for (std::size_t e = first; e < endpoints.size(); ++e) {
            endpoints[e].tier = by_priority ? t : 0;
            if (by_weight) endpoints[e].weight = (*keys.weights)[t] / count;
        }
    }
    const auto id = static_cast<BalancerId>(program_.balancers.size());
    balancer.endpoints.begin = static_cast<std::uint32_t>(program_.endpoints.size());
    for (Endpoint& endpoint : endpoints) {
        endpoint.registered = registered_of(+endpoint.host);
        endpoint.balancer = id;
        endpoint.kept = kept_in_overload(keys, draft_.hosts[+endpoint.host].capacity);
        endpoint.stream = sim::stream_name("balancer:" + keys.id + ":" + program_.hosts[+endpoint.host].name);
        follow_warm_up(+endpoint.host);  // before it is sent requests
        Reaction reaction{Reaction::Kind::endpoint, endpoint.host};
        reaction.endpoint = static_cast<EndpointId>(program_.endpoints.size());
        gates_.react(endpoint.works, reaction);
        program_.endpoints.push_back(endpoint);
    }
    balancer.endpoints.end = static_cast<std::uint32_t>(program_.endpoints.size());
    if (exists(balancer.available)) { gates_.react(balancer.available, {Reaction::Kind::balancer, balancer.host}); }

    add_cohorts(keys, id, balancer);
    balancer.serving = gates_.add_gate();
    gates_.add_role(balancer.serving, balancer.host);
    Host& host = program_.hosts[+balancer.host];
    host.balancer = id;
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        gates_.add_unit(balancer.serving, static_cast<UnitId>(u));
        program_.units[u].gate = balancer.serving;
    }
    host.own = none<GateId>;
    balancer_ids_[b] = id;
    program_.balancers.push_back(balancer);
    return balancer_lines_[b] = gates_.line_of_all(balancer.serving);
}

/// Up while the balancer has a machine with its address; none if it has no machines of its own.
LineId Assembler::machines_of(std::uint32_t b) {
    const scenario::Balancer& keys = scenario_.balancers[b];
    if (!keys.on) return none<LineId>;
    if (exists(address_lines_[b])) return address_lines_[b];
    return available_[draft_.group_members[group_index(*keys.on)].front()];
}

void Assembler::set_checks(const scenario::Balancer& keys, Balancer& balancer) {
    Times times(draft_.samplers);
    static const scenario::Detection usual{};
    const scenario::Detection& check = keys.check ? *keys.check : usual;
    const scenario::DetectionLaws laws = scenario::detection_laws(check);
    balancer.detect_crash = times.of(laws.crash, &keys.check);
    balancer.detect_silent = times.of(laws.silent, &keys.mode);
    balancer.back = times.of(scenario::return_law(check), &keys.retry);
    if (check.false_positive_full) {
        const scenario::CheckSeries series = scenario::checks_of(check);
        balancer.alarms_by_load = {check.false_positive.value_or(0.0), *check.false_positive_full,
                                   series.interval.in_seconds(), series.in_a_row};
    } else if (const auto between = scenario::mean_time_between_false_positives(check)) {
        balancer.false_alarm = draft_.samplers.add(sim::Law{sim::Exponential{*between}}, &keys.overload);
    }
    const scenario::Retry retry = keys.retry.value_or({});
    const auto tries = static_cast<std::uint32_t>(retry.tries.value_or(3));
    switch (retry.redispatch.value_or(scenario::Redispatch::last)) {
        case scenario::Redispatch::never: break;
        case scenario::Redispatch::last: balancer.elsewhere = std::min(tries, 1u); break;
        case scenario::Redispatch::always: balancer.elsewhere = tries; break;
    }
    balancer.here = tries - balancer.elsewhere;
    if (retry.budget) balancer.budget = *retry.budget;
    balancer.retries_timeouts = retry.timeouts.value_or(false);
    const scenario::Overload overload = keys.overload.value_or({});
    balancer.panic = overload.panic.value_or(0.0);
    balancer.fails_open = overload.fail_open.value_or(false);
    balancer.max_ejected = overload.max_ejected.value_or(1.0);
    if (keys.slow_start) balancer.ramp_step_seconds = keys.slow_start->in_seconds() / ramp_steps;
    set_limits(keys, balancer);
}

/// Users who keep its answers.
void Assembler::add_cohorts(const scenario::Balancer& keys, BalancerId id, Balancer& balancer) {
    const Caching caching{keys.ttl.value_or(Duration()), keys.stale.value_or(0.0),
                          keys.stale_time.value_or(Duration::minutes(15))};
    balancer.cohorts.begin = static_cast<std::uint32_t>(program_.cohorts.size());
    for (Cohort& cohort : cohorts_of(caching)) {
        cohort.balancer = id;
        program_.cohorts.push_back(cohort);
    }
    balancer.cohorts.end = static_cast<std::uint32_t>(program_.cohorts.size());
}

/// What it takes at once, and how long it is busy with each request.
void Assembler::set_limits(const scenario::Balancer& keys, Balancer& balancer) {
    const scenario::Overload overload = keys.overload.value_or({});
    const scenario::Retry retry = keys.retry.value_or({});
    // A first tier that is to get nothing still is one.
    constexpr double least_spill = 1e-9;
    if (overload.spill) balancer.spill = std::max(*overload.spill, least_spill);
    if (!overload.connections || !overload.response) return;
    // Clients who keep an answer connect to the targets themselves.
    if (keys.ttl.value_or(Duration()) > Duration() || keys.stale.value_or(0.0) > 0.0) return;
    balancer.connections = static_cast<double>(*overload.connections);
    balancer.seconds_to_answer = overload.response->in_seconds();
    const scenario::Detection check = keys.check.value_or({});
    const Duration of_check = check.timeout.value_or(check.inter.value_or(Duration::seconds(2.0)));
    balancer.seconds_to_give_up = retry.timeout.value_or(of_check).in_seconds();
}

void Assembler::add_endpoints(const Selector& target, std::vector<Endpoint>& endpoints) {
    const auto add_host = [&](std::uint32_t host, LineId works) {
        Endpoint endpoint;
        endpoint.host = static_cast<HostId>(host);
        endpoint.works = works;
        endpoints.push_back(endpoint);
    };
    const std::uint32_t group = may_be(target, RefKind::group) ? group_index(target.pattern) : ~0u;
    if (group < scenario_.groups.size()) {
        for (const std::uint32_t member : draft_.group_members[group]) {
            add_host(member, exists(serving_line_[member]) ? serving_line_[member] : available_[member]);
        }
        return;
    }
    if (const auto service = service_ids_.find(target.pattern);
        may_be(target, RefKind::service) && service != service_ids_.end()) {
        const LineId line = service_line(service->second);
        add_host(draft_.by_name.at("service:" + target.pattern), line);
        endpoints.back().next = entry_of(service->second);
        return;
    }
    if (const auto index = balancer_index(target.pattern); may_be(target, RefKind::balancer) && index) {
        const LineId line = balancer_line(*index);
        add_host(draft_.by_name.at("balancer:" + target.pattern), line);
        endpoints.back().next = balancer_ids_[*index];
        return;
    }
    for (const std::uint32_t host : select_hosts(scenario_, draft_, target)) {
        add_host(host, registered_of(host) == Registered::always ? available_[host] : serving_line_[host]);
    }
}

Registered Assembler::registered_of(std::uint32_t host) const {
    const std::size_t group = draft_.hosts[host].group;
    if (group >= scenario_.groups.size() || !scenario::comes_and_goes(scenario_.groups[group])) {
        return Registered::always;
    }
    const auto& scale = scenario_.groups[group].scale;
    return scale && scale->replaces.value_or(true) ? Registered::until_lost : Registered::until_idle;
}

std::optional<std::uint32_t> Assembler::balancer_index(const std::string& id) const {
    for (std::uint32_t b = 0; b < scenario_.balancers.size(); ++b) {
        if (scenario_.balancers[b].id == id) return b;
    }
    return std::nullopt;
}

/// The balancer that the users of a service meet first; of one that is entered at another service, that one's.
BalancerId Assembler::entry_of(std::uint32_t s) const {
    const scenario::Field<std::string>& written = scenario_.services[s].entry;
    if (!written) return none<BalancerId>;
    const scenario::Reference entry = *scenario::parse_reference(*written, written.origin.place);
    if (may_be(entry, RefKind::group) && group_ids_.contains(entry.name)) return none<BalancerId>;
    const auto service = service_ids_.find(entry.name);
    if (may_be(entry, RefKind::service) && service != service_ids_.end()) return entry_of(service->second);
    const auto balancer = balancer_index(entry.name);
    return balancer ? balancer_ids_[*balancer] : none<BalancerId>;
}

void Assembler::list_endpoints_by_host() {
    std::vector<std::vector<EndpointId>> of_host(program_.hosts.size());
    for (std::uint32_t e = 0; e < program_.endpoints.size(); ++e) {
        of_host[+program_.endpoints[e].host].push_back(static_cast<EndpointId>(e));
    }
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        Range& endpoints = program_.hosts[h].endpoints;
        endpoints.begin = static_cast<std::uint32_t>(program_.endpoints_of_hosts.size());
        program_.endpoints_of_hosts.insert(program_.endpoints_of_hosts.end(), of_host[h].begin(), of_host[h].end());
        endpoints.end = static_cast<std::uint32_t>(program_.endpoints_of_hosts.size());
    }
}

}  // namespace nines::compile
