// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/recorder.hpp"

namespace nines::observe {

namespace {

constexpr double month = 365.0 * 86400.0 / 12.0;

}  // namespace

void ServiceRecord::prepare(const Program& program, std::uint32_t service) {
    month_down.assign(whole_windows(program.horizon, month), 0.0);
    windows.prepare(program, service);
}

void ServiceRecord::reset() {
    chain.clear();
    chain_is_planned = false;
    degraded_until = 0;
    reset_measures();
}

void ServiceRecord::reset_measures() {
    first_outage = -1.0;
    planned_down = 0.0;
    longest_outage = 0.0;
    degraded = 0;
    windows.reset();
    if (!touched) return;
    touched = false;
    std::fill(month_down.begin(), month_down.end(), 0.0);
}

void Recorder::crew_busy(CrewId crew, int change, sim::Tick now) {
    CrewRecord& state = crews_[+crew];
    if (state.busy > 0) {
        // A job that waits overnight for its crew keeps nobody busy.
        const sim::WeekHours& hours = program_->crews[+crew].hours;
        state.busy_seconds += state.busy * hours.open_between(seconds(state.since), seconds(now));
    }
    state.since = now;
    state.busy = static_cast<std::uint32_t>(static_cast<int>(state.busy) + change);
    if (change > 0) costs_.called(crew);
}

void Recorder::add_to_chains(FailoverId id, std::uint32_t label) {
    constexpr std::size_t longest = 100;
    for (std::uint32_t s = 0; s < services_.size(); ++s) {
        std::vector<std::uint32_t>& chain = services_[s].chain;
        if (!subjects_[s].is_down || !watch_.waits_for(s, id) || chain.size() >= longest) continue;
        if (std::find(chain.begin(), chain.end(), label) == chain.end()) chain.push_back(label);
    }
}

void Recorder::record_outage(std::uint32_t id, sim::Tick to_tick) {
    const SubjectRecord& subject = subjects_[id];
    ServiceRecord& service = services_[id];
    ServiceTally& tally = tally_->services[id];
    const double from = seconds(subject.down_since - measure_began_);
    const double to = seconds(to_tick - measure_began_);
    const double length = to - from;
    service.touched = true;
    if (!subject.is_carried_over) {
        if (service.first_outage < 0.0) service.first_outage = from;
        tally.duration.add(length);
        service.longest_outage = std::max(service.longest_outage, length);
    }
    tally.chains.add(service.chain, length, subject.is_carried_over ? 0 : 1);
    if (service.chain_is_planned) service.planned_down += length;
    spread(service.month_down, month, from, to);
    if (service.windows.watches()) service.windows.outage(from, to);
    costs_.outage(id, seconds(subject.down_since), seconds(to_tick), !subject.is_carried_over);

    const double step = program_->horizon / grid_steps;
    const auto first = static_cast<std::size_t>(std::ceil(from / step));
    // What is down at the horizon is down at the instant of the horizon too.
    const bool lasts = to_tick - measure_began_ >= program_->scale.ticks(program_->horizon);
    if (outages_ != nullptr) list_outage(id, from, to, lasts);
    const auto last =
        lasts ? grid_steps + 1 : std::min<std::size_t>(grid_steps + 1, static_cast<std::size_t>(std::ceil(to / step)));
    for (std::size_t i = first; i < last; ++i) ++tally.down_on_grid[i];
    const auto begin = std::lower_bound(program_->instants.begin(), program_->instants.end(), from);
    for (auto i = begin; i != program_->instants.end() && (lasts || *i < to); ++i) {
        ++tally.down_at_instants[static_cast<std::size_t>(i - program_->instants.begin())];
    }
}

void Recorder::list_outage(std::uint32_t id, double from, double to, bool lasts) {
    const ServiceRecord& service = services_[id];
    const ListedOutage outage{.trial = trial_number_,
                              .service = id,
                              .failure_class = service.failure_class,
                              .is_planned = service.chain_is_planned,
                              .began_before = subjects_[id].is_carried_over,
                              .goes_on = lasts,
                              .begin = from,
                              .length = to - from};
    outages_->add(outage, service.chain);
}

void Recorder::finish_service(std::uint32_t id, std::uint64_t trial) {
    ServiceRecord& service = services_[id];
    const SubjectRecord& subject = subjects_[id];
    ServiceTally& tally = tally_->services[id];
    const double down = seconds(subject.down);
    const double outages = subject.outages;
    const bool had_outage = service.first_outage >= 0.0;
    tally.down.add(down);
    tally.outages.add(outages);
    tally.planned_down.add(std::min(down, service.planned_down));
    tally.unplanned_down.add(std::max(0.0, down - service.planned_down));
    if (exists(undegraded_of_[id])) tally.degraded.add(seconds(service.degraded));
    tally.down_and_outages.add(down, outages);
    tally.risk_and_first.add(had_outage ? service.first_outage : program_->horizon, had_outage ? 1.0 : 0.0);
    if (had_outage) tally.first_outage.add(service.first_outage);
    tally.down_per_trial.add(down);
    if (samples_) {
        sample(id, ServiceQuantity::down, trial, down);
        sample(id, ServiceQuantity::planned_down, trial, std::min(down, service.planned_down));
        sample(id, ServiceQuantity::outages, trial, outages);
    }
    const double worst = *std::max_element(service.month_down.begin(), service.month_down.end());
    tally.worst_month.add(worst);
    tally.worst_month_down.add(worst);
    if (service.windows.watches()) {
        service.windows.finish(flow_.answered_until(id), tally.windows);
        if (samples_) service.windows.sample(id, trial, *samples_);
        costs_.credited(id, service.windows.credit());
    }
    if (down <= 0.0) return;
    const WorstTrials::Entry entry{trial, down, subject.outages};
    tally.worst.add(entry);
    tally.typical.add(entry);
    tally.longest_outage.add(service.longest_outage, entry);
    tally.most_outages.add(outages, entry);
}

void Recorder::finish_units(sim::Tick now) {
    for (std::size_t u = 0; u < units_.size(); ++u) {
        UnitRecord& unit = units_[u];
        if (unit.failures == 0 && unit.down == 0 && !unit.is_down) continue;
        if (unit.is_down) unit.down += now - unit.down_since;
        tally_->units[u].add(seconds(unit.down), unit.failures);
        unit = {};
    }
}

}  // namespace nines::observe
