// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <limits>

#include "models/compile/assembler.hpp"
#include "models/scenario/group_size.hpp"

namespace nines::compile {

namespace {

/// A service's, store's or balancer's host: no machine of its own, only what causes strike.
bool stands_for_others(const std::string& host) {
    return host.starts_with("service:") || host.starts_with("store:") || host.starts_with("balancer:") ||
           host.starts_with("plan:");
}

ClassLimits limits_of(const scenario::Field<scenario::ClassTimes>& times) {
    ClassLimits limits;
    if (!times) return limits;
    const auto seconds = [](const scenario::Field<Duration>& time) {
        return time ? time->in_seconds() : ClassLimits::no_limit;
    };
    limits.all = seconds(times->all);
    // In the order of scenario::FailureClass.
    const std::array own = {&times->node,      &times->rack,        &times->zone,       &times->region,
                            &times->partition, &times->false_alarm, &times->corruption, &times->ransomware};
    std::transform(own.begin(), own.end(), limits.own.begin(), [&](const auto* time) { return seconds(*time); });
    return limits;
}

SloTerms slo_terms_of(const scenario::Objective& objective, const Subject& subject) {
    SloTerms terms;
    terms.rolling = objective.window.value_or(scenario::SloWindow::calendar) == scenario::SloWindow::rolling;
    const bool by_requests = objective.measure.value_or(scenario::SloMeasure::time) == scenario::SloMeasure::requests;
    terms.by_requests = by_requests && subject.counts_requests();
    if (objective.credits) terms.credits = *objective.credits;
    return terms;
}

UnitId target_of(const Host& host, const Strike& strike) {
    return static_cast<UnitId>(host.units.begin + (strike.is_planned ? host.own_units : 0) + strike.unit);
}

}  // namespace

Demand demand_of(const scenario::Load& load, const scenario::Experiment& experiment) {
    Demand demand;
    demand.peak = load.peak ? load.peak->requests_per_second : 0.0;
    if (load.shape.value_or(scenario::LoadShape::constant) == scenario::LoadShape::diurnal) {
        demand.trough = load.trough.value_or(0.4);
    }
    demand.peak_at = load.peak_at ? load.peak_at->since_monday.in_seconds() : 14.0 * 3600.0;
    demand.weekend = load.weekend.value_or(1.0);
    demand.growth = load.growth.value_or(0.0);
    demand.start = experiment.start ? experiment.start->since_monday.in_seconds() : 0.0;
    return demand;
}

Program Assembler::run() {
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) group_ids_.emplace(scenario_.groups[g].id, g);
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) service_ids_.emplace(scenario_.services[s].id, s);
    for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) store_ids_.emplace(scenario_.stores[s].id, s);
    available_.assign(draft_.hosts.size(), none<LineId>);
    serving_line_.assign(draft_.hosts.size(), none<LineId>);
    balancer_lines_.assign(scenario_.balancers.size(), none<LineId>);
    address_lines_.assign(scenario_.balancers.size(), none<LineId>);
    balancer_ids_.assign(scenario_.balancers.size(), none<BalancerId>);
    own_line_.assign(draft_.hosts.size(), none<LineId>);
    group_gate_.assign(scenario_.groups.size(), none<GateId>);
    service_lines_.assign(scenario_.services.size(), none<LineId>);

    number_units();
    number_slow_modes();
    find_referenced_hosts();
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        if (!stands_for_others(draft_.hosts[h].name)) wire_host(h);
    }
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) wire_group(g);
    for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) wire_store(s);
    for (std::uint32_t b = 0; b < scenario_.balancers.size(); ++b) wire_address(b);
    list_copies_by_host();
    find_planned_handovers();
    add_corruptions();
    for (std::uint32_t b = 0; b < scenario_.balancers.size(); ++b) balancer_line(b);
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) service_line(s);
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) wire_start(s);
    for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) {
        wire_conditions(program_.failovers[s], scenario_.stores[s].failover);
    }
    for (std::uint32_t b = 0; b < scenario_.balancers.size(); ++b) {
        if (!exists(address_lines_[b])) continue;
        const HostId address =
            static_cast<HostId>(draft_.by_name.at("balancer:" + scenario_.balancers[b].id + ":address"));
        wire_conditions(program_.failovers[+program_.hosts[+address].failover], scenario_.balancers[b].failover);
    }
    list_endpoints_by_host();
    wire_plans();
    set_clocks();
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) add_reactions(h);
    add_subjects();
    add_scalings();
    add_strikes();
    add_deploys();
    add_backups();
    find_narrow_stores();
    follow_places();
    finish();
    return std::move(program_);
}

