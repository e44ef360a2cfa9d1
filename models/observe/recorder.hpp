// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "models/engine/trial.hpp"
#include "models/observe/chain_finder.hpp"
#include "models/observe/cost_meter.hpp"
#include "models/observe/deploy_watch.hpp"
#include "models/observe/failover_watch.hpp"
#include "models/observe/flow_meter.hpp"
#include "models/observe/plan_watch.hpp"
#include "models/observe/recorder_states.hpp"
#include "models/observe/samples.hpp"
#include "models/observe/tally.hpp"
#include "models/observe/window_watch.hpp"

namespace nines::observe {

using namespace nines::compile;

/// Records everything of a trial and adds it to a tally at the trial's end.
class Recorder {
public:
    explicit Recorder(const Program& program)
        : program_(&program),
          seconds_per_tick_(program.scale.seconds_per_tick()),
          units_(program.units.size()),
          subjects_(program.subjects.size()),
          services_(program.service_count),
          crews_(program.crews.size()),
          undegraded_count_(program.undegraded_end - program.service_count),
          finder_(program),
          watch_(program),
          plans_(program),
          flow_(program),
          deploys_(program),
          costs_(program) {
        for (std::uint32_t s = 0; s < program.service_count; ++s) {
            services_[s].prepare(program, s);
            flow_.count_until(s, services_[s].windows.marks());
            undegraded_of_.push_back(program.subjects[s].undegraded);
        }
        has_ups_of_no_time_ =
            std::any_of(program.failovers.begin(), program.failovers.end(), [](const FailoverGroup& group) {
                return (group.fails_back && !group.waits_to_return()) || group.relieves_delayed;
            });
        for (std::uint32_t s = 0; s < program.subjects.size(); ++s) {
            if (exists(program.subjects[s].line)) line_subjects_.push_back(static_cast<SubjectId>(s));
        }
    }

    /// Trials are added to this tally from now on, and to the samples, if any are wanted.
    void attach(Tally& tally, Samples* samples = nullptr) {
        tally_ = &tally;
        samples_ = samples;
        watch_.attach(tally, samples);
        plans_.attach(tally);
        outages_ = tally.outages.is_wanted() ? &tally.outages : nullptr;
    }

    template <class Trial>
    void begin(const Trial& trial) {
        measure_began_ = 0;
        measuring_ = program_->measure_from == 0.0;
        trial_number_ = trial.number();
        for (const SubjectId subject : line_subjects_) {
            subjects_[+subject] = {};
            const LineId line = program_->subjects[+subject].line;
            subjects_[+subject].is_down = !engine::is_up(*program_, trial.state(), line);
        }
        for (ServiceRecord& service : services_) service.reset();
        std::fill(crews_.begin(), crews_.end(), CrewRecord{});
        watch_.begin(trial.state(), measuring_);
        plans_.begin(measuring_);
        flow_.begin(trial.state());
        deploys_.begin();
        costs_.begin(trial.state(), 0.0);
        for (std::uint32_t s = 0; s < services_.size(); ++s) {
            if (flow_.counts(s)) flow_changed(trial, s, 0);
        }
    }

    [[gnu::always_inline]] void fetch_ahead(UnitId unit) const { __builtin_prefetch(&units_[+unit], 1); }

    void failed(UnitId unit, sim::Tick now) {
        UnitRecord& state = units_[+unit];
        state.down_since = now;
        ++state.failures;
        state.is_down = true;
    }

    void restored(UnitId unit, sim::Tick now) {
        UnitRecord& state = units_[+unit];
        state.down += now - state.down_since;
        state.is_down = false;
    }

    /// One more (+1) or one fewer (-1) member of the crew is at work.
    void crew_busy(CrewId crew, int change, sim::Tick now);

    /// Another number of members is wanted.
    template <class Trial>
    void scaled(const Trial& trial, ScalingId, std::uint32_t, sim::Tick now) {
        costs_.wanted_changed(trial.state(), seconds(now));
    }

