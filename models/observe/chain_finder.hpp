// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "models/engine/balancing.hpp"
#include "models/observe/failure_classes.hpp"
#include "sim/kernel/tick.hpp"

namespace nines::observe {

/// These phases say why a failover did not take its ordinary course; the others go without saying.
constexpr bool is_remarkable(FailoverPhase phase) {
    switch (phase) {
        case FailoverPhase::by_hand:
        case FailoverPhase::stalled:
        case FailoverPhase::stranded:
        case FailoverPhase::blocked: return true;
        case FailoverPhase::serving:
        case FailoverPhase::calling:
        case FailoverPhase::consulting:
        case FailoverPhase::restarting:
        case FailoverPhase::detecting:
        case FailoverPhase::deciding:
        case FailoverPhase::fencing:
        case FailoverPhase::promoting:
        case FailoverPhase::redirecting:
        case FailoverPhase::warming:
        case FailoverPhase::starting: break;
    }
    return false;
}

/// Finds the chain of causes that holds a line down at this moment: every failed unit in its cone, in the order in
/// which they failed, and what keeps a store from serving. `down_since` tells when each unit failed.
///
/// Of a store it is what is down on the host of the primary and around it. What is down with the other copies belongs
/// to the chain when none of them can take over, or when the primary itself is well and waits for them.
class ChainFinder {
public:
    explicit ChainFinder(const Program& program) : program_(&program) {
        for (const Subject& subject : program.subjects) {
            if (exists(subject.failover)) stores_.push_back(&subject);
        }
    }

    struct Link {
        sim::Tick since;
        std::uint32_t label;
        bool planned;
        FailureClass failure_class;
    };

    /// The labels, first cause first, repeated labels once. Valid until the next call.
    template <class DownSince>
    const std::vector<std::uint32_t>& find(const engine::DiscreteState& state, LineId line, sim::Tick now,
                                           DownSince down_since) {
        begin();
        collect(state, program_->lines[+line].gate, now, down_since);
        return sorted();
    }

    /// Everything that is down behind a service whose requests are counted: what holds its line down, and every target
    /// of the balancers behind it that does not work.
    template <class DownSince>
    const std::vector<std::uint32_t>& find_behind(const engine::DiscreteState& state, const Subject& service,
                                                  sim::Tick now, DownSince down_since) {
        begin();
        if (!engine::is_up(*program_, state, service.line)) {
            collect(state, program_->lines[+service.line].gate, now, down_since);
        }
        if (exists(service.entry)) collect_targets(state, service.entry, now, down_since);
        return sorted();
    }

    /// Were all links of the last chain planned work?
    bool all_planned() const { return all_planned_; }

    /// Class of the outage that begins now with the last chain: the widest of what has failed at this very instant;
    /// if nothing has, of all links. With a false alarm of a store it is that.
    FailureClass failure_class(sim::Tick now) const {
        if (has_alarm_) return FailureClass::false_alarm;
        auto of_all = FailureClass::node;
        auto of_now = FailureClass::node;
        bool any_now = false;
        for (const Link& link : links_) {
            of_all = wider(of_all, link.failure_class);
            if (link.since != now || width_of(link.failure_class) == 0) continue;
            of_now = wider(of_now, link.failure_class);
            any_now = true;
        }
        return any_now ? of_now : of_all;
    }

private:
    static constexpr std::size_t most_links = 64;
    /// Not a failure: what a failover has come to.
    static constexpr auto no_class = FailureClass::false_alarm;

    void begin() {
        links_.clear();
        visited_.clear();
        has_alarm_ = false;
    }

    const std::vector<std::uint32_t>& sorted() {
        std::sort(links_.begin(), links_.end(),
                  [](const Link& a, const Link& b) { return std::tie(a.since, a.label) < std::tie(b.since, b.label); });
        labels_.clear();
        all_planned_ = !links_.empty();
        for (const Link& link : links_) {
            all_planned_ = all_planned_ && link.planned;
            if (std::find(labels_.begin(), labels_.end(), link.label) == labels_.end()) labels_.push_back(link.label);
        }
        return labels_;
    }

