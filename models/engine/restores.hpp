// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/chance.hpp"
#include "models/engine/failover_chance.hpp"
#include "models/engine/recovery_points.hpp"
#include "models/engine/restore_reads.hpp"
#include "models/engine/restore_source.hpp"

namespace nines::engine {

/// What happens to a restore, for those who watch.
struct RestoreNews {
    enum class What : std::uint8_t {
        bad_data,  ///< Somebody has noticed that the data are bad.
        begins,
        fails,
        works,
        reads,    ///< At another rate: others read through the same pipe, or do no more.
        copying,  ///< What it can do while it is still being copied has changed, or all is there.
    };
    What what = What::begins;
    bool is_attack = false;            ///< bad_data: somebody has encrypted them.
    BackupId backup = none<BackupId>;  ///< None: a copy that applies writes later.
    CopyId target = none<CopyId>;
    double point = 0.0;          ///< Seconds: the data come back as they were then.
    double lost = 0.0;           ///< Seconds of writes that are lost by it.
    double age = 0.0;            ///< Seconds between the cut of the copy that is used and the store's going down.
    double rate = 0.0;           ///< reads: bytes per second.
    std::uint32_t readers = 0;   ///< reads: restores that share the pipe.
    PipeId pipe = none<PipeId>;  ///< reads.
};

/// In one trial: since when which data have been bad, and what the present restore of each store uses, with its random
/// numbers. Clocks of the handlers in engine/restore.hpp.
class Restores {
public:
    Restores(const Program& program, std::uint64_t seed);

    void begin(std::uint64_t trial);

    /// Clients can write no longer from now on.
    void went_down(FailoverId id, double now);

    // --- bad data -------------------------------------------------------------------------------------------------

    /// The unit has made the data of its stores bad.
    void spoiled(UnitId unit, double now);
    /// Somebody has noticed what is bad. True: it was an attack.
    bool noticed(const DiscreteState& state, FailoverId id, double now);
    /// A copy that applies writes later has not applied what is bad yet.
    bool is_clean(const DiscreteState& state, CopyId id, const FailoverChance& copies, double now) const;
    /// The role of a copy that applies writes later has changed.
    void delayed_changed(const DiscreteState& state, CopyId id, CopyRole before, FailoverChance& copies, double now);
    /// What is being restored dates from before all that is known to be bad.
    bool is_older_than_bad(const DiscreteState& state, FailoverId id) const;
    /// What has come back dates from before this; true if its unit has nothing else to mend.
    bool mends(CorruptionId id, Promotion promotion);

    // --- the restore ------------------------------------------------------------------------------------------------

    /// The newest state that can be restored now; of equals what is there sooner. Kept for what follows.
    RestoreSource find_source(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now);
    /// Something is left somewhere, though it may be out of reach now.
    bool has_anything(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now) const {
        return look(state, id, copies, now).source.kind != RestoreSource::Kind::nothing;
    }
    bool has_people(FailoverId id) const;
    /// They travel before they begin. A log is replayed from anywhere.
    bool has_way(FailoverId id) const;
    /// Draws how long the phase takes. Where backups are read slower while others read too, reading begins with it, and
    /// where clients are served before all is copied the phase ends with the first of its steps: see `reads`.
    double phase_seconds(const DiscreteState& state, FailoverId id, FailoverPhase phase, double now);
    RestoreReads& reads() { return reads_; }
    const RestoreReads& reads() const { return reads_; }
    /// Draws whether the attempt has worked. If not, the next one is for an older state.
    bool works(FailoverId id, double now);
    RestoreNews news(FailoverId id, RestoreNews::What what, CopyId target) const;
    /// Seconds of writes that are lost by it. The next restore begins anew.
    double finish(FailoverId id);

    void plan(FailoverId id, Range targets) { courses_[+id].planned = targets; }
    Range planned_targets(FailoverId id) const { return courses_[+id].planned; }

    void lose_place(HostId host, double now) { points_.lose_place(host, now); }

private:
    static constexpr double never = std::numeric_limits<double>::infinity();

    struct Course {
        double down_at = 0.0;           ///< When clients could write last.
        RecoveryPoint point;            ///< What is restored.
        CopyId delayed = none<CopyId>;  ///< From this copy; none: from a backup.
        double replay_seconds = 0.0;    ///< Of that copy ..
        double received_until = 0.0;    ///< .. which has received what was written by then.
        bool was_attacked = false;
        Range planned;
        std::uint32_t stages = 0;  ///< Drawn so far.
        std::uint32_t outcomes = 0;
    };

    struct Found {
        RestoreSource source;
        RecoveryPoint point;
        double replay_seconds = 0.0;  ///< Of a delayed copy.
        double received_until = 0.0;  ///< By it.
    };

    /// What a copy that applies writes later has applied although its delay is not over.
    struct Log {
        double applied_until = -never;  ///< It was primary, or was made anew from one: everything up to this instant.
        double from = 0.0;              ///< Being replayed: from this instant ..
        double to = 0.0;                ///< .. to this one ..
        double began = 0.0;
        double takes = 0.0;
    };

    const RestoreRules& rules(const Course& course) const { return program_->backups[+course.point.backup].restore; }
    double draw(FailoverId id, SamplerId sampler, std::uint64_t n) const;
    double earliest_bad(const DiscreteState& state, FailoverId id) const;
    double mean_seconds(const RecoveryPoint& point) const;
    bool is_out_of_reach(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now) const;
    Found look(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now) const;
    void look_at_delayed(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now,
                         Found& found) const;
    static double replayed_until(const Log& log, double now);
    double received_until(const DiscreteState& state, CopyId id, const FailoverChance& copies) const;
    double applied_until(const DiscreteState& state, CopyId id, const FailoverChance& copies, double now) const;
    PipeId pipe_of(const DiscreteState& state, const Backup& backup) const;
    double replay_seconds(const FailoverGroup& group, double from, double to) const;

    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    RecoveryPoints points_;
    std::vector<Course> courses_;  ///< By failover group; empty if nothing is ever restored.
    RestoreReads reads_;
    std::vector<Log> logs_;          ///< By copy; empty if none applies writes later.
    std::vector<double> bad_since_;  ///< By corruption; infinity: what came back dates from before it.
};

}  // namespace nines::engine