    template <class Trial>
    void line(const Trial& trial, LineId line, bool up, sim::Tick now) {
        const SubjectId subject = program_->lines[+line].subject;
        if (+subject < services_.size() && flow_.counts(+subject)) {
            flow_changed(trial, +subject, now);
            if (flow_.decides(+subject)) return;
        }
        if (+subject - services_.size() < undegraded_count_) {
            const std::uint32_t service = +program_->subjects[+subject].undegraded;
            if (flow_.counts(service)) catch_up(service, now);
            count_degraded(service, now);
        }
        if (has_ups_of_no_time_ && +subject < services_.size()) {
            if (up) return end_unless_it_goes_on(+subject, now, now);
            if (goes_on(+subject, now)) return;
        }
        if (up) {
            line_up(subject, now);
        } else {
            line_down(trial, subject, line, now);
        }
    }

    template <class Trial>
    void failover(const Trial& trial, FailoverId id, FailoverPhase from, sim::Tick now) {
        for (const std::uint32_t service : watch_.services_of(id)) {
            if (flow_.counts(service)) catch_up(service, now);
        }
        if (has_ups_of_no_time_) close_outages_before(now);
        watch_.phase_changed(trial.state(), id, from, now);
        if (watch_.has_just_lost_primary(id, from)) {
            const auto since = [&](UnitId unit) { return units_[+unit].down_since; };
            watch_.set_cause(id, finder_.find_loss(trial.state(), id, now, since));
        } else if (engine::best_left(*program_, trial.state(), id) == engine::Promotion::empty) {
            name_total_loss(trial, id, now);
        }
        const FailoverPhase phase = trial.state().failovers[+id].phase;
        if (engine::calls_people(phase)) return;
        // That people step in follows from a stage that has failed, and then goes without saying.
        const bool follows_failure = std::exchange(stage_has_failed_, false);
        const bool is_said = phase == FailoverPhase::by_hand && follows_failure;
        const FailoverGroup& group = program_->failovers[+id];
        if (engine::is_remarkable(group, phase) && !is_said) add_to_chains(id, group.label_of(phase));
    }

    void failed_failover(FailoverId id, sim::Tick) {
        const FailoverPhase phase = watch_.stage_failed(id);
        stage_has_failed_ = true;
        add_to_chains(id, program_->failovers[+id].label_of_failed(phase));
    }

    template <class Trial>
    void promoted(const Trial& trial, FailoverId id, CopyId copy, engine::Promotion promotion, double lost_seconds,
                  sim::Tick now) {
        if (promotion == engine::Promotion::empty) name_total_loss(trial, id, now);
        watch_.promoted(trial.state(), id, copy, promotion, lost_seconds);
    }

    void rival(FailoverId id, bool begins, sim::Tick now) { watch_.rival(id, begins, now); }

    /// What has become of a plan.
    template <class Trial>
    void plan(const Trial& trial, PlanId id, engine::PlanNews news, std::uint32_t step, sim::Tick now) {
        plans_.plan(id, news, step, now);
        costs_.wanted_changed(trial.state(), seconds(now));
        for (const std::uint32_t service : watch_.services_of(id)) {
            if (flow_.counts(service)) catch_up(service, now);
        }
        if (has_ups_of_no_time_) close_outages_before(now);
        watch_.plan_changed(trial.state(), id, now);
        if (news != engine::PlanNews::failed && news != engine::PlanNews::stuck) return;
        for (const std::uint32_t service : watch_.services_of(id)) {
            if (subjects_[service].is_down) add_to_chain(service, program_->plans[+id].failed_label);
        }
    }

    template <class Trial>
    void restore(const Trial& trial, FailoverId id, const engine::RestoreNews& news, sim::Tick now) {
        watch_.restore(trial.state(), id, news);
        if (news.what == engine::RestoreNews::What::copying) return capacity_of_store_changed(trial, id, now);
        if (news.what == engine::RestoreNews::What::bad_data) name_total_loss(trial, id, now);
        if (news.what != engine::RestoreNews::What::fails) return;
        add_to_chains(id, program_->failovers[+id].label_of_failed(FailoverPhase::restoring));
    }

    /// What a balancer answers may have changed.
    template <class Trial>
    void balancer(const Trial& trial, BalancerId id, sim::Tick now) {
        for (const std::uint32_t service : flow_.services_of(id)) {
            catch_up(service, now);
            if (watch_.follows(service)) watch_.balancers_changed(service, trial.state(), now);
            flow_changed(trial, service, now);
        }
    }

