// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/trace_tracks.hpp"

#include "models/engine/balancing.hpp"

namespace nines::observe {

namespace {

void add_view(const Program& program, const engine::DiscreteState& state, const Balancer& balancer, engine::View view,
              double users, std::vector<double>& sent) {
    const engine::Rotation rotation = engine::rotation_of(program, state, balancer, view);
    const Range all = balancer.endpoints;
    double total = 0.0;
    for (std::uint32_t e = all.begin; e < all.end; ++e) {
        if (rotation.has(state, program.endpoints[e], e)) total += engine::weight_of(program, state, e);
    }
    if (total <= 0.0) return;
    for (std::uint32_t e = all.begin; e < all.end; ++e) {
        if (!rotation.has(state, program.endpoints[e], e)) continue;
        sent[e] += users * engine::weight_of(program, state, e) / total;
    }
}

}  // namespace

void find_sent(const Program& program, const engine::DiscreteState& state, BalancerId id, std::vector<double>& sent) {
    const Balancer& balancer = program.balancers[+id];
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) sent[e] = 0.0;
    if (exists(balancer.available) && !engine::is_up(program, state, balancer.available)) return;
    engine::for_each_view(program, state, balancer, [&](engine::View view, double users) {
        add_view(program, state, balancer, view, users, sent);
    });
}

TrackRecorder::TrackRecorder(const Program& program, TraceTracks& tracks)
    : program_(&program), tracks_(&tracks), busy_(program.crews.size()), sent_(program.endpoints.size()) {
    tracks.units.resize(program.units.size());
    tracks.roles.resize(program.hosts.size());
    tracks.copies.resize(program.copies.size());
    tracks.phases.resize(program.failovers.size());
    tracks.sent.resize(program.endpoints.size());
    tracks.in_rotation.resize(program.endpoints.size());
    tracks.works.resize(program.endpoints.size());
    tracks.answered.resize(program.balancers.size());
    tracks.crews.resize(program.crews.size());
    tracks.lines.resize(program.subjects.size());
    tracks.warm_ups.resize(program.warm_ups.size());
    for (const StandbyGroup& standby : program.standbys) {
        for (std::uint32_t m = 0; m < standby.count; ++m) hosts_with_role_.push_back(standby.first_host + m);
    }
    for (const FailoverGroup& group : program.failovers) hosts_with_role_.push_back(+group.host);
}

void TrackRecorder::begin(const engine::DiscreteState& state) {
    is_stopped_ = false;
    for (std::uint32_t u = 0; u < tracks_->units.size(); ++u) tracks_->units[u].begin(state.phase[u]);
    for (const std::uint32_t host : hosts_with_role_) tracks_->roles[host].begin(state.role[host]);
    for (std::uint32_t c = 0; c < tracks_->copies.size(); ++c) tracks_->copies[c].begin(state.copy_role[c]);
    for (std::uint32_t f = 0; f < tracks_->phases.size(); ++f) tracks_->phases[f].begin(state.failovers[f].phase);
    for (std::uint32_t c = 0; c < busy_.size(); ++c) tracks_->crews[c].begin(busy_[c]);
    for (std::uint32_t w = 0; w < tracks_->warm_ups.size(); ++w) tracks_->warm_ups[w].begin(state.warmth[w]);
    for (std::uint32_t s = 0; s < tracks_->lines.size(); ++s) {
        const LineId line = program_->subjects[s].line;
        if (exists(line)) tracks_->lines[s].begin(engine::is_up(*program_, state, line));
    }
    for (auto& sent : tracks_->sent) sent = {};
    for (auto& in_rotation : tracks_->in_rotation) in_rotation = {};
    for (auto& works : tracks_->works) works = {};
    for (auto& answered : tracks_->answered) answered = {};
    balancers(state, 0.0);
}

void TrackRecorder::look(const engine::DiscreteState& state, const std::vector<UnitId>& down_units, double at) {
    if (is_stopped_) return;
    for (const UnitId unit : down_units) tracks_->units[+unit].set(at, state.phase[+unit]);
    for (const std::uint32_t host : hosts_with_role_) tracks_->roles[host].set(at, state.role[host]);
    for (std::uint32_t c = 0; c < tracks_->copies.size(); ++c) tracks_->copies[c].set(at, state.copy_role[c]);
    for (std::uint32_t f = 0; f < tracks_->phases.size(); ++f) tracks_->phases[f].set(at, state.failovers[f].phase);
    for (std::uint32_t w = 0; w < tracks_->warm_ups.size(); ++w) tracks_->warm_ups[w].set(at, state.warmth[w]);
}

void TrackRecorder::restored(UnitId unit, double at) {
    if (!is_stopped_) tracks_->units[+unit].set(at, engine::Phase::working);
}

void TrackRecorder::line(SubjectId subject, bool up, double at) {
    if (!is_stopped_) tracks_->lines[+subject].set(at, up);
}

void TrackRecorder::crew_busy(CrewId crew, int change, double at) {
    std::uint32_t& busy = busy_[+crew];
    busy = static_cast<std::uint32_t>(static_cast<int>(busy) + change);
    if (!is_stopped_) tracks_->crews[+crew].set(at, busy);
}

void TrackRecorder::balancers(const engine::DiscreteState& state, double at) {
    if (is_stopped_) return;
    for (std::uint32_t b = 0; b < program_->balancers.size(); ++b) {
        const auto id = static_cast<BalancerId>(b);
        find_sent(*program_, state, id, sent_);
        tracks_->answered[b].set(at, engine::answered_share(*program_, state, id));
    }
    for (std::uint32_t e = 0; e < sent_.size(); ++e) {
        tracks_->sent[e].set(at, sent_[e]);
        tracks_->in_rotation[e].set(at, state.endpoints[e].in_rotation);
        tracks_->works[e].set(at, engine::works(*program_, state, program_->endpoints[e]));
    }
    for (std::uint32_t w = 0; w < tracks_->warm_ups.size(); ++w) tracks_->warm_ups[w].set(at, state.warmth[w]);
}

}  // namespace nines::observe
