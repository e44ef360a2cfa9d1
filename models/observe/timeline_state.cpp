// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/engine/copies.hpp"
#include "models/observe/timeline.hpp"
#include "models/scenario/translate.hpp"
#include "sim/random/law.hpp"

/// How things stand at an instant.
namespace nines::observe {

const char* word_of(CopyRole role) {
    switch (role) {
        case CopyRole::replica: return translate("models", "replica");
        case CopyRole::primary: return translate("models", "primary");
        case CopyRole::chosen: return translate("models", "about to be primary");
        case CopyRole::absent: return translate("models", "away");
        case CopyRole::stale: return translate("models", "away, behind");
        case CopyRole::lost: return translate("models", "data lost");
        case CopyRole::catching_up: return translate("models", "catching up");
        case CopyRole::refilling: return translate("models", "refilling");
        case CopyRole::rival: return translate("models", "rival primary");
        case CopyRole::restoring: return translate("models", "being restored");
        case CopyRole::replaying: return translate("models", "replaying its log");
        case CopyRole::bare: return translate("models", "without data");
    }
    return "";
}

const char* word_of(engine::Role role) {
    switch (role) {
        case engine::Role::out: return translate("models", "out");
        case engine::Role::serving: return translate("models", "in service");
        case engine::Role::starting: return translate("models", "starting");
        case engine::Role::idle: return translate("models", "stands by");
    }
    return "";
}

SubjectState Timeline::state_at(std::uint32_t course, double seconds) const {
    const Course& of = courses_[course];
    SubjectState state;
    state.course = course;
    state.at = seconds;
    state.span = of.at(seconds);
    const HostId host = hosts_[course];
    switch (of.kind) {
        case Course::Kind::service: add_causes(state, seconds); break;
        case Course::Kind::store: add_store(state, program_->hosts[+host].failover, seconds); break;
        case Course::Kind::balancer: add_shares(state, program_->hosts[+host].balancer, seconds); break;
        case Course::Kind::domain:
        case Course::Kind::node: add_node(state, host, seconds); break;
        case Course::Kind::group:
        case Course::Kind::crew: break;
    }
    return state;
}

std::vector<SubjectState> Timeline::state_at(double seconds) const {
    std::vector<SubjectState> states;
    states.reserve(courses_.size());
    for (std::uint32_t c = 0; c < courses_.size(); ++c) states.push_back(state_at(c, seconds));
    return states;
}

void Timeline::add_causes(SubjectState& state, double seconds) const {
    if (state.span.standing != Standing::down) return;
    const std::vector<std::uint32_t>& own = outages_of_[state.course];
    const auto next = std::upper_bound(own.begin(), own.end(), seconds,
                                       [&](double time, std::uint32_t outage) { return time < outages_[outage].from; });
    if (next != own.begin()) state.causes = trace_.events[outages_[*std::prev(next)].event].causes;
}

void Timeline::add_store(SubjectState& state, FailoverId id, double seconds) const {
    const FailoverPhase phase = trace_.tracks.phases[+id].at(seconds);
    if (phase != FailoverPhase::serving) state.stage = compile::word_of(phase);
    // While one is sought, whoever was primary last still has the role.
    if (!engine::has_primary_at_work(phase)) return;
    const Range copies = program_->failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (trace_.tracks.copies[c].at(seconds) != CopyRole::primary) continue;
        state.primary = program_->hosts[+program_->copies[c].host].name;
    }
}

void Timeline::add_shares(SubjectState& state, BalancerId id, double seconds) const {
    const Balancer& balancer = program_->balancers[+id];
    const TraceTracks& tracks = trace_.tracks;
    state.answered = tracks.answered[+id].at(seconds, 1.0);
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        state.shares.push_back({program_->hosts[+program_->endpoints[e].host].name, tracks.sent[e].at(seconds),
                                tracks.in_rotation[e].at(seconds, true), tracks.works[e].at(seconds, true)});
    }
    const Host* address = nullptr;
    for (const FailoverGroup& group : program_->failovers) {
        const Host& host = program_->hosts[+group.host];
        if (host.name == program_->hosts[+balancer.host].name + ":address") address = &host;
    }
    if (address != nullptr) add_store(state, address->failover, seconds);
}

void Timeline::add_node(SubjectState& state, HostId id, double seconds) const {
    const Host& host = program_->hosts[+id];
    const TraceTracks& tracks = trace_.tracks;
    if (!tracks.roles[+id].empty()) state.roles.emplace_back(word_of(tracks.roles[+id].at(seconds)));
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        const CopyId copy = program_->copies_of_hosts[c];
        const FailoverGroup& group = program_->failovers[+program_->copies[+copy].failover];
        const CopyRole role = tracks.copies[+copy].at(seconds);
        const bool is_data = program_->hosts[+group.host].name.starts_with("store:");
        std::string word = word_of(role);
        if (!is_data) word = role == CopyRole::primary ? translate("models", "has the address") : "";
        // Until another follows, whoever served last keeps the role; it is no primary while it does not work.
        const bool is_down = state.span.standing == Standing::down || state.span.standing == Standing::recovering;
        if (is_data && role == CopyRole::primary && is_down) word = translate("models", "was primary");
        if (!word.empty()) state.roles.push_back(word);
        if (is_data && !state.lag) state.lag = lag_of(copy, seconds);
    }
    if (!host.endpoints.empty()) {
        state.share = tracks.sent[+program_->endpoints_of_hosts[host.endpoints.begin]].at(seconds);
    }
}

std::optional<CopyLag> Timeline::lag_of(CopyId id, double seconds) const {
    const Copy& copy = program_->copies[+id];
    const FailoverGroup& group = program_->failovers[+copy.failover];
    const std::vector<DrawnLag>& drawn = drawn_[+id];
    const auto next = std::upper_bound(drawn.begin(), drawn.end(), seconds,
                                       [](double time, const DrawnLag& lag) { return time < lag.from; });
    if (next != drawn.begin() && seconds < std::prev(next)->to) {
        const double lag = std::prev(next)->seconds;
        return CopyLag{CopyLag::Origin::drawn, lag, lag};
    }
    if (trace_.tracks.copies[+id].at(seconds) != CopyRole::replica) return std::nullopt;
    if (!engine::has_source(trace_.tracks.phases[+copy.failover].at(seconds))) return std::nullopt;
    engine::DiscreteState roles;
    roles.copy_role.resize(program_->copies.size());
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        roles.copy_role[c] = trace_.tracks.copies[c].at(seconds);
    }
    if (engine::is_in_sync(*program_, roles, id)) return CopyLag{CopyLag::Origin::in_sync, 0.0, 0.0};
    const double behind =
        group.writes.fall_behind() ? group.writes.backlog_seconds(program_->measure_from + seconds) : 0.0;
    if (!exists(copy.lag)) return CopyLag{CopyLag::Origin::law, behind, behind};
    const double p95 = sim::quantile(program_->laws[+copy.lag], 0.95).in_seconds();
    return CopyLag{CopyLag::Origin::law, program_->mean_seconds[+copy.lag] + behind, p95 + behind};
}

}  // namespace nines::observe