    template <class Trial>
    void deploy(const Trial& trial, DeployId id, engine::DeployNews news, sim::Tick) {
        deploys_.heard(id, news, trial.deploys().of(id));
    }

    /// A service could go on, and lacks something that it needs to start.
    template <class Trial>
    void waits_to_start(const Trial& trial, LatchId id, sim::Tick now) {
        const Latch& latch = program_->latches[+id];
        const auto since = [&](UnitId unit) { return units_[+unit].down_since; };
        for (const std::uint32_t label : finder_.find(trial.state(), latch.starts, now, since)) {
            add_to_chain(+latch.service, label);
        }
        add_to_chain(+latch.service, latch.label);
    }

    /// The measured span begins: what happened before is forgotten, what is down stays down. An outage that began
    /// before counts with its downtime, but is not one more outage.
    template <class Trial>
    void measure(const Trial& trial, sim::Tick now) {
        for (std::uint32_t s = 0; s < services_.size(); ++s) {
            if (flow_.counts(s)) flow_changed(trial, s, now);
            close_outage(s);
        }
        flow_.measure();
        measure_began_ = now;
        measuring_ = true;
        for (UnitRecord& unit : units_) {
            unit.down = 0;
            unit.failures = 0;
            unit.down_since = now;
        }
        for (SubjectRecord& subject : subjects_) {
            subject.down = 0;
            subject.outages = 0;
            subject.down_since = now;
            subject.is_carried_over = subject.is_down;
        }
        for (std::uint32_t s = 0; s < services_.size(); ++s) count_degraded(s, now);
        for (ServiceRecord& service : services_) service.reset_measures();
        for (CrewRecord& crew : crews_) crew = {crew.busy, now, 0.0};
        watch_.measure();
        deploys_.measure();
        costs_.begin(trial.state(), seconds(now));
        plans_.measure();
    }

    template <class Trial>
    void end(const Trial& trial, sim::Tick now) {
        ++tally_->trials;
        for (std::uint32_t s = 0; s < services_.size(); ++s) {
            if (flow_.counts(s)) flow_changed(trial, s, now);
            close_outage(s);
            if (!flow_.counts(s)) continue;
            const double unanswered = 1.0 - flow_.answered_share(s);
            tally_->services[s].unanswered.add(unanswered);
            if (samples_) sample(s, ServiceQuantity::unanswered, trial.number(), unanswered);
        }
        for (std::uint32_t s = 0; s < services_.size(); ++s) count_degraded(s, now);
        for (const SubjectId subject : line_subjects_) {
            if (subjects_[+subject].is_down) line_up(subject, now);
        }
        for (std::uint32_t s = 0; s < services_.size(); ++s) finish_service(s, trial.number());
        for (const SubjectId id : line_subjects_) {
            const SubjectRecord& subject = subjects_[+id];
            if (subject.down != 0) tally_->subjects[+id].add(seconds(subject.down), subject.outages);
        }
        finish_units(now);
        for (std::uint32_t f = 0; f < program_->failovers.size(); ++f) {
            const auto id = static_cast<FailoverId>(f);
            const bool all_lost = engine::best_left(*program_, trial.state(), id) == engine::Promotion::empty;
            if (!all_lost || trial.may_be_restored(id)) continue;
            name_total_loss(trial, id, now);
            watch_.count_unmended_loss(id);
        }
        watch_.finish(trial.number(), now);
        plans_.finish();
        deploys_.end(*tally_);
        for (std::uint32_t c = 0; c < crews_.size(); ++c) {
            crew_busy(static_cast<CrewId>(c), 0, now);
            tally_->crew_busy[c].add(crews_[c].busy_seconds);
            costs_.worked(static_cast<CrewId>(c), crews_[c].busy_seconds);
        }
        costs_.end(watch_, trial.number(), seconds(now), *tally_, samples_);
    }

private:
    double seconds(sim::Tick ticks) const { return static_cast<double>(ticks) * seconds_per_tick_; }

