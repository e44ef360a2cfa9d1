// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/flow_meter.hpp"

#include <algorithm>

namespace nines::observe {

namespace {

void mark(const Program& program, BalancerId id, std::uint32_t service,
          std::vector<std::vector<std::uint32_t>>& services_of_balancer) {
    std::vector<std::uint32_t>& services = services_of_balancer[+id];
    if (std::find(services.begin(), services.end(), service) != services.end()) return;
    services.push_back(service);
    const Range endpoints = program.balancers[+id].endpoints;
    for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
        if (exists(program.endpoints[e].next)) mark(program, program.endpoints[e].next, service, services_of_balancer);
    }
}

}  // namespace

FlowMeter::FlowMeter(const Program& program)
    : program_(&program), services_of_balancer_(program.balancers.size()), flows_(program.service_count) {
    const double end = program.measure_from + program.horizon;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        const Subject& subject = program.subjects[s];
        is_counted_.push_back(subject.counts_requests());
        offered_.push_back(subject.demand.exists() ? subject.demand.offered(program.measure_from, end)
                                                   : program.horizon);
        highest_demand_.push_back(subject.demand.highest(end));
        if (!exists(subject.entry)) continue;
        mark(program, subject.entry, s, services_of_balancer_);
        std::vector<BalancerId> balancers;
        for (std::uint32_t b = 0; b < program.balancers.size(); ++b) {
            const std::vector<std::uint32_t>& services = services_of_balancer_[b];
            const bool is_on_way = std::find(services.begin(), services.end(), s) != services.end();
            if (is_on_way) balancers.push_back(static_cast<BalancerId>(b));
        }
        flows_[s].overload = Overload(program, subject, balancers);
    }
}

void FlowMeter::begin(const engine::DiscreteState& state) {
    for (std::uint32_t s = 0; s < flows_.size(); ++s) {
        if (!counts(s)) continue;
        flows_[s].since = 0.0;
        flows_[s].served = 0.0;
        flows_[s].marks_passed = 0;
        if (!flows_[s].marks.empty()) flows_[s].next_mark = flows_[s].marks.front();
        flows_[s].is_down = false;
        flows_[s].is_held = false;
        flows_[s].overload.begin();
        engine::find_flow(*program_, state, program_->subjects[s], flows_[s].flow);
    }
}

void FlowMeter::measure() {
    for (ServiceFlow& of : flows_) of.served = 0.0;
}

void FlowMeter::count_until(std::uint32_t service, const std::vector<double>& marks) {
    ServiceFlow& of = flows_[service];
    of.marks.clear();
    for (const double mark : marks) of.marks.push_back(program_->measure_from + mark);
    of.answered.assign(marks.size(), 0.0);
}

/// What was answered until those marks that lie within the time that is being counted.
[[gnu::noinline]] void FlowMeter::pass_marks(std::uint32_t service, double until) {
    ServiceFlow& of = flows_[service];
    for (; of.marks_passed < of.marks.size() && of.marks[of.marks_passed] <= until; ++of.marks_passed) {
        const double mark = std::max(of.since, of.marks[of.marks_passed]);
        of.answered[of.marks_passed] = of.served + answered_within(service, of.since, mark);
    }
    of.next_mark = of.marks_passed < of.marks.size() ? of.marks[of.marks_passed] : engine::Flow::endless;
}

const std::vector<double>& FlowMeter::answered_until(std::uint32_t service) {
    ServiceFlow& of = flows_[service];
    // The end of the horizon, in whole ticks of the clock.
    for (; of.marks_passed < of.marks.size(); ++of.marks_passed) of.answered[of.marks_passed] = of.served;
    return of.answered;
}

double FlowMeter::answered_share(std::uint32_t service) const {
    constexpr double rounding = 1e-12;
    const double share = flows_[service].served / offered_[service];
    return share > 1.0 - rounding ? 1.0 : share;
}

}  // namespace nines::observe
