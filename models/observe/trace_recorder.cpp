// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/trace_recorder.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nines::observe {

using engine::Phase;
using Kind = TraceEvent::Kind;

TraceRecorder::TraceRecorder(const Program& program, Trace& trace, const std::function<bool()>& go_on)
    : program_(&program),
      trace_(&trace),
      seconds_per_tick_(program.scale.seconds_per_tick()),
      units_(program.units.size()),
      subjects_(program.subjects.size()),
      stores_(program.failovers.size()),
      plans_since_(program.plans.size()),
      causes_ahead_(program.service_count),
      finder_(program),
      flow_(program),
      gradual_(program),
      tracks_(program, trace.tracks),
      go_on_(go_on) {}

void TraceRecorder::begin(const Trial& trial) {
    trial_ = &trial;
    roles_ = trial.state().copy_role;
    in_rotation_.clear();
    for (const engine::EndpointState& seen : trial.state().endpoints) in_rotation_.push_back(seen.in_rotation);
    flow_.begin(trial.state());
    gradual_.begin(trial.state());
    tracks_.begin(trial.state());
    for (std::uint32_t s = 0; s < subjects_.size(); ++s) {
        const auto id = static_cast<SubjectId>(s);
        if (s < program_->service_count && follows_flow(s)) flow_changed(trial, s, 0);
        if (s < program_->service_count && flow_.decides(s)) continue;
        if (is_told(id) && !engine::is_up(*program_, trial.state(), program_->subjects[s].line)) {
            add_down(id, causes_of(trial, id, 0), 0, true);
        }
    }
}

TraceEvent::Kind TraceRecorder::kind_of_failure(UnitId unit) const {
    if (program_->unit_planned[+unit]) return Kind::planned;
    switch (program_->unit_effects[+unit]) {
        case scenario::Effect::slow: return Kind::slowed;
        case scenario::Effect::corrupt: return Kind::corrupted;
        case scenario::Effect::encrypt: return Kind::encrypted;
        case scenario::Effect::stop:
        case scenario::Effect::hang:
        case scenario::Effect::lose_data:
        case scenario::Effect::partition: break;
    }
    return Kind::failed;
}

void TraceRecorder::failed(UnitId unit, sim::Tick now) {
    units_[+unit] = {now, Phase::working};
    down_units_.push_back(unit);
    TraceEvent event;
    event.kind = kind_of_failure(unit);
    event.subject = program_->unit_names[+unit];
    add(std::move(event), now);
}

void TraceRecorder::restored(UnitId unit, sim::Tick now) {
    std::erase(down_units_, unit);
    tracks_.restored(unit, seconds_between(measure_began_, now));
    TraceEvent event;
    event.kind = Kind::restored;
    event.subject = program_->unit_names[+unit];
    event.lasted_seconds = seconds_between(units_[+unit].down_since, now);
    add(std::move(event), now);
}

void TraceRecorder::crew_busy(CrewId crew, int change, sim::Tick now) {
    if (!exists(crew)) return look_at_stages(now);
    tracks_.crew_busy(crew, change, seconds_between(measure_began_, now));
}

void TraceRecorder::line(const Trial& trial, LineId line, bool up, sim::Tick now) {
    const SubjectId id = program_->lines[+line].subject;
    tracks_.line(id, up, seconds_between(measure_began_, now));
    if (!is_told(id)) return;
    if (+id < program_->service_count && follows_flow(+id)) flow_changed(trial, +id, now);
    if (+id < program_->service_count && flow_.decides(+id)) return;
    if (up) return add_up(id, now);
    add_down(id, causes_of(trial, id, now), now, false);
}

void TraceRecorder::add_up(SubjectId id, sim::Tick now) {
    SubjectState& subject = subjects_[+id];
    subject.is_down = false;
    // What lasted no time at all lies between two simultaneous events and is no outage.
    if (now == subject.down_since && subject.down_event < trace_->events.size()) return remove(subject.down_event);
    TraceEvent event;
    event.kind = Kind::up;
    event.subject = program_->subjects[+id].name;
    event.lasted_seconds = seconds_between(subject.down_since, now);
    add(std::move(event), now);
}

void TraceRecorder::remove(std::size_t event) {
    trace_->events.erase(trace_->events.begin() + static_cast<std::ptrdiff_t>(event));
    for (SubjectState& other : subjects_) {
        if (other.is_down && other.down_event > event) --other.down_event;
    }
}

