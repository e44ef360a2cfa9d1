// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/plan_watch.hpp"

#include <algorithm>

namespace nines::observe {

using engine::PlanNews;

PlanWatch::PlanWatch(const Program& program)
    : program_(&program), seconds_per_tick_(program.scale.seconds_per_tick()), plans_(program.plans.size()) {}

void PlanWatch::begin(bool measuring) {
    std::fill(plans_.begin(), plans_.end(), State{});
    measuring_ = measuring;
}

void PlanWatch::measure() {
    measuring_ = true;
    for (State& state : plans_) {
        state.done = state.failed = 0;
        state.seconds = state.people_seconds = 0.0;
    }
}

void PlanWatch::count_failure(State& state) const {
    if (measuring_ && !state.has_failed) ++state.failed;
    state.has_failed = true;
}

void PlanWatch::plan(PlanId id, PlanNews news, std::uint32_t step, sim::Tick now) {
    State& state = plans_[+id];
    switch (news) {
        case PlanNews::begins: {
            const double lasting = program_->plans[+id].conditions[step].lasting_seconds;
            const sim::Tick ticks = program_->scale.ticks(lasting);
            state.down_since = now > ticks ? now - ticks : 0;
            state.begun = now;
            state.people = 0;
            state.has_failed = false;
            return;
        }
        case PlanNews::decided: state.people = now - state.begun; return;
        case PlanNews::sets_out: state.set_out = now; return;
        case PlanNews::arrived: state.people += now - state.set_out; return;
        case PlanNews::done: {
            if (!measuring_) return;
            const double seconds = static_cast<double>(now - state.down_since) * seconds_per_tick_;
            ++state.done;
            state.seconds += seconds;
            state.people_seconds += static_cast<double>(state.people) * seconds_per_tick_;
            tally_->plans[+id].times.sizes.add(seconds);
            return;
        }
        case PlanNews::failed:
        case PlanNews::stuck: return count_failure(state);
        case PlanNews::answered:
        case PlanNews::step_done:
        case PlanNews::given_up:
        case PlanNews::goes_on:
        case PlanNews::fails_back:
        case PlanNews::is_back:
        case PlanNews::not_back: return;
    }
}

void PlanWatch::finish() {
    for (std::size_t p = 0; p < plans_.size(); ++p) {
        const State& state = plans_[p];
        PlanTally& tally = tally_->plans[p];
        tally.done.add(state.done);
        tally.failed.add(state.failed);
        if (state.done == 0) continue;
        tally.times.per_trial.add(state.done, state.seconds);
        tally.people.add(state.seconds, state.people_seconds);
    }
}

namespace {

/// Visits the hosts whose roles a line hears of, also those that its balancers send to.
class HostsBehind {
public:
    explicit HostsBehind(const Program& program)
        : program_(program), seen_(program.gates.size(), false), is_behind_(program.hosts.size(), false) {}

    const std::vector<bool>& of(LineId line) {
        visit(program_.lines[+line].gate);
        return is_behind_;
    }

private:
    void visit(GateId gate) {
        if (seen_[+gate]) return;
        seen_[+gate] = true;
        if (const HostId host = program_.role_of_gate[+gate]; exists(host)) visit_host(program_.hosts[+host], host);
        const Range lines = program_.gate_lines[+gate];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
            visit(program_.lines[+program_.lines_of_gates[l]].gate);
        }
    }

    void visit_host(const Host& host, HostId id) {
        is_behind_[+id] = true;
        if (!exists(host.balancer)) return;
        const Range endpoints = program_.balancers[+host.balancer].endpoints;
        for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
            visit(program_.lines[+program_.endpoints[e].works].gate);
        }
    }

    const Program& program_;
    std::vector<bool> seen_;
    std::vector<bool> is_behind_;
};

bool moves_any(const Program& program, const RecoveryPlan& plan, const std::vector<bool>& hosts) {
    return std::any_of(plan.steps.begin(), plan.steps.end(), [&](const PlanStep& step) {
        const bool promotes = std::any_of(
            step.promotions.begin(), step.promotions.end(),
            [&](const PlannedPromotion& promotion) { return hosts[+program.failovers[+promotion.failover].host]; });
        const bool scales = exists(step.standby) && hosts[program.standbys[+step.standby].first_host];
        return promotes || scales || (exists(step.balancer) && hosts[+program.balancers[+step.balancer].host]);
    });
}

}  // namespace

std::vector<std::vector<std::uint32_t>> services_of_plans(const Program& program) {
    std::vector<std::vector<std::uint32_t>> services(program.plans.size());
    if (program.plans.empty()) return services;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        const LineId line = program.subjects[s].line;
        if (!exists(line)) continue;
        HostsBehind behind(program);
        const std::vector<bool>& hosts = behind.of(line);
        for (std::size_t p = 0; p < program.plans.size(); ++p) {
            if (moves_any(program, program.plans[p], hosts)) services[p].push_back(s);
        }
    }
    return services;
}

}  // namespace nines::observe
