// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/tally.hpp"

#include <algorithm>
#include <cmath>

namespace nines::observe {

namespace {

template <class Number>
void add_all(std::vector<Number>& to, const std::vector<Number>& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), [](Number a, Number b) { return a + b; });
}

/// FNV-1a over the labels, with a finaliser for the low bits.
std::uint64_t hash_of(std::span<const std::uint32_t> labels) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::uint32_t label : labels) hash = (hash ^ label) * 0x100000001b3ULL;
    hash ^= hash >> 32;
    return hash * 0x9e3779b97f4a7c15ULL ^ (hash >> 29);
}

}  // namespace

void DownTally::merge(const DownTally& other) {
    down += other.down;
    down_squared += other.down_squared;
    down_cubed += other.down_cubed;
    failures += other.failures;
    failures_squared += other.failures_squared;
    down_failures += other.down_failures;
    trials_down += other.trials_down;
    longest = std::max(longest, other.longest);
}

sim::Moments DownTally::moments(std::uint64_t trials) const {
    sim::Moments result;
    result.count = trials;
    result.nonzero = trials_down;
    const double n = static_cast<double>(trials);
    if (trials == 0) return result;
    result.mean = down / n;
    result.m2 = std::max(0.0, down_squared - n * result.mean * result.mean);
    result.m3 = down_cubed - 3.0 * result.mean * down_squared + 2.0 * n * result.mean * result.mean * result.mean;
    result.min = 0.0;
    result.max = longest;
    return result;
}

sim::Moments DownTally::failure_moments(std::uint64_t trials) const {
    sim::Moments result;
    result.count = trials;
    result.nonzero = trials_down;
    if (trials == 0) return result;
    result.mean = failures / static_cast<double>(trials);
    result.m2 = std::max(0.0, failures_squared - failures * result.mean);
    result.min = 0.0;
    return result;
}

sim::PairMoments DownTally::failures_and_down(std::uint64_t trials) const {
    sim::PairMoments pairs;
    pairs.count = trials;
    if (trials == 0) return pairs;
    const double n = static_cast<double>(trials);
    pairs.mean_x = failures / n;
    pairs.mean_y = down / n;
    pairs.m_xx = std::max(0.0, failures_squared - n * pairs.mean_x * pairs.mean_x);
    pairs.m_yy = std::max(0.0, down_squared - n * pairs.mean_y * pairs.mean_y);
    pairs.m_xy = down_failures - n * pairs.mean_x * pairs.mean_y;
    return pairs;
}

ChainTable::Entry& ChainTable::find_or_add(std::span<const std::uint32_t> labels) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = hash_of(labels);
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
        const std::uint32_t found = slots_[slot] - 1;
        if (entries_[found].hash == hash && std::ranges::equal(this->labels(found), labels)) return entries_[found];
        slot = (slot + 1) & (slots_.size() - 1);
    }
    if (entries_.size() >= capacity && !labels.empty()) return find_or_add({});
    slots_[slot] = static_cast<std::uint32_t>(entries_.size() + 1);
    entries_.push_back(
        {hash, static_cast<std::uint32_t>(labels_.size()), static_cast<std::uint32_t>(labels.size()), {}});
    labels_.insert(labels_.end(), labels.begin(), labels.end());
    return entries_.back();
}

void ChainTable::grow() {
    slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
    for (std::uint32_t e = 0; e < entries_.size(); ++e) {
        std::size_t slot = entries_[e].hash & (slots_.size() - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = e + 1;
    }
}

void ChainTable::add(std::span<const std::uint32_t> labels, double seconds, std::uint64_t outages) {
    ChainTally& tally = find_or_add(labels).tally;
    tally.seconds += seconds;
    tally.outages += outages;
}

void ChainTable::merge(const ChainTable& other) {
    for (std::size_t chain = 0; chain < other.size(); ++chain) {
        add(other.labels(chain), other.tally(chain).seconds, other.tally(chain).outages);
    }
}

void WorstTrials::add(Entry entry) {
    const auto worse = [](const Entry& a, const Entry& b) {
        return a.seconds > b.seconds || (a.seconds == b.seconds && a.trial < b.trial);
    };
    if (entries.size() == kept && !worse(entry, entries.back())) return;
    entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, worse), entry);
    if (entries.size() > kept) entries.pop_back();
}

void WorstTrials::merge(const WorstTrials& other) {
    for (const Entry& entry : other.entries) add(entry);
}