void TraceRecorder::flow_changed(const Trial& trial, std::uint32_t service, sim::Tick now) {
    const auto id = static_cast<SubjectId>(service);
    const double time = program_->scale.seconds(now);
    const auto tick = [&](double at) { return at >= time ? now : program_->scale.ticks(at); };
    const auto up = [&](double at) { add_up(id, tick(at)); };
    const auto down_of_old = [&](double at) { add_down(id, causes_ahead_[service], tick(at), false); };
    flow_.advance(service, time, down_of_old, up);
    tell_overloads(service, now);
    const auto down = [&](double) { add_down(id, causes_of(trial, id, now), now, false); };
    if (flow_.settle(service, trial.state(), time, down, up)) causes_ahead_[service] = causes_of(trial, id, now);
}

void TraceRecorder::tell_overloads(std::uint32_t service, sim::Tick now) {
    const double time = program_->scale.seconds(now);
    for (const Overload::Change& change : flow_.overloads(service)) {
        TraceEvent event;
        event.kind = change.begins ? Kind::overload : Kind::overload_over;
        event.subject = program_->hosts[+program_->balancers[+change.pool].host].name;
        add(std::move(event), change.at >= time ? now : program_->scale.ticks(change.at));
    }
    flow_.forget_overloads(service);
}

/// Targets that it sends to no more, or again.
void TraceRecorder::balancer(const Trial& trial, BalancerId id, sim::Tick now) {
    const Range endpoints = program_->balancers[+id].endpoints;
    for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
        const bool in = trial.state().endpoints[e].in_rotation;
        if (in == in_rotation_[e]) continue;
        in_rotation_[e] = in;
        TraceEvent event;
        event.kind = in ? Kind::in_rotation : Kind::out_of_rotation;
        event.subject = program_->hosts[+program_->balancers[+id].host].name;
        event.copy = program_->hosts[+program_->endpoints[e].host].name;
        add(std::move(event), now);
    }
    for (TraceEvent& event : gradual_.look(trial.state(), id)) add(std::move(event), now);
    tracks_.balancers(trial.state(), seconds_between(measure_began_, now));
    for (std::uint32_t s = 0; s < program_->service_count; ++s) {
        if (follows_flow(s)) flow_changed(trial, s, now);
    }
}

void TraceRecorder::scaled(const Trial& trial, ScalingId id, std::uint32_t before, sim::Tick now) {
    const std::string& member = program_->hosts[program_->scalings[+id].first_host].name;  // "node:web/1"
    TraceEvent event;
    event.kind = Kind::scaled;
    event.subject = "group:" + member.substr(5, member.rfind('/') - 5);
    event.wanted_before = before;
    event.members = trial.state().scale[+id];
    add(std::move(event), now);
}

/// Good ones change nothing, but for the members that are out for them.
void TraceRecorder::deploy(const Trial& trial, DeployId id, engine::DeployNews news, sim::Tick now) {
    const bool begins = news == engine::DeployNews::begins && trial.deploys().of(id).is_bad;
    if (!begins && news != engine::DeployNews::undone) return;
    TraceEvent event;
    event.kind = begins ? Kind::bad_version : Kind::rolled_back;
    event.subject = program_->deploys[+id].name;
    add(std::move(event), now);
}

namespace {

std::string word_of(engine::PlanNews news) {
    using engine::PlanNews;
    switch (news) {
        case PlanNews::begins: return "begins";
        case PlanNews::answered: return "answered";
        case PlanNews::decided: return "decided";
        case PlanNews::sets_out: return "sets-out";
        case PlanNews::arrived: return "arrived";
        case PlanNews::step_done: return "step-done";
        case PlanNews::done: return "done";
        case PlanNews::given_up: return "given-up";
        case PlanNews::failed: return "failed";
        case PlanNews::stuck: return "stuck";
        case PlanNews::goes_on: return "goes-on";
        case PlanNews::fails_back: return "fails-back";
        case PlanNews::is_back: return "is-back";
        case PlanNews::not_back: return "not-back";
    }
    return {};
}

bool is_about_a_step(engine::PlanNews news) {
    using engine::PlanNews;
    return news == PlanNews::step_done || news == PlanNews::failed || news == PlanNews::stuck;
}

}  // namespace

