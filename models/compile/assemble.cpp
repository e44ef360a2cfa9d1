// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"

namespace nines::compile {

Program Assembler::run() {
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) group_ids_.emplace(scenario_.groups[g].id, g);
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) service_ids_.emplace(scenario_.services[s].id, s);
    available_.assign(draft_.hosts.size(), none<LineId>);
    own_line_.assign(draft_.hosts.size(), none<LineId>);
    group_gate_.assign(scenario_.groups.size(), none<GateId>);
    service_lines_.assign(scenario_.services.size(), none<LineId>);

    number_units();
    find_referenced_hosts();
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        if (!draft_.hosts[h].name.starts_with("service:")) wire_host(h);
    }
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) wire_group(g);
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) service_line(s);
    set_clocks();
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) add_reactions(h);
    add_subjects();
    add_strikes();
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
        add_subject(std::move(subject));
    }
    program_.service_count = static_cast<std::uint32_t>(program_.subjects.size());
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) {
        program_.groups.push_back({add_subject({Subject::Kind::group,
                                                "group:" + scenario_.groups[g].id,
                                                gates_.line(group_gate_[g], 1),
                                                none<UnitId>,
                                                {}}),
                                   {}});
    }
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        const HostDraft& host = draft_.hosts[h];
        const bool is_domain = host.name.starts_with("domain:");
        const bool is_single_unit = !exists(available_[h]) && host.own.size() == 1;
        if (host.name.starts_with("service:") || (!exists(available_[h]) && !is_single_unit)) continue;
        Subject subject{
            is_domain ? Subject::Kind::domain : Subject::Kind::node, host.name, available_[h], none<UnitId>, {}};
        if (is_single_unit) subject.unit = static_cast<UnitId>(program_.hosts[h].units.begin);
        const SubjectId id = add_subject(std::move(subject));
        if (host.group < program_.groups.size()) program_.groups[host.group].members.push_back(id);
    }
}

Range Assembler::add_targets(const std::vector<Strike>& strikes) {
    Range range;
    range.begin = static_cast<std::uint32_t>(program_.targets.size());
    for (const Strike& strike : strikes) {
        program_.targets.push_back(static_cast<UnitId>(program_.hosts[strike.host].units.begin + strike.unit));
    }
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
    for (const OccasionDraft& draft : draft_.occasions) {
        Occasion occasion;
        occasion.at_seconds = draft.event->at->in_seconds();
        occasion.restores = draft.event->action->verb == scenario::EventAction::Verb::restore;
        occasion.targets = add_targets(draft.targets);
        program_.occasions.push_back(occasion);
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
            if (exists(available_[domain])) program_.host_domains.push_back(renumbered[+available_[domain]]);
        }
        host.domains.end = static_cast<std::uint32_t>(program_.host_domains.size());
    }
    give_leaves();
    program_.horizon = options_.horizon.in_seconds();
    program_.measure_from = options_.warm_up.in_seconds();
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
    draft_strikes(scenario, draft);
    return assemble(scenario, std::move(draft), options);
}

}  // namespace nines::compile
