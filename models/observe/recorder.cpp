// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/recorder.hpp"

namespace nines::observe {

namespace {

/// A window or a month that the horizon holds only in part is left out, unless it is the only one.
std::size_t whole_windows(double horizon, double window) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(horizon / window * (1.0 + 1e-12)));
}

/// Adds the part of [from, to) that falls into each window.
void spread(std::vector<double>& windows, double length, double from, double to) {
    const auto last = static_cast<double>(windows.size());
    for (double i = std::floor(from / length); i < last && i * length < to; i += 1.0) {
        const double begin = std::max(from, i * length);
        const double end = std::min(to, (i + 1.0) * length);
        if (end > begin) windows[static_cast<std::size_t>(i)] += end - begin;
    }
}

}  // namespace

void Recorder::ServiceState::prepare(const Program& program, std::uint32_t service) {
    month_down.assign(whole_windows(program.horizon, month), 0.0);
    const auto& slo = program.subjects[service].slo;
    if (!slo) return;
    window_seconds = slo->window ? std::min(slo->window->in_seconds(), program.horizon) : program.horizon;
    allowed_down = (1.0 - slo->target) * window_seconds;
    window_down.assign(whole_windows(program.horizon, window_seconds), 0.0);
}

void Recorder::ServiceState::reset() {
    chain.clear();
    chain_is_planned = false;
    degraded_until = 0;
    reset_measures();
}

void Recorder::ServiceState::reset_measures() {
    first_outage = -1.0;
    planned_down = 0.0;
    longest_outage = 0.0;
    degraded = 0;
    if (!touched) return;
    touched = false;
    std::fill(window_down.begin(), window_down.end(), 0.0);
    std::fill(month_down.begin(), month_down.end(), 0.0);
}

void Recorder::record_outage(std::uint32_t id, sim::Tick to_tick) {
    const SubjectRecord& subject = subjects_[id];
    ServiceState& service = services_[id];
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
    record_windows(service, from, to);

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
    const ServiceState& service = services_[id];
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

void Recorder::record_windows(ServiceState& service, double from, double to) const {
    spread(service.month_down, month, from, to);
    if (!service.window_down.empty()) spread(service.window_down, service.window_seconds, from, to);
}

void Recorder::finish_service(std::uint32_t id, std::uint64_t trial) {
    ServiceState& service = services_[id];
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
    if (!service.window_down.empty()) {
        const auto met =
            static_cast<std::uint64_t>(std::count_if(service.window_down.begin(), service.window_down.end(),
                                                     [&](double window) { return window <= service.allowed_down; }));
        tally.windows_met += met;
        tally.windows += service.window_down.size();
        tally.share_of_windows_met.add(static_cast<double>(met) / static_cast<double>(service.window_down.size()));
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