void TraceRecorder::plan(const Trial&, PlanId id, engine::PlanNews news, std::uint32_t step, sim::Tick now) {
    const RecoveryPlan& plan = program_->plans[+id];
    // Nobody is asked and nothing decided where no people carry it out; what takes them no time is not told.
    const bool is_of_people =
        news == engine::PlanNews::answered || news == engine::PlanNews::decided || news == engine::PlanNews::arrived;
    const bool says_nothing = news == engine::PlanNews::sets_out || (is_of_people && now == plans_since_[+id]);
    const sim::Tick since = std::exchange(plans_since_[+id], now);
    if (says_nothing) return;
    TraceEvent event;
    event.kind = Kind::plan;
    event.subject = plan.name;
    event.stage = word_of(news);
    if (is_of_people) event.lasted_seconds = seconds_between(since, now);
    if (is_about_a_step(news) && step < plan.steps.size()) event.step = plan.steps[step].text;
    if (news == engine::PlanNews::begins && !plan.asks_people) event.stage = "begins-at-once";
    add(std::move(event), now);
}

TraceEvent TraceRecorder::event_of(Kind kind, FailoverId id) const {
    TraceEvent event;
    event.kind = kind;
    event.subject = program_->hosts[+program_->failovers[+id].host].name;
    // What fails over with a balancer is its address; it is told of the balancer.
    constexpr std::string_view address = ":address";
    if (event.subject.ends_with(address)) event.subject.resize(event.subject.size() - address.size());
    return event;
}

void TraceRecorder::forget_stage_of_no_time(FailoverId id, sim::Tick now) {
    if (trace_->events.empty()) return;
    const TraceEvent& last = trace_->events.back();
    const bool is_its_stage = last.kind == Kind::failover_stage && last.subject == event_of(last.kind, id).subject;
    if (is_its_stage && last.at_seconds == seconds_between(measure_began_, now)) trace_->events.pop_back();
}

void TraceRecorder::failover(const Trial& trial, FailoverId id, FailoverPhase from, sim::Tick now) {
    const engine::FailoverState& state = trial.state().failovers[+id];
    forget_stage_of_no_time(id, now);
    if (from == FailoverPhase::serving && state.is_alarm) add(event_of(Kind::false_alarm, id), now);
    stores_[+id].phase = state.phase;
    const bool was_lost = engine::has_primary_at_work(from) && !engine::has_primary_at_work(state.phase);
    if (was_lost) stores_[+id].lost_at = now;
    TraceEvent event = event_of(Kind::failover_stage, id);
    event.stage = word_of(state.phase);
    const CopyId chosen = engine::first_with(*program_, trial.state(), id, CopyRole::chosen);
    const bool is_chosen =
        (state.phase == FailoverPhase::promoting || state.phase == FailoverPhase::switching) && exists(chosen);
    if (is_chosen) { event.copy = program_->hosts[+program_->copies[+chosen].host].name; }
    add(std::move(event), now);
}

void TraceRecorder::failed_failover(FailoverId id, sim::Tick now) {
    TraceEvent event = event_of(Kind::stage_failed, id);
    event.stage = word_of(stores_[+id].phase);
    add(std::move(event), now);
}

void TraceRecorder::promoted(const Trial&, FailoverId id, CopyId copy, engine::Promotion, double lost_seconds,
                             sim::Tick now) {
    TraceEvent event = event_of(Kind::promoted, id);
    event.copy = program_->hosts[+program_->copies[+copy].host].name;
    event.lost_seconds = lost_seconds;
    add(std::move(event), now);
}

std::string TraceRecorder::source_of(const engine::RestoreNews& news) const {
    if (exists(news.backup)) return program_->backups[+news.backup].name;
    return exists(news.target) ? program_->hosts[+program_->copies[+news.target].host].name : std::string();
}