void TypicalTrials::add(const WorstTrials::Entry& trial) {
    constexpr double steps_of_a_doubling = 64.0;
    const int step = static_cast<int>(std::floor(std::log2(trial.seconds) * steps_of_a_doubling));
    const auto place = std::lower_bound(entries.begin(), entries.end(), step,
                                        [](const Entry& entry, int other) { return entry.step < other; });
    if (place == entries.end() || place->step != step) {
        entries.insert(place, {step, trial});
    } else if (trial.trial < place->trial.trial) {
        place->trial = trial;
    }
}

void TypicalTrials::merge(const TypicalTrials& other) {
    for (const Entry& entry : other.entries) add(entry.trial);
}

const WorstTrials::Entry& TypicalTrials::nearest(double seconds) const {
    const auto nearer = [&](const Entry& a, const Entry& b) {
        return std::abs(a.trial.seconds - seconds) < std::abs(b.trial.seconds - seconds);
    };
    return std::min_element(entries.begin(), entries.end(), nearer)->trial;
}

void RecordTrial::add(double other, const WorstTrials::Entry& of) {
    const bool is_larger = other > figure || (other == figure && figure > 0.0 && of.trial < trial.trial);
    if (!is_larger) return;
    figure = other;
    trial = of;
}

void ServiceTally::merge(const ServiceTally& other) {
    down.merge(other.down);
    planned_down.merge(other.planned_down);
    unplanned_down.merge(other.unplanned_down);
    degraded.merge(other.degraded);
    outages.merge(other.outages);
    unanswered.merge(other.unanswered);
    down_and_outages.merge(other.down_and_outages);
    risk_and_first.merge(other.risk_and_first);
    first_outage.merge(other.first_outage);
    duration.merge(other.duration);
    down_per_trial.merge(other.down_per_trial);
    worst_month.merge(other.worst_month);
    worst_month_down.merge(other.worst_month_down);
    windows.merge(other.windows);
    add_all(down_on_grid, other.down_on_grid);
    add_all(down_at_instants, other.down_at_instants);
    chains.merge(other.chains);
    worst.merge(other.worst);
    longest_outage.merge(other.longest_outage);
    most_outages.merge(other.most_outages);
    typical.merge(other.typical);
}

void CostTally::merge(const CostTally& other) {
    for (std::size_t i = 0; i < items.size(); ++i) items[i].merge(other.items[i]);
    for (std::size_t p = 0; p < parts.size(); ++p) parts[p].merge(other.parts[p]);
    total.merge(other.total);
}

void Tally::merge(const Tally& other) {
    trials += other.trials;
    events += other.events;
    for (std::size_t u = 0; u < units.size(); ++u) units[u].merge(other.units[u]);
    for (std::size_t s = 0; s < subjects.size(); ++s) subjects[s].merge(other.subjects[s]);
    for (std::size_t s = 0; s < services.size(); ++s) services[s].merge(other.services[s]);
    for (std::size_t s = 0; s < recoveries.size(); ++s) recoveries[s].merge(other.recoveries[s]);
    for (std::size_t s = 0; s < stores.size(); ++s) stores[s].merge(other.stores[s]);
    for (std::size_t s = 0; s < loss_chains.size(); ++s) loss_chains[s].merge(other.loss_chains[s]);
    for (std::size_t d = 0; d < deploys.size(); ++d) {
        deploys[d].made.merge(other.deploys[d].made);
        deploys[d].failed.merge(other.deploys[d].failed);
    }
    for (std::size_t c = 0; c < crew_busy.size(); ++c) crew_busy[c].merge(other.crew_busy[c]);
    for (std::size_t p = 0; p < plans.size(); ++p) plans[p].merge(other.plans[p]);
    costs.merge(other.costs);
    outages.merge(other.outages);
}

Tally empty_tally(const compile::Program& program) {
    Tally tally;
    tally.units.resize(program.units.size());
    tally.subjects.resize(program.subjects.size());
    tally.services.resize(program.service_count);
    if (watches_recovery(program)) tally.recoveries.resize(program.service_count);
    tally.stores.resize(program.failovers.size());
    tally.loss_chains.resize(program.failovers.size());
    tally.deploys.resize(program.deploys.size());
    tally.crew_busy.resize(program.crews.size());
    tally.plans.resize(program.plans.size());
    tally.costs.items.resize(program.costs.items.size());
    for (ServiceTally& service : tally.services) {
        service.down_on_grid.resize(grid_steps + 1);
        service.down_at_instants.resize(program.instants.size());
    }
    return tally;
}

}  // namespace nines::observe