SubjectId Assembler::add_subject(Subject subject) {
    const auto id = static_cast<SubjectId>(program_.subjects.size());
    if (exists(subject.line)) gates_.set_subject(subject.line, id);
    program_.subjects.push_back(std::move(subject));
    return id;
}

void Assembler::add_subjects() {
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) {
        const auto& service = scenario_.services[s];
        Subject subject{Subject::Kind::service, "service:" + service.id, service_lines_[s], none<UnitId>, {}};
        if (service.objective.slo) subject.slo = *service.objective.slo;
        subject.entry = entry_of(s);
        if (service.load) subject.demand = demand_of(*service.load, scenario_.experiment);
        add_spikes(service.id, subject.demand);
        if (service.up_when) {
            // More than a share is that share and what no state of a system tells from it.
            constexpr double least_excess = 1e-9;
            subject.up_share = service.up_when->served_share * (service.up_when->above ? 1.0 + least_excess : 1.0);
            subject.overload_label = static_cast<std::uint32_t>(program_.labels.size());
            program_.labels.push_back(subject.name + ":overload");
        }
        if (service.load) {
            subject.retries = static_cast<double>(service.load->retries.value_or(0));
            if (service.load->retry_budget) subject.retry_budget = *service.load->retry_budget;
        }
        subject.slo_terms = slo_terms_of(service.objective, subject);
        subject.rto = limits_of(service.objective.rto);
        subject.rpo = limits_of(service.objective.rpo);
        add_subject(std::move(subject));
    }
    program_.service_count = static_cast<std::uint32_t>(program_.subjects.size());
    for (std::uint32_t s = 0; s < program_.service_count; ++s) add_undegraded(s);
    program_.undegraded_end = static_cast<std::uint32_t>(program_.subjects.size());
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) {
        program_.groups.push_back({add_subject({Subject::Kind::group,
                                                "group:" + scenario_.groups[g].id,
                                                gates_.line(group_gate_[g], 1),
                                                none<UnitId>,
                                                {}}),
                                   {}});
    }
    for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) {
        const std::string name = "store:" + scenario_.stores[s].id;
        Subject subject{Subject::Kind::store, name, store_lines_[s], none<UnitId>, {}};
        subject.failover = program_.hosts[draft_.by_name.at(name)].failover;
        add_subject(std::move(subject));
    }
    for (std::uint32_t b = 0; b < scenario_.balancers.size(); ++b) {
        const std::string name = "balancer:" + scenario_.balancers[b].id;
        Subject subject{Subject::Kind::balancer, name, balancer_lines_[b], none<UnitId>, {}};
        const auto address = draft_.by_name.find(name + ":address");
        if (address != draft_.by_name.end()) subject.failover = program_.hosts[address->second].failover;
        add_subject(std::move(subject));
    }
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        const HostDraft& host = draft_.hosts[h];
        const bool is_domain = host.name.starts_with("domain:");
        const bool is_single_unit = !exists(available_[h]) && host.own.size() == 1;
        if (stands_for_others(host.name) || (!exists(available_[h]) && !is_single_unit)) continue;
        // Of a member that comes and goes it matters when it serves.
        const bool comes_and_goes =
            host.group < scenario_.groups.size() && scenario::comes_and_goes(scenario_.groups[host.group]);
        const LineId line = comes_and_goes ? serving_line_[h] : available_[h];
        Subject subject{is_domain ? Subject::Kind::domain : Subject::Kind::node, host.name, line, none<UnitId>, {}};
        if (is_single_unit) subject.unit = static_cast<UnitId>(program_.hosts[h].units.begin);
        const SubjectId id = add_subject(std::move(subject));
        if (host.group < program_.groups.size()) program_.groups[host.group].members.push_back(id);
    }
}