/// It reads at another rate, or has more or less capacity while it is still being copied.
void TraceRecorder::reading_changed(const Trial& trial, FailoverId id, const engine::RestoreNews& news, sim::Tick now) {
    if (news.what == engine::RestoreNews::What::reads) {
        TraceEvent event = event_of(Kind::restore_rate, id);
        event.copy = program_->pipes[+news.pipe].name;
        event.rate = news.rate;
        event.members = news.readers;
        return add(std::move(event), now);
    }
    const std::uint16_t step = trial.state().failovers[+id].copying;
    TraceEvent event = event_of(step > 0 ? Kind::partly_copied : Kind::wholly_copied, id);
    if (step > 0) event.capacity = program_->copying_steps[step - 1].capacity;
    add(std::move(event), now);
    for (std::uint32_t s = 0; s < program_->service_count; ++s) {
        const bool is_narrowed = engine::is_narrowed_by(*program_, program_->subjects[s], id);
        if (is_narrowed && follows_flow(s)) flow_changed(trial, s, now);
    }
}

void TraceRecorder::restore(const Trial& trial, FailoverId id, const engine::RestoreNews& news, sim::Tick now) {
    using What = engine::RestoreNews::What;
    if (news.what == What::bad_data) return;  // told as the notice of what has made them so
    if (news.what == What::reads || news.what == What::copying) return reading_changed(trial, id, news, now);
    const bool is_over = news.what != What::begins;
    TraceEvent event = event_of(!is_over                   ? Kind::restore_begins
                                : news.what == What::works ? Kind::data_restored
                                                           : Kind::restore_failed,
                                id);
    event.copy = source_of(news);
    event.point_seconds = news.point - program_->scale.seconds(measure_began_);
    if (news.what == What::works) event.lost_seconds = news.lost;
    add(std::move(event), now);
}

void TraceRecorder::waits_to_start(const Trial& trial, LatchId id, sim::Tick now) {
    const Latch& latch = program_->latches[+id];
    const auto down_since = [&](UnitId unit) { return units_[+unit].down_since; };
    TraceEvent event;
    event.kind = Kind::waits_to_start;
    event.subject = program_->subjects[+latch.service].name;
    for (const std::uint32_t label : finder_.find(trial.state(), latch.starts, now, down_since)) {
        event.causes.push_back(program_->labels[label]);
    }
    add(std::move(event), now);
}

void TraceRecorder::rival(FailoverId id, bool begins, sim::Tick now) {
    StoreState& store = stores_[+id];
    TraceEvent event = event_of(begins ? Kind::split_brain : Kind::split_brain_over, id);
    if (begins) {
        store.rival_since = store.lost_at;
    } else {
        event.lost_seconds = seconds_between(store.rival_since, now) * program_->failovers[+id].split_share;
    }
    add(std::move(event), now);
}

/// What happened in the warm-up is forgotten; what is down then is said once, as having been so before.
void TraceRecorder::measure(const Trial& trial, sim::Tick now) {
    for (std::uint32_t s = 0; s < program_->service_count; ++s) {
        if (follows_flow(s)) flow_changed(trial, s, now);
    }
    measure_began_ = now;
    tracks_.begin(trial.state());
    trace_->events.clear();
    trace_->truncated = false;
    for (const UnitId unit : down_units_) {
        TraceEvent event;
        event.kind = kind_of_failure(unit);
        event.subject = program_->unit_names[+unit];
        event.since_before = true;
        add(std::move(event), now);
    }
    for (std::uint32_t f = 0; f < stores_.size(); ++f) {
        if (stores_[f].phase == FailoverPhase::serving) continue;
        TraceEvent event = event_of(Kind::failover_stage, static_cast<FailoverId>(f));
        event.stage = word_of(stores_[f].phase);
        event.since_before = true;
        add(std::move(event), now);
    }
    for (std::uint32_t s = 0; s < subjects_.size(); ++s) {
        const auto id = static_cast<SubjectId>(s);
        if (subjects_[s].is_down) add_down(id, causes_of(trial, id, now), now, true);
    }
}

void TraceRecorder::end(const Trial& trial, sim::Tick now) {
    for (std::uint32_t s = 0; s < program_->service_count; ++s) {
        if (follows_flow(s)) flow_changed(trial, s, now);
    }
    // What the demand brought between two events was written down after the second.
    std::stable_sort(trace_->events.begin(), trace_->events.end(),
                     [](const TraceEvent& a, const TraceEvent& b) { return a.at_seconds < b.at_seconds; });
    trial_ = nullptr;
}

