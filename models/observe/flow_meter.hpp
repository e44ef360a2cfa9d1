// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/flow.hpp"
#include "models/observe/overload.hpp"

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

    /// Its pools may stay in overload after what brought it about; see Overload.
    bool may_be_held(std::uint32_t service) const { return flows_[service].overload.can_last(); }
    /// Time goes on from the last change of the state, and the service is down in it only because some pool is still in
    /// overload.
    bool is_held(std::uint32_t service, double now) const {
        const ServiceFlow& of = flows_[service];
        return of.is_down && of.is_held && now > of.since;
    }
    /// Pools that came into overload or out of it, as far as the last advance has seen.
    const std::vector<Overload::Change>& overloads(std::uint32_t service) const {
        return flows_[service].overload.changes();
    }

    /// ... which have been told.
    void forget_overloads(std::uint32_t service) { flows_[service].overload.forget_changes(); }

    /// Counts up to `now`, in the state as it was until now. Calls down(seconds) and up(seconds), in order, for each
    /// change of a service that is up by what is served.
    template <class Down, class Up>
    void advance(std::uint32_t service, double now, Down down, Up up) {
        ServiceFlow& of = flows_[service];
        if (now <= of.since) return;
        if (of.overload.can_last()) return advance_by_overload(service, now, down, up);
        count(service, now, down, up);
        of.since = now;
    }

    /// Looks at the state as it is from now on. Calls down(now) or up(now) if that changes the service. True if the
    /// service is down now or may come to be down in this state.
    template <class Down, class Up>
    bool settle(std::uint32_t service, const engine::DiscreteState& state, double now, Down down, Up up) {
        ServiceFlow& of = flows_[service];
        const Subject& subject = program_->subjects[service];
        engine::find_flow(*program_, state, subject, of.flow);
        const double rate = subject.demand.exists() ? subject.demand.rate(now) : 1.0;
        const bool may_be_held = of.overload.can_last();
        if (may_be_held) of.overload.settle(of.flow, rate, now);
        if (!decides(service)) return false;
        of.flow.find_short(subject.up_share, of.short_of);
        of.is_held = may_be_held && of.overload.lasts(of.flow, rate);
        const bool is_down = of.lacks_at(rate);
        of.may_fall_short = subject.demand.exists() && (may_be_held || highest_demand_[service] > of.first_lack());
        const bool changes = is_down != of.is_down;
        of.is_down = is_down;
        if (changes && is_down) down(now);
        if (changes && !is_down) up(now);
        return is_down || of.may_fall_short;
    }

    /// Requests of the measured span that were answered, as a share of those that came. Precondition: it was advanced
    /// to the end.
    double answered_share(std::uint32_t service) const;

    /// From now on also counts how many of the service's requests were answered until each of these instants, seconds
    /// after the measured span begins, in order.
    void count_until(std::uint32_t service, const std::vector<double>& marks);
    /// Those numbers, at the end of a trial.
    const std::vector<double>& answered_until(std::uint32_t service);

private:
    struct ServiceFlow {
        engine::Flow flow;
        double since = 0.0;
        double served = 0.0;
        std::vector<engine::Flow::Band> short_of;  ///< Rates at which it is down.
        Overload overload;
        double next_mark = engine::Flow::endless;  ///< The next of `marks`.
        std::size_t marks_passed = 0;
        std::vector<double> marks;     ///< Seconds of simulated time.
        std::vector<double> answered;  ///< Until each of them.
        bool is_held = false;
        bool may_fall_short = false;
        bool is_down = false;

        bool lacks_at(double rate) const {
            for (const engine::Flow::Band& band : short_of) {
                if (band.has(rate)) return true;
            }
            return false;
        }
        double first_lack() const { return short_of.empty() ? engine::Flow::endless : short_of.front().above; }
    };

    /// Requests answered within [from, until), in the state as it is.
    double answered_within(std::uint32_t service, double from, double until) const {
        const engine::Flow& flow = flows_[service].flow;
        const Demand& demand = program_->subjects[service].demand;
        return demand.exists() ? flow.served(demand, from, until) : flow.answered() * (until - from);
    }
    void pass_marks(std::uint32_t service, double until);

    /// Counts up to `until`, in the state and the overload as they were until then.
    template <class Down, class Up>
    void count(std::uint32_t service, double until, const Down& down, const Up& up) {
        ServiceFlow& of = flows_[service];
        const Demand& demand = program_->subjects[service].demand;
        if (until >= of.next_mark) pass_marks(service, until);
        of.served += answered_within(service, of.since, until);
        if (!decides(service) || !demand.exists() || !of.may_fall_short) return;
        demand.spans_within(of.short_of, of.since, until, [&](double begin, double end) {
            if (!of.is_down) down(begin);
            of.is_down = end >= until;
            if (!of.is_down) up(end);
        });
    }

    /// From one change of the overload to the next.
    template <class Down, class Up>
    void advance_by_overload(std::uint32_t service, double now, const Down& down, const Up& up) {
        ServiceFlow& of = flows_[service];
        const Subject& subject = program_->subjects[service];
        of.overload.forget_changes();
        of.overload.pass(of.since);
        while (of.since < now) {
            const double next = of.overload.next_change(subject.demand, of.flow, of.since, now);
            if (next > of.since) count(service, next, down, up);
            of.since = next;
            if (next >= now) return;
            of.overload.change(of.flow, subject.demand, next, now);
            if (!decides(service)) continue;
            of.flow.find_short(subject.up_share, of.short_of);
            const double until = of.overload.next_change(subject.demand, of.flow, next, now);
            bool is_down = false;
            subject.demand.spans_within(of.short_of, next, until, [&](double begin, double) {
                constexpr double touching = 1e-6;
                is_down = is_down || begin < next + touching;
            });
            if (is_down == of.is_down) continue;
            of.is_down = is_down;
            is_down ? down(next) : up(next);
        }
    }

    const Program* program_;
    std::vector<bool> is_counted_;
    std::vector<double> offered_;  ///< By service, within the measured span.
    std::vector<double> highest_demand_;
    std::vector<std::vector<std::uint32_t>> services_of_balancer_;
    std::vector<ServiceFlow> flows_;
};

}  // namespace nines::observe