void Assembler::add_undegraded(std::uint32_t s) {
    const auto& service = scenario_.services[s];
    if (!service.soft || service.soft->empty()) return;
    std::vector<LineId> lines{service_lines_[s]};
    for (const auto& need : *service.soft) lines.push_back(need_line(need));
    Subject subject{
        Subject::Kind::undegraded, "service:" + service.id + ":undegraded", line_of_all(lines), none<UnitId>, {}};
    subject.undegraded = static_cast<SubjectId>(s);
    program_.subjects[s].undegraded = add_subject(std::move(subject));
}

Range Assembler::add_targets(const std::vector<Strike>& strikes) {
    Range range;
    range.begin = static_cast<std::uint32_t>(program_.targets.size());
    for (const Strike& strike : strikes) { program_.targets.push_back(target_of(program_.hosts[strike.host], strike)); }
    range.end = static_cast<std::uint32_t>(program_.targets.size());
    return range;
}

void Assembler::add_strikes() {
    for (const ShockDraft& draft : draft_.shocks) {
        Shock shock;
        shock.interval = draft_.samplers.add(time_between(*draft.cause), &draft.cause->ttf);
        shock.share = draft.cause->share.value_or(1.0);
        shock.spread_seconds = draft.cause->spread_over.value_or(Duration()).in_seconds();
        shock.targets = add_targets(draft.targets);
        shock.stream = sim::stream_name("cause:" + draft.cause->id);
        program_.shocks.push_back(shock);
    }
    number_resizes();
    for (const OccasionDraft& draft : draft_.occasions) {
        Occasion occasion;
        occasion.at_seconds = draft.event->at->in_seconds() + draft.delay_seconds;
        occasion.resize = resize_of(draft, occasion.at_seconds);
        occasion.restores = draft.event->action->verb == scenario::EventAction::Verb::restore;
        occasion.targets = add_targets(draft.targets);
        program_.occasions.push_back(occasion);
    }
}

/// Events that multiply this service's load.
void Assembler::add_spikes(const std::string& service, Demand& demand) const {
    for (const scenario::Event& event : scenario_.events) {
        const scenario::EventAction& action = *event.action;
        if (action.verb != scenario::EventAction::Verb::scale || !event.enabled.value_or(true)) continue;
        if (action.target.pattern != service) continue;
        const double from = event.at->in_seconds();
        const double length =
            action.lasting ? sim::mean(*action.lasting).in_seconds() : std::numeric_limits<double>::infinity();
        demand.add_spike({from, from + length, action.factor});
    }
}

void Assembler::give_leaves() {
    auto next = static_cast<sim::Leaf>(program_.units.size());
    program_.leaves.starts = next;
    for (StandbyGroup& standby : program_.standbys) {
        standby.first_leaf = next;
        if (exists(standby.start)) next += standby.count;
    }
    program_.leaves.crews = next;
    for (Crew& crew : program_.crews) crew.leaf = next++;
    program_.leaves.orders = next;
    for (Pool& pool : program_.pools) {
        pool.first_leaf = next;
        next += pool.slots;
    }
    program_.leaves.failovers = next;
    for (FailoverGroup& group : program_.failovers) {
        group.stage_leaf = next++;
        group.alarm_leaf = next++;
        group.hold_leaf = next++;
    }
    program_.leaves.returns = next;
    for (FailoverGroup& group : program_.failovers) {
        if (group.waits_to_return()) group.return_leaf = next++;
        if (group.waits_to_step_down()) group.step_down_leaf = next++;
        if (group.serves_while_copying) group.copying_leaf = next++;
    }
    program_.leaves.copies = next;
    for (Copy& copy : program_.copies) copy.leaf = next++;
    program_.leaves.endpoints = next;
    for (Endpoint& endpoint : program_.endpoints) endpoint.leaf = next++;
    program_.leaves.cohorts = next;
    for (Cohort& cohort : program_.cohorts) cohort.leaf = next++;
    program_.leaves.ramps = next;
    for (std::uint32_t e = 0; e < program_.endpoints.size(); ++e) {
        Endpoint& endpoint = program_.endpoints[e];
        if (program_.balancers[+endpoint.balancer].ramp_step_seconds <= 0.0) continue;
        endpoint.ramp_leaf = next++;
        program_.ramped_endpoints.push_back(static_cast<EndpointId>(e));
    }
    program_.leaves.warm_ups = next;
    for (WarmUp& warm_up : program_.warm_ups) warm_up.leaf = next++;
    program_.leaves.scalings = next;
    for (Scaling& scaling : program_.scalings) scaling.leaf = next++;
    program_.leaves.plans = next;
    for (RecoveryPlan& plan : program_.plans) {
        plan.first_leaf = next;
        next += plan.timer_count();
    }
    program_.leaves.deploys = next;
    for (Deploy& deploy : program_.deploys) deploy.leaf = next++;
    program_.leaves.shocks = next;
    for (Shock& shock : program_.shocks) shock.leaf = next++;
    program_.leaves.occasions = next;
    for (Occasion& occasion : program_.occasions) occasion.leaf = next++;
    program_.leaves.measure = next++;
    program_.leaves.end = next;
}

