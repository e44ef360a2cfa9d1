// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/gradual_changes.hpp"

#include <cmath>
#include <utility>

#include "models/engine/rotation.hpp"

namespace nines::observe {

using Kind = TraceEvent::Kind;

namespace {

TraceEvent event_of(Kind kind, const std::string& subject) {
    TraceEvent event;
    event.kind = kind;
    event.subject = subject;
    return event;
}

}  // namespace

void GradualChanges::begin(const engine::DiscreteState& state) {
    behind_.assign(program_->balancers.size(), 0.0);
    ramps_.assign(state.endpoints.size(), 0);
    warmth_ = state.warmth;
    resized_ = state.resized;
}

std::vector<TraceEvent> GradualChanges::look(const engine::DiscreteState& state, BalancerId id) {
    std::vector<TraceEvent> events;
    look_at_clients(state, id, events);
    const Range endpoints = program_->balancers[+id].endpoints;
    for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) look_at_target(state, e, events);
    return events;
}

void GradualChanges::look_at_clients(const engine::DiscreteState& state, BalancerId id,
                                     std::vector<TraceEvent>& events) {
    constexpr double rounding = 1e-9;
    const Balancer& balancer = program_->balancers[+id];
    const double behind = engine::share_behind(*program_, state, balancer);
    if (std::abs(behind - std::exchange(behind_[+id], behind)) < rounding) return;
    events.push_back(event_of(Kind::clients_follow, program_->hosts[+balancer.host].name));
    events.back().share = behind;
}

void GradualChanges::look_at_target(const engine::DiscreteState& state, std::uint32_t endpoint,
                                    std::vector<TraceEvent>& events) {
    const Endpoint& of = program_->endpoints[endpoint];
    const std::string& target = program_->hosts[+of.host].name;
    const std::uint8_t ramp = state.endpoints[endpoint].ramp;
    const bool had_part = std::exchange(ramps_[endpoint], ramp) != 0;
    if (had_part && ramp == 0 && state.endpoints[endpoint].in_rotation) {
        const HostId balancer = program_->balancers[+of.balancer].host;
        events.push_back(event_of(Kind::whole_share, program_->hosts[+balancer].name));
        events.back().copy = target;
    }
    if (program_->capacity_rules.empty()) return;
    const CapacityRules& rules = program_->capacity_rules[+of.host];
    for (std::uint32_t r = rules.resizes.begin; r < rules.resizes.end; ++r) {
        if (state.resized[r] == std::exchange(resized_[r], state.resized[r])) continue;
        events.push_back(event_of(Kind::resized, target));
        events.back().capacity = program_->resizes[r].capacity;
    }
    if (!exists(rules.warm_up)) return;
    const std::uint8_t warmth = state.warmth[+rules.warm_up];
    const std::uint8_t before = std::exchange(warmth_[+rules.warm_up], warmth);
    if (before != 1 && warmth == 1) events.push_back(event_of(Kind::warming_up, target));
    if (before != engine::ramp::warm && warmth == engine::ramp::warm) {
        events.push_back(event_of(Kind::warmed_up, target));
    }
}

}  // namespace nines::observe
