// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/load_alarms.hpp"

#include <algorithm>
#include <cmath>

namespace nines::engine {

LoadAlarms::LoadAlarms(const Program& program) : program_(&program), place_(program.endpoints.size(), nobody) {
    for (std::uint32_t e = 0; e < program.endpoints.size(); ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!program.balancers[+endpoint.balancer].alarms_by_load.exist() || exists(endpoint.next)) continue;
        place_[e] = static_cast<std::uint32_t>(watched_.size());
        watched_.push_back(static_cast<EndpointId>(e));
    }
    const double end = program.measure_from + program.horizon;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        const Subject& service = program.subjects[s];
        if (!exists(service.entry) || !service.demand.exists()) continue;
        services_.push_back(s);
        highest_demand_.push_back(service.demand.highest(end));
    }
    shares_.resize(watched_.size() * services_.size());
    next_ = shares_;
    highest_.resize(watched_.size());
}

void LoadAlarms::begin() {
    std::fill(highest_.begin(), highest_.end(), none_yet);
}

bool LoadAlarms::may_alarm(const DiscreteState& state, EndpointId id) const {
    return state.endpoints[+id].in_rotation && works(*program_, state, program_->endpoints[+id]);
}

void LoadAlarms::look_at(const DiscreteState& state) {
    std::fill(next_.begin(), next_.end(), 0.0);
    for (std::size_t s = 0; s < services_.size(); ++s) {
        const Traffic traffic = traffic_of(*program_, state, program_->subjects[services_[s]]);
        for_each_server(*program_, state, traffic, [&](const Endpoint& endpoint, const Traffic&, double share) {
            const auto e = static_cast<std::size_t>(&endpoint - program_->endpoints.data());
            if (place_[e] == nobody) return;
            next_[place_[e] * services_.size() + s] += share / capacity_now(*program_, state, endpoint.host);
        });
    }
}

bool LoadAlarms::is_same(std::uint32_t watched) const {
    constexpr double rounding = 1e-12;
    const std::size_t first = watched * services_.size();
    for (std::size_t i = first; i < first + services_.size(); ++i) {
        if (std::abs(shares_[i] - next_[i]) > rounding) return false;
    }
    return true;
}

/// Of the state that was looked at last, in `next_`.
double LoadAlarms::highest_rate(std::uint32_t watched) const {
    double utilisation = 0.0;
    for (std::size_t s = 0; s < services_.size(); ++s) {
        utilisation += next_[watched * services_.size() + s] * highest_demand_[s];
    }
    return rate(watched, utilisation);
}

double LoadAlarms::rate(std::uint32_t watched, double utilisation) const {
    const Endpoint& endpoint = program_->endpoints[+watched_[watched]];
    const AlarmsByLoad& alarms = program_->balancers[+endpoint.balancer].alarms_by_load;
    return alarms.per_second(utilisation);
}

double LoadAlarms::share_of_real(EndpointId id, double seconds) const {
    const std::uint32_t watched = place_[+id];
    double utilisation = 0.0;
    for (std::size_t s = 0; s < services_.size(); ++s) {
        const double share = shares_[watched * services_.size() + s];
        if (share > 0.0) utilisation += share * program_->subjects[services_[s]].demand.rate(seconds);
    }
    return rate(watched, utilisation) / highest_[watched];
}

}  // namespace nines::engine