void Assembler::finish() {
    program_.crews = std::move(draft_.crews);
    program_.pools = std::move(draft_.pools);
    program_.samplers = draft_.samplers.take();
    program_.mean_seconds = draft_.samplers.take_means();
    program_.laws = draft_.samplers.take_laws();
    const std::vector<LineId> renumbered = gates_.flatten(program_);
    for (Subject& subject : program_.subjects) {
        if (exists(subject.line)) subject.line = renumbered[+subject.line];
    }
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        Host& host = program_.hosts[h];
        if (exists(available_[h])) host.available = renumbered[+available_[h]];
        host.domains.begin = static_cast<std::uint32_t>(program_.host_domains.size());
        for (const std::uint32_t domain : draft_.hosts[h].domains) {
            if (!exists(available_[domain])) continue;
            program_.host_domains.push_back(renumbered[+available_[domain]]);
            program_.domains_of_hosts.push_back(static_cast<HostId>(domain));
        }
        host.domains.end = static_cast<std::uint32_t>(program_.host_domains.size());
    }
    find_lines_of_backups();
    for (LineId& line : program_.failover_lines) line = renumbered[+line];
    for (Endpoint& endpoint : program_.endpoints) endpoint.works = renumbered[+endpoint.works];
    for (Latch& latch : program_.latches) {
        latch.goes_on = renumbered[+latch.goes_on];
        latch.starts = renumbered[+latch.starts];
    }
    for (RecoveryPlan& plan : program_.plans) {
        for (PlanCondition& condition : plan.conditions) condition.line = renumbered[+condition.line];
        if (plan.fails_back) plan.back_when = renumbered[+plan.back_when];
    }
    for (WarmUp& warm_up : program_.warm_ups) warm_up.serves = renumbered[+warm_up.serves];
    for (Balancer& balancer : program_.balancers) {
        if (exists(balancer.available)) balancer.available = renumbered[+balancer.available];
    }
    for (const HostDraft& host : draft_.hosts) program_.host_capacity.push_back(host.capacity);
    give_leaves();
    program_.horizon = options_.horizon.in_seconds();
    program_.measure_from = options_.warm_up.in_seconds();
    add_costs();
    program_.steady_ages = options_.steady_ages;
    program_.scale =
        sim::TickScale::for_span(options_.horizon + options_.warm_up, sim::EventSet::tick_bits(program_.leaves.end));
    if (scenario_.experiment.at) {
        for (const Duration instant : *scenario_.experiment.at) program_.instants.push_back(instant.in_seconds());
        std::sort(program_.instants.begin(), program_.instants.end());
    }
}

Program assemble(const scenario::Scenario& scenario, Draft draft, const Options& options) {
    return Assembler(scenario, std::move(draft), options).run();
}

Options options_of(const scenario::Scenario& scenario) {
    Options options;
    options.horizon = scenario.experiment.horizon.value_or(Duration::years(1.0));
    options.steady_ages = scenario.experiment.ages && *scenario.experiment.ages == scenario::Ages::steady;
    return options;
}

Program compile(const scenario::Scenario& scenario, const Options& options) {
    Draft draft = draft_hosts(scenario);
    draft_deploys(scenario, draft);
    draft_strikes(scenario, draft);
    return assemble(scenario, std::move(draft), options);
}

}  // namespace nines::compile
