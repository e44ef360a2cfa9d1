// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/outage_list.hpp"
#include "models/observe/recovery_tally.hpp"
#include "models/observe/window_tally.hpp"
#include "sim/stats/log_histogram.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/pair_moments.hpp"

/// What is kept of many trials: fixed memory, however many there are. Tallies of blocks of trials are merged in the
/// order of the blocks, so the same trials give the same bits for any number of threads.
namespace nines::observe {

/// Power sums of one thing's downtime and failures per trial; light, for there may be many things.
struct DownTally {
    double down = 0.0;  ///< Sum over trials of the seconds down.
    double down_squared = 0.0;
    double down_cubed = 0.0;
    double failures = 0.0;
    double failures_squared = 0.0;
    double down_failures = 0.0;
    std::uint64_t trials_down = 0;  ///< Trials with any downtime.
    double longest = 0.0;           ///< Most seconds down in one trial.

    void add(double seconds, double count) {
        down += seconds;
        down_squared += seconds * seconds;
        down_cubed += seconds * seconds * seconds;
        failures += count;
        failures_squared += count * count;
        down_failures += seconds * count;
        trials_down += seconds > 0.0 ? 1 : 0;
        longest = seconds > longest ? seconds : longest;
    }
    void merge(const DownTally& other);

    /// Moments of the seconds down per trial, over `trials` trials.
    sim::Moments moments(std::uint64_t trials) const;
    /// Moments of the failures per trial (without the third).
    sim::Moments failure_moments(std::uint64_t trials) const;
    /// Failures (x) and seconds down (y) per trial, for the mean time down per failure.
    sim::PairMoments failures_and_down(std::uint64_t trials) const;
};

/// Outages charged to one chain of causes.
struct ChainTally {
    double seconds = 0.0;
    std::uint64_t outages = 0;
};

/// Chains by the labels of their causes, first cause first. Beyond `capacity` distinct chains the rest is summed
/// under the empty chain. A hash table over flat arrays: a chain that was seen before costs no allocation.
class ChainTable {
public:
    static constexpr std::size_t capacity = 20000;

    void add(std::span<const std::uint32_t> labels, double seconds, std::uint64_t outages = 1);
    void merge(const ChainTable& other);

    /// The chains in the order in which they were first seen.
    std::size_t size() const { return entries_.size(); }
    std::span<const std::uint32_t> labels(std::size_t chain) const {
        return {labels_.data() + entries_[chain].begin, entries_[chain].length};
    }
    const ChainTally& tally(std::size_t chain) const { return entries_[chain].tally; }

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        ChainTally tally;
    };

    Entry& find_or_add(std::span<const std::uint32_t> labels);
    void grow();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> labels_;  ///< Of all entries, one after the other.
    std::vector<std::uint32_t> slots_;   ///< Open addressing: 1 + index of an entry, 0 for a free slot.
};

/// The trials with the most downtime.
struct WorstTrials {
    static constexpr std::size_t kept = 10;
    struct Entry {
        std::uint64_t trial;
        double seconds;
        std::uint64_t outages;
    };
    std::vector<Entry> entries;  ///< Worst first; ties by trial number.

    void add(Entry entry);
    void merge(const WorstTrials& other);
};

/// One trial that stands for all with about as much downtime, for each of 64 steps of a doubling: the first of them.
struct TypicalTrials {
    struct Entry {
        int step;
        WorstTrials::Entry trial;
    };
    std::vector<Entry> entries;  ///< By step.

    /// Precondition: its downtime is above 0.
    void add(const WorstTrials::Entry& trial);
    void merge(const TypicalTrials& other);
    /// The one whose downtime is nearest to this. Precondition: there is one.
    const WorstTrials::Entry& nearest(double seconds) const;
};

/// The trial with the largest figure of some kind; of equals the first.
struct RecordTrial {
    double figure = 0.0;  ///< 0: none so far.
    WorstTrials::Entry trial = {};

    void add(double other, const WorstTrials::Entry& of);
    void merge(const RecordTrial& other) { add(other.figure, other.trial); }
};

/// Everything about one service.
struct ServiceTally {
    sim::Moments down;            ///< Seconds down per trial.
    sim::Moments planned_down;    ///< Of these: in outages that planned work alone made.
    sim::Moments unplanned_down;  ///< ... and in all others.
    sim::Moments degraded;    ///< Seconds per trial in which it was up without all of its soft needs, if it has any.
    sim::Moments outages;     ///< Outages per trial.
    sim::Moments unanswered;  ///< Share of the requests per trial; of services whose requests are counted.
    sim::PairMoments down_and_outages;
    sim::PairMoments risk_and_first;  ///< Seconds until the first outage or the horizon; 1 if there was one.
    sim::Moments first_outage;        ///< Seconds until it, over the trials that had one.
    sim::LogHistogram duration;       ///< Of every outage.
    sim::LogHistogram down_per_trial;
    sim::LogHistogram worst_month;
    sim::Moments worst_month_down;
    WindowTally windows;                         ///< Of its objective, if it has one.
    std::vector<std::int64_t> down_on_grid;      ///< Trials that are down at i/100 of the horizon.
    std::vector<std::int64_t> down_at_instants;  ///< ... at Program::instants.
    ChainTable chains;
    WorstTrials worst;
    RecordTrial longest_outage;  ///< Seconds.
    RecordTrial most_outages;
    TypicalTrials typical;

    void merge(const ServiceTally& other);
};

/// The deploys of one group, per trial.
struct DeployTally {
    sim::Moments made;
    sim::Moments failed;  ///< Of these: bad ones.
};

/// What the trials cost beyond what is known beforehand.
struct CostTally {
    std::vector<sim::Moments> items;  ///< By item of the program's costs; those that do not vary stay empty.
    std::array<sim::Moments, compile::cost_part_count> parts;
    sim::Moments total;

    void merge(const CostTally& other);
};

struct Tally {
    std::uint64_t trials = 0;
    std::uint64_t events = 0;
    std::vector<DownTally> units;
    std::vector<DownTally> subjects;  ///< By subject; those of a single unit stay empty: see `units`.
    std::vector<ServiceTally> services;
    std::vector<RecoveryTally> recoveries;  ///< By service, where `watches_recovery`; else empty.
    std::vector<StoreTally> stores;         ///< By failover group.
    std::vector<ChainTable> loss_chains;    ///< By failover group: writes lost in seconds, losses.
    std::vector<DeployTally> deploys;       ///< By the program's deploys.
    std::vector<PlanTally> plans;           ///< By plan.
    CostTally costs;                        ///< Empty if nothing has a price.
    std::vector<sim::Moments> crew_busy;    ///< By crew: busy seconds of all its members per trial.
    OutageList outages;                     ///< One by one, where that is wanted.

    void merge(const Tally& other);
};

/// Points of the availability curve: i = 0 .. grid_steps at i / grid_steps of the horizon.
inline constexpr std::size_t grid_steps = 100;

Tally empty_tally(const compile::Program& program);

}  // namespace nines::observe
