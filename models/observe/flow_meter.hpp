// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/flow.hpp"

namespace nines::observe {

using namespace nines::compile;

/// Measures what becomes of users' requests: how many are answered, and when too few are. Between two changes of the
/// state both follow from the demand in closed form, so that nothing happens at daybreak.
class FlowMeter {
public:
    explicit FlowMeter(const Program& program);

    /// The service's requests are counted: it has a balancer, a demand, or is up by what is served.
    bool counts(std::uint32_t service) const { return is_counted_[service]; }
    /// Whether it is up depends on what is served, not on its line.
    bool decides(std::uint32_t service) const { return program_->subjects[service].up_share > 0.0; }
    /// Services whose requests pass this balancer.
    const std::vector<std::uint32_t>& services_of(BalancerId id) const { return services_of_balancer_[+id]; }

    /// The trial begins; everything is counted from now on.
    void begin(const engine::DiscreteState& state);
    /// The measured span begins: forget what was counted.
    void measure();

    /// Counts up to `now`, in the state as it was until now. Calls down(seconds) and up(seconds), in order, for each
    /// change of a service that is up by what is served.
    template <class Down, class Up>
    void advance(std::uint32_t service, double now, Down down, Up up) {
        ServiceFlow& of = flows_[service];
        if (now <= of.since) return;
        const Demand& demand = program_->subjects[service].demand;
        of.served += demand.exists() ? of.flow.served(demand, of.since, now) : of.flow.answered() * (now - of.since);
        if (decides(service) && demand.exists() && of.may_fall_short) {
            demand.spans_above(of.highest_rate, of.since, now, [&](double begin, double end) {
                if (!of.is_down) down(begin);
                of.is_down = end >= now;
                if (!of.is_down) up(end);
            });
        }
        of.since = now;
    }

    /// Looks at the state as it is from now on. Calls down(now) or up(now) if that changes the service. True if the
    /// service is down now or may come to be down in this state.
    template <class Down, class Up>
    bool settle(std::uint32_t service, const engine::DiscreteState& state, double now, Down down, Up up) {
        ServiceFlow& of = flows_[service];
        const Subject& subject = program_->subjects[service];
        engine::find_flow(*program_, state, subject, of.flow);
        if (!decides(service)) return false;
        of.highest_rate = of.flow.highest_rate(subject.up_share);
        const double rate = subject.demand.exists() ? subject.demand.rate(now) : 1.0;
        const bool is_down = rate > of.highest_rate;
        of.may_fall_short = subject.demand.exists() && highest_demand_[service] > of.highest_rate;
        const bool changes = is_down != of.is_down;
        of.is_down = is_down;
        if (changes && is_down) down(now);
        if (changes && !is_down) up(now);
        return is_down || of.may_fall_short;
    }

    /// Requests of the measured span that were answered, as a share of those that came. Precondition: it was advanced
    /// to the end.
    double answered_share(std::uint32_t service) const;

private:
    struct ServiceFlow {
        engine::Flow flow;
        double since = 0.0;
        double served = 0.0;
        double highest_rate = std::numeric_limits<double>::infinity();  ///< At which it is still up.
        bool may_fall_short = false;
        bool is_down = false;
    };

    const Program* program_;
    std::vector<bool> is_counted_;
    std::vector<double> offered_;  ///< By service, within the measured span.
    std::vector<double> highest_demand_;
    std::vector<std::vector<std::uint32_t>> services_of_balancer_;
    std::vector<ServiceFlow> flows_;
};

}  // namespace nines::observe