    /// What the demand alone has brought about until now, in the state as it was.
    void catch_up(std::uint32_t service, sim::Tick now) {
        const double time = program_->scale.seconds(now);
        const auto tick = [&](double at) { return at >= time ? now : program_->scale.ticks(at); };
        if (services_[service].ended_at < now) close_outage(service);
        if (flow_.is_held(service, time)) add_to_chain(service, program_->subjects[service].overload_label);
        const auto down = [&](double at) { demand_down(service, tick(at)); };
        const auto up = [&](double at) { end_unless_it_goes_on(service, tick(at), now); };
        flow_.advance(service, time, down, up);
    }

    /// Services that need the store may have less of it from now on, or more.
    template <class Trial>
    [[gnu::noinline]] void capacity_of_store_changed(const Trial& trial, FailoverId id, sim::Tick now) {
        for (std::uint32_t s = 0; s < services_.size(); ++s) {
            if (flow_.counts(s) && engine::is_narrowed_by(*program_, program_->subjects[s], id)) {
                flow_changed(trial, s, now);
            }
        }
    }

    /// The requests of a service go other ways from now on, or may.
    template <class Trial>
    void flow_changed(const Trial& trial, std::uint32_t service, sim::Tick now) {
        catch_up(service, now);
        const auto down = [&](double) {
            look_ahead(trial, service, now);
            demand_down(service, now);
        };
        const auto up = [&](double) { end_unless_it_goes_on(service, now, now); };
        const double time = program_->scale.seconds(now);
        if (flow_.settle(service, trial.state(), time, down, up)) look_ahead(trial, service, now);
    }

    /// A service is back. The demand, or a store that fails back at once, may take it again at this very instant: then
    /// it is one outage.
    void end_unless_it_goes_on(std::uint32_t service, sim::Tick at, sim::Tick now) {
        count_degraded(service, at);
        services_[service].ended_at = at;
        services_[service].has_ended = true;
        subjects_[service].is_down = false;
        if (at < now) close_outage(service);
    }

    /// Within one event enough may be served for no time at all: what goes on at the same instant is one outage. So it
    /// is over only when time goes on.
    void close_outage(std::uint32_t service) {
        if (std::exchange(services_[service].has_ended, false)) {
            line_up(static_cast<SubjectId>(service), services_[service].ended_at);
        }
    }

    /// The service is lost. True: it was back for no time, and its outage goes on.
    bool goes_on(std::uint32_t service, sim::Tick now) {
        if (services_[service].ended_at < now) close_outage(service);
        count_degraded(service, now);
        subjects_[service].is_down = std::exchange(services_[service].has_ended, false);
        return subjects_[service].is_down;
    }

    void close_outages_before(sim::Tick now) {
        for (std::uint32_t s = 0; s < services_.size(); ++s) {
            if (services_[s].ended_at < now) close_outage(s);
        }
    }

    /// What an outage would be charged to that the demand brings while nothing else changes.
    template <class Trial>
    void look_ahead(const Trial& trial, std::uint32_t service, sim::Tick now) {
        ServiceRecord& of = services_[service];
        const auto since = [&](UnitId unit) { return units_[+unit].down_since; };
        of.chain_ahead = finder_.find_behind(trial.state(), program_->subjects[service], now, since);
        of.ahead_is_planned = finder_.all_planned();
        of.class_ahead = finder_.failure_class(now);
        if (of.chain_ahead.empty()) of.chain_ahead.push_back(program_->subjects[service].overload_label);
    }

    void demand_down(std::uint32_t id, sim::Tick now) {
        SubjectRecord& subject = subjects_[id];
        ServiceRecord& service = services_[id];
        count_degraded(id, now);
        const bool goes_on = std::exchange(service.has_ended, false);
        // What was planned is over; that it is down at the same instant for another reason is another outage.
        const bool is_other = goes_on && service.chain_is_planned && !service.ahead_is_planned;
        if (is_other) line_up(static_cast<SubjectId>(id), now);
        subject.is_down = true;
        if (goes_on && !is_other) return;
        subject.down_since = now;
        subject.is_carried_over = false;
        service.chain = service.chain_ahead;
        service.chain_is_planned = service.ahead_is_planned;
        service.failure_class = service.class_ahead;
        if (watch_.follows(id)) watch_.service_down(id, service.class_ahead, now);
    }