void TraceRecorder::add(TraceEvent event, sim::Tick now) {
    if (trace_->events.size() >= Trace::most_events) {
        trace_->truncated = true;
        tracks_.stop();
        return;
    }
    event.at_seconds = seconds_between(measure_began_, now);
    trace_->events.push_back(std::move(event));
}

void TraceRecorder::add_down(SubjectId id, std::vector<std::string> causes, sim::Tick now, bool since_before) {
    // An outage that seemed to be over, but goes on at the same instant.
    const double at = seconds_between(measure_began_, now);
    const std::string& name = program_->subjects[+id].name;
    for (std::size_t e = trace_->events.size(); !since_before && e-- > 0 && trace_->events[e].at_seconds >= at;) {
        if (trace_->events[e].kind != Kind::up || trace_->events[e].subject != name) continue;
        subjects_[+id].is_down = true;
        return remove(e);
    }
    subjects_[+id] = {now, trace_->events.size(), true};
    TraceEvent event;
    event.kind = Kind::down;
    event.subject = name;
    event.since_before = since_before;
    event.causes = std::move(causes);
    add(std::move(event), now);
}

std::vector<std::string> TraceRecorder::causes_of(const Trial& trial, SubjectId id, sim::Tick now) {
    const Subject& subject = program_->subjects[+id];
    const auto down_since = [&](UnitId unit) { return units_[+unit].down_since; };
    const bool by_requests = +id < program_->service_count && flow_.decides(+id);
    std::vector<std::string> causes;
    for (const std::uint32_t label : by_requests ? finder_.find_behind(trial.state(), subject, now, down_since)
                                                 : finder_.find(trial.state(), subject.line, now, down_since)) {
        causes.push_back(program_->labels[label]);
    }
    if (by_requests && causes.empty()) causes.push_back(program_->labels[subject.overload_label]);
    return causes;
}

void TraceRecorder::look_at_stages(sim::Tick now) {
    constexpr std::uint32_t looks_between_questions = 4096;
    if (go_on_ && ++looks_ % looks_between_questions == 0 && !go_on_()) throw Ended();
    for (const UnitId unit : down_units_) {
        const Phase phase = trial_->state().phase[+unit];
        if (phase != units_[+unit].told) told_stage(unit, phase, now);
    }
    look_at_copies(now);
    tracks_.look(trial_->state(), down_units_, seconds_between(measure_began_, now));
}

void TraceRecorder::look_at_copies(sim::Tick now) {
    for (std::uint32_t c = 0; c < roles_.size(); ++c) {
        const CopyRole role = trial_->state().copy_role[c];
        const CopyRole before = std::exchange(roles_[c], role);
        const bool had_missed = !engine::is_current(before);
        if (!had_missed || role != CopyRole::replica) continue;
        TraceEvent event = event_of(Kind::resynced, program_->copies[c].failover);
        event.copy = program_->hosts[+program_->copies[c].host].name;
        add(std::move(event), now);
    }
}

void TraceRecorder::told_stage(UnitId unit, Phase phase, sim::Tick now) {
    const Phase before = std::exchange(units_[+unit].told, phase);
    TraceEvent event;
    event.subject = program_->unit_names[+unit];
    if (before == Phase::hidden && phase != Phase::hidden) {
        event.kind = Kind::noticed;
        add(event, now);
    }
    switch (phase) {
        case Phase::working:
        case Phase::awaiting_failover:
        case Phase::hidden: return;
        case Phase::awaiting_part: event.kind = Kind::awaits_part; break;
        case Phase::awaiting_crew: event.kind = Kind::awaits_crew; break;
        case Phase::responding: event.kind = Kind::crew_on_its_way; break;
        case Phase::repairing:
            if (scenario::spoils_data(program_->unit_effects[+unit])) return;  // the store tells how it comes back
            event.kind = Kind::repair_begins;
            break;
    }
    // A repair that begins with the failure itself goes without saying.
    const bool at_once = phase == Phase::repairing && now == units_[+unit].down_since;
    if (!at_once) add(std::move(event), now);
}

bool TraceRecorder::is_told(SubjectId id) const {
    const Subject::Kind kind = program_->subjects[+id].kind;
    return kind == Subject::Kind::service || kind == Subject::Kind::group;
}

double TraceRecorder::seconds_between(sim::Tick from, sim::Tick to) const {
    return static_cast<double>(to - from) * seconds_per_tick_;
}

}  // namespace nines::observe
