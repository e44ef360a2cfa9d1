// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "models/observe/failure_classes.hpp"
#include "sim/stats/log_histogram.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/pair_moments.hpp"

/// What is kept of many trials about recoveries and failovers, by class of failure and (in the last slot) of all.
namespace nines::observe {

/// Power sums of a count per trial; trials without any cost nothing.
struct CountTally {
    double sum = 0.0;
    double squares = 0.0;
    double cubes = 0.0;
    double most = 0.0;  ///< In one trial.
    std::uint64_t trials_with = 0;

    void add(std::uint32_t count);
    void merge(const CountTally& other);
    /// Over `trials` trials.
    sim::Moments moments(std::uint64_t trials) const;
};

/// Events that have a size: outages with their length, losses with theirs.
struct EventTally {
    sim::LogHistogram sizes;
    sim::PairMoments per_trial;  ///< Events (x) and the sum of their sizes (y), over the trials that had any.

    void merge(const EventTally& other);
    /// The same over all trials.
    sim::PairMoments over(std::uint64_t trials) const;
};

/// Stages of a recovery: the phases of a failover, and the steps of a plan.
inline constexpr std::size_t plan_stage = failover_phase_count;
inline constexpr std::size_t stage_count = failover_phase_count + 1;

/// Seconds in each stage of recovery; `serving` stands for the time in which no store was waited for: repair.
using StageTicks = std::array<sim::Tick, stage_count>;

/// Everything about the recoveries of one service.
struct RecoveryTally {
    std::array<EventTally, class_slots> times;
    std::array<sim::PairMoments, stage_count> stages;  ///< Outages (x) and seconds in the stage (y).
    sim::PairMoments
        people;  ///< Of the recoveries of a trial: seconds of all stages (x), of those that wait for people (y).
    std::array<sim::PairMoments, class_slots> rto;  ///< Outages held against it (x), and met (y).
    std::array<sim::PairMoments, class_slots> rpo;  ///< Losses held against it (x), and met (y).

    void merge(const RecoveryTally& other);
};

/// What happens to a store that is counted.
enum class StoreEvent : std::uint8_t {
    failover,        ///< Another copy was promoted.
    failed_stage,    ///< A stage did not work.
    split_brain,     ///< The former primary, cut off, takes writes beside the new one.
    total_loss,      ///< Promoted without any data left, or at the end of the trial still without.
    switchover,      ///< A planned hand-over to another copy.
    restore,         ///< The data have come back from a backup, or from a copy that applies writes later.
    failed_restore,  ///< An attempt at that did not work.
};
inline constexpr std::size_t store_event_count = 7;

/// The largest figure of any trial, and which trial that was; of equals the first.
struct LargestOfTrials {
    double figure = 0.0;  ///< 0: there was none.
    std::uint64_t trial = 0;

    void add(double other, std::uint64_t of) {
        if (other < figure || (other == figure && (figure == 0.0 || of > trial))) return;
        figure = other;
        trial = of;
    }
};

/// Everything about one store.
struct StoreTally {
    std::array<std::array<CountTally, class_slots>, store_event_count> counts;
    std::array<EventTally, class_slots> losses;  ///< Seconds of writes, of each promotion and of each split brain.
    sim::PairMoments
        loss_bytes;  ///< Where the rate of writes varies: losses (x) and their bytes (y), by trials with any.

    std::array<EventTally, class_slots> restore_ages;  ///< Of the backups used: from their cut to the store's loss.

    LargestOfTrials largest_loss;      ///< Seconds of writes by one event; infinite: everything.
    LargestOfTrials longest_recovery;  ///< Seconds from the loss of a primary until clients are served again.

    const std::array<CountTally, class_slots>& of(StoreEvent event) const {
        return counts[static_cast<std::size_t>(event)];
    }
    void merge(const StoreTally& other);
};

/// Everything about one plan.
struct PlanTally {
    CountTally done;
    CountTally failed;
    EventTally times;         ///< From the beginning of what it is for to its last step, of those carried out.
    sim::PairMoments people;  ///< Of these their seconds (x), and those in which people answered and decided (y).

    void merge(const PlanTally& other);
};

/// The stores that a service cannot do without, or only as far as others replace them: every failover group whose role
/// is in the cone of its line, in the order of the file.
std::vector<FailoverId> stores_behind(const Program& program, LineId line);

/// Recoveries are recorded if there is a store, or an objective for them.
bool watches_recovery(const Program& program);

}  // namespace nines::observe