    template <class Trial>
    void line_down(const Trial& trial, SubjectId id, LineId line, sim::Tick now) {
        SubjectRecord& subject = subjects_[+id];
        if (+id < services_.size()) count_degraded(+id, now);
        subject.down_since = now;
        subject.is_down = true;
        subject.is_carried_over = false;
        if (+id >= program_->service_count) return;
        ServiceRecord& service = services_[+id];
        service.chain = finder_.find(trial.state(), line, now, [&](UnitId unit) { return units_[+unit].down_since; });
        service.chain_is_planned = finder_.all_planned();
        if (outages_ != nullptr) service.failure_class = finder_.failure_class(now);
        if (watch_.follows(+id)) watch_.service_down(+id, finder_.failure_class(now), now);
    }

    /// Counts up to `now`, in the state as it was until now.
    void count_degraded(std::uint32_t id, sim::Tick now) {
        const SubjectId undegraded = undegraded_of_[id];
        if (!exists(undegraded)) return;
        ServiceRecord& service = services_[id];
        if (!subjects_[id].is_down && subjects_[+undegraded].is_down) service.degraded += now - service.degraded_until;
        service.degraded_until = now;
    }

    /// What is down with the copies when none of them has the data any more has its part in that.
    template <class Trial>
    void name_total_loss(const Trial& trial, FailoverId id, sim::Tick now) {
        const auto since = [&](UnitId unit) { return units_[+unit].down_since; };
        watch_.extend_cause(id, finder_.find_copies(trial.state(), id, now, since));
    }

    void add_to_chain(std::uint32_t service, std::uint32_t label) {
        std::vector<std::uint32_t>& chain = services_[service].chain;
        if (std::find(chain.begin(), chain.end(), label) == chain.end()) chain.push_back(label);
    }

    /// What a failover has come to belongs to the chains of the outages that it is to end.
    void add_to_chains(FailoverId id, std::uint32_t label);

    /// Also called at the trial's end for what is still down. An outage without length is none: it lies between
    /// two simultaneous events, for example a failure and an immediate switch to a hot standby.
    void line_up(SubjectId id, sim::Tick now) {
        SubjectRecord& subject = subjects_[+id];
        if (+id < services_.size() && subject.is_down) count_degraded(+id, now);
        subject.is_down = false;
        if (+id < program_->service_count && watch_.follows(+id)) {
            const bool counts = measuring_ && now != subject.down_since && !subject.is_carried_over;
            watch_.service_up(+id, counts, now);
        }
        if (now == subject.down_since) return;
        subject.down += now - subject.down_since;
        subject.outages += subject.is_carried_over ? 0 : 1;
        if (measuring_ && +id < program_->service_count) record_outage(+id, now);
    }

    /// The service's outage, as its subject's state describes it, ends.
    void record_outage(std::uint32_t id, sim::Tick to_tick);
    void list_outage(std::uint32_t id, double from, double to, bool lasts);
    void finish_service(std::uint32_t id, std::uint64_t trial);
    void finish_units(sim::Tick now);
    void sample(std::uint32_t service, ServiceQuantity quantity, std::uint64_t trial, double value) {
        samples_->add(service, quantity, all_classes, trial, value);
    }

    const Program* program_;
    bool has_ups_of_no_time_ = false;  ///< See end_unless_it_goes_on.
    double seconds_per_tick_;
    Tally* tally_ = nullptr;
    Samples* samples_ = nullptr;     ///< Null: nobody wants them.
    OutageList* outages_ = nullptr;  ///< Of the tally; null where nobody wants it.
    std::uint64_t trial_number_ = 0;
    sim::Tick measure_began_ = 0;
    bool measuring_ = true;  ///< The measured span has begun.
    std::vector<UnitRecord> units_;
    std::vector<SubjectRecord> subjects_;
    std::vector<ServiceRecord> services_;
    std::vector<CrewRecord> crews_;
    std::vector<SubjectId> line_subjects_;
    std::vector<SubjectId> undegraded_of_;  ///< By service; none: it has no soft needs.
    std::size_t undegraded_count_;
    ChainFinder finder_;
    FailoverWatch watch_;
    PlanWatch plans_;
    FlowMeter flow_;
    DeployWatch deploys_;
    CostMeter costs_;
    bool stage_has_failed_ = false;  ///< The phase that is entered next follows from that.
};

}  // namespace nines::observe
