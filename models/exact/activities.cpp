// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/activities.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

namespace nines::exact {

Activities::Fit Activities::fit(const sim::Law& law, int most_phases) {
    sim::FitOptions options;
    options.most_phases = most_phases;
    const auto result = sim::fit_phase_type(law, options);
    if (const auto* failure = std::get_if<sim::FitFailure>(&result)) {
        return {{0.0, {1.0}, {0.0}}, fmt::format("{}: {}", sim::to_text(law), failure->message), {}};
    }
    const auto& fitted = std::get<sim::PhaseFit>(result);
    if (fitted.exact) return {fitted.time, {}, {}};
    return {fitted.time,
            {},
            Approximation{sim::to_text(law), fitted.time.phase_count(), fitted.method, fitted.mean_error,
                          fitted.cv_error, fitted.p95_error}};
}

Activities::Activities(const Program& program, int most_phases) {
    for (const sim::Law& law : program.laws) {
        fits_.push_back(fit(law, most_phases));
        by_sampler_.emplace_back(std::span(&fits_.back().time, 1));
    }
    for (const Crew& crew : program.crews) {
        std::vector<sim::PhaseType> parts;
        if (exists(crew.ack)) parts.push_back(fits_[+crew.ack].time);
        if (exists(crew.travel)) parts.push_back(fits_[+crew.travel].time);
        responses_.push_back(parts.empty() ? std::nullopt : std::optional<Activity>(parts));
    }
    for (const Shock& shock : program.shocks) {
        delays_.emplace_back();
        delay_fits_.emplace_back();
        if (shock.spread_seconds <= 0.0) continue;
        const sim::Law spread{sim::Uniform{Duration::seconds(0.0), Duration::seconds(shock.spread_seconds)}};
        delay_fits_.back() = fit(spread, most_phases);
        delays_.back().emplace(std::span(&delay_fits_.back()->time, 1));
    }
}

std::vector<const Activities::Fit*> Activities::fits_in(const Program& program, const Scope& scope) const {
    std::vector<const Fit*> found;
    const auto add = [&](SamplerId sampler) {
        if (exists(sampler)) found.push_back(&fits_[+sampler]);
    };
    for (const HostId id : scope.hosts) {
        const Host& host = program.hosts[+id];
        if (exists(host.standby)) add(program.standbys[+host.standby].start);
        if (exists(host.failover)) {
            const FailoverGroup& group = program.failovers[+host.failover];
            for (const SamplerId takes :
                 {group.restart, group.detect_crash, group.detect_silent, group.decide.takes, group.fence.takes,
                  group.promote.takes, group.redirect.takes, group.warm.takes, group.ack, group.consult,
                  group.by_hand.takes, group.cold_start, group.stall, group.false_alarm, group.hold,
                  group.switchover.takes, group.failback, group.step_down}) {
                add(takes);
            }
        }
        if (exists(host.plan)) {
            const RecoveryPlan& plan = program.plans[+host.plan];
            for (const SamplerId takes : {plan.ack, plan.consult, plan.travel, plan.back_after}) add(takes);
            for (const PlanCondition& condition : plan.conditions) add(condition.lasting);
            for (const PlanStep& step : plan.steps) add(step.takes);
        }
        for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
            const Copy& copy = program.copies[+program.copies_of_hosts[c]];
            add(copy.rewind);
            add(copy.refill);
        }
        for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
            const Unit& unit = program.units[u];
            add(unit.time_to_failure);
            add(unit.time_to_repair);
            if (!exists(unit.care)) continue;
            const Care& care = program.cares[+unit.care];
            add(care.notice);
            if (!exists(care.crew)) continue;
            add(program.crews[+care.crew].ack);
            add(program.crews[+care.crew].travel);
        }
    }
    for (const HostId id : scope.hosts) {
        const BalancerId balancer = program.hosts[+id].balancer;
        if (!exists(balancer)) continue;
        const Balancer& of = program.balancers[+balancer];
        for (const SamplerId takes : {of.detect_crash, of.detect_silent, of.back, of.false_alarm}) add(takes);
    }
    for (const PoolId pool : scope.pools) add(program.pools[+pool].reorder);
    for (const ShockId shock : scope.shocks) {
        add(program.shocks[+shock].interval);
        if (delay_fits_[+shock]) found.push_back(&*delay_fits_[+shock]);
    }
    return found;
}

std::vector<std::string> Activities::failures_in(const Program& program, const Scope& scope) const {
    std::vector<std::string> failures;
    for (const Fit* fit : fits_in(program, scope)) {
        if (!fit->failure.empty() && std::ranges::find(failures, fit->failure) == failures.end()) {
            failures.push_back(fit->failure);
        }
    }
    return failures;
}

std::vector<Approximation> Activities::approximations_in(const Program& program,
                                                         const std::vector<Scope>& scopes) const {
    std::vector<Approximation> found;
    for (const Scope& scope : scopes) {
        for (const Fit* fit : fits_in(program, scope)) {
            if (fit->approximation && std::ranges::find(found, *fit->approximation) == found.end()) {
                found.push_back(*fit->approximation);
            }
        }
    }
    return found;
}

}  // namespace nines::exact