    template <class DownSince>
    void collect_targets(const engine::DiscreteState& state, BalancerId id, sim::Tick now, DownSince down_since) {
        const Balancer& balancer = program_->balancers[+id];
        if (exists(balancer.available) && !engine::is_up(*program_, state, balancer.available)) {
            collect(state, program_->lines[+balancer.available].gate, now, down_since);
        }
        for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
            const Endpoint& endpoint = program_->endpoints[e];
            if (exists(endpoint.next)) collect_targets(state, endpoint.next, now, down_since);
            if (!exists(endpoint.next) && !engine::works(*program_, state, endpoint)) {
                collect(state, program_->lines[+endpoint.works].gate, now, down_since);
            }
        }
    }

    template <class DownSince>
    void collect(const engine::DiscreteState& state, GateId gate, sim::Tick now, DownSince down_since) {
        if (std::find(visited_.begin(), visited_.end(), gate) != visited_.end()) return;
        visited_.push_back(gate);
        const Range units = program_->gate_units[+gate];
        for (std::uint32_t i = units.begin; i < units.end && links_.size() < most_links; ++i) {
            const UnitId unit = program_->units_of_gates[i];
            if (state.phase[+unit] != engine::Phase::working) add_unit(unit, down_since);
        }
        if (const HostId host = program_->role_of_gate[+gate]; exists(host)) collect_role(state, host, now, down_since);
        const Range lines = program_->gate_lines[+gate];
        for (std::uint32_t i = lines.begin; i < lines.end && links_.size() < most_links; ++i) {
            const LineId line = program_->lines_of_gates[i];
            if (!engine::is_up(*program_, state, line)) collect(state, program_->lines[+line].gate, now, down_since);
        }
    }

    template <class DownSince>
    void add_unit(UnitId unit, DownSince down_since) {
        if (links_.size() >= most_links) return;
        links_.push_back({down_since(unit), program_->unit_labels[+unit], program_->unit_planned[+unit],
                          program_->unit_classes[+unit]});
    }

    template <class DownSince>
    void collect_role(const engine::DiscreteState& state, HostId host, sim::Tick now, DownSince down_since) {
        const engine::Role role = state.role[+host];
        if (const FailoverId failover = program_->hosts[+host].failover; exists(failover)) {
            if (role != engine::Role::serving) collect_store(state, failover, now, down_since);
        } else if (const BalancerId balancer = program_->hosts[+host].balancer; exists(balancer)) {
            if (role != engine::Role::serving) collect_targets(state, balancer, now, down_since);
        } else if (role == engine::Role::starting) {
            links_.push_back({now, program_->standbys[+program_->hosts[+host].standby].label, false, no_class});
        }
    }

    template <class DownSince>
    void collect_store(const engine::DiscreteState& state, FailoverId id, sim::Tick now, DownSince down_since) {
        const FailoverGroup& group = program_->failovers[+id];
        const engine::FailoverState& failover = state.failovers[+id];
        const CopyId primary = engine::first_with(*program_, state, id, CopyRole::primary);
        const bool primary_is_lost = exists(primary) && !engine::is_reachable(*program_, state, primary);
        const bool all_matter =
            !primary_is_lost || is_remarkable(failover.phase) || !engine::has_reachable_replica(*program_, state, id);
        const std::size_t first = links_.size();
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            if (failover.is_alarm || (!all_matter && c != +primary)) continue;
            for_each_down(*program_, state, program_->copies[c].host, [&](UnitId unit) { add_unit(unit, down_since); });
        }
        if (failover.is_alarm) {
            has_alarm_ = true;
            links_.push_back({now, stores_[+id]->alarm_label, false, no_class});
        }
        if (is_remarkable(failover.phase)) {
            const auto label = group.first_label + static_cast<std::uint32_t>(failover.phase);
            const auto causes = links_.begin() + static_cast<std::ptrdiff_t>(first);
            const bool planned = causes != links_.end() &&
                                 std::all_of(causes, links_.end(), [](const Link& link) { return link.planned; });
            links_.push_back({now, label, planned, no_class});
        }
    }

    const Program* program_;
    std::vector<const Subject*> stores_;  ///< By failover group.
    std::vector<Link> links_;
    std::vector<GateId> visited_;
    std::vector<std::uint32_t> labels_;
    bool all_planned_ = false;
    bool has_alarm_ = false;
};

}  // namespace nines::observe
