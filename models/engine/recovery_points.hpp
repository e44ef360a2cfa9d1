// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "models/engine/backup_jobs.hpp"
#include "models/engine/backup_retention.hpp"
#include "models/engine/backup_troubles.hpp"
#include "models/engine/discrete_state.hpp"

namespace nines::engine {

/// What somebody who has to restore a store asks its backups for.
struct RestoreRequest {
    FailoverId store = none<FailoverId>;
    double now = 0.0;        ///< Seconds: what is usable by now counts.
    double not_after = 0.0;  ///< The state must not be newer than this: when the data were lost, or became bad.
    /// Only by copies with data older than this, of all backups: `RecoveryPoint::next_older_than` after an attempt that
    /// failed. `RecoveryPoints::rule_out` does the same for one backup alone.
    double older_than = std::numeric_limits<double>::infinity();
    /// The data are gone since: what had not been copied or shipped by then never will be. Infinite for data that are
    /// bad but there.
    double lost_at = std::numeric_limits<double>::infinity();
    bool after_attack = false;  ///< Whoever is to blame could delete what is not immutable.

    bool operator==(const RestoreRequest&) const = default;
};

/// A state of the data that can be restored, and what that takes.
struct RecoveryPoint {
    BackupId backup = none<BackupId>;
    double at = 0.0;          ///< Seconds: the data are as they were at this instant.
    double copy_bytes = 0.0;  ///< To read by the backup's model of restore: full, differential, increments.
    double log_bytes = 0.0;   ///< To replay after that.
    std::uint32_t links = 0;  ///< Copies that all have to be readable.
    bool is_readable = true;  ///< None of them is bad in silence: found out only by trying.
    double base_at = 0.0;     ///< When its newest copy without the log was cut: "age of the copy used".
    /// What to try after it has failed: copies with data older than this. The oldest link that is bad, else its newest.
    double next_older_than = 0.0;
};

/// The recovery points of all stores in one trial: a pure function of (seed, trial, time), but for what a trial has
/// destroyed or found out. Nothing is computed before somebody asks, and no job, test or deletion is an event: the jobs
/// are looked at from the present backwards, as far as the answer needs
/// (docs/decisions/0015-recovery-points-on-demand.md).
class RecoveryPoints {
public:
    RecoveryPoints(const Program& program, std::uint64_t seed);
    // Its parts know each other by address.
    RecoveryPoints(const RecoveryPoints&) = delete;
    RecoveryPoints& operator=(const RecoveryPoints&) = delete;

    void begin(std::uint64_t trial);

    /// Does the store have any backups?
    bool exist_for(FailoverId store) const { return !backups_of_[+store].empty(); }

    /// The newest state that the request allows, at a place that can be reached now; nothing if there is none. Of two
    /// equally new ones that which reads less.
    std::optional<RecoveryPoint> newest(const DiscreteState& state, const RestoreRequest& request) const;

    /// What one backup keeps at a time, in bytes, at one of its places, as if nothing were ever lost. Without any rule
    /// all since the beginning of the trial is kept.
    double stored_bytes(BackupId backup, double now) const;

    /// Copies kept on this node or in this domain are gone for good, snapshots beside the data too.
    void lose_place(HostId domain, double now);
    /// Whoever attacks the store deletes every copy that is not immutable.
    void attack(FailoverId store, double now);
    /// Data written between these instants were bad: copies of them are of no use, and the log leads up to `from` only.
    void spoil(FailoverId store, double from, double until);
    /// A restore has found a copy unreadable: whatever breaks its backups is mended now.
    void found_unreadable(BackupId backup, double now);

    /// An attempt with this point has failed: the next older copies of its backup come next ..
    void rule_out(const RecoveryPoint& point);
    /// .. until the restore is over, whichever way.
    void end_of_attempts(FailoverId store);

private:
    /// How far back what a backup held was destroyed, as seen from what can be reached now.
    struct Reach {
        double gone_before = 0.0;      ///< At its places; infinite if none can be reached.
        double own_gone_before = 0.0;  ///< Beside the data.

        bool operator==(const Reach&) const = default;
    };
    /// The last answer of a backup: a restore asks more than once.
    struct Answer {
        bool is_known = false;
        RestoreRequest request;
        Reach reach;
        std::optional<RecoveryPoint> point;
    };
    struct Chain {
        double bytes = 0.0;
        std::uint32_t links = 0;
        bool is_usable = true;
        double oldest_bad = std::numeric_limits<double>::infinity();  ///< Data of the oldest link that is bad.
        bool is_known = false;                                        ///< That it is bad was found out.
    };

    std::optional<RecoveryPoint> newest_of(BackupId id, const DiscreteState& state, RestoreRequest request) const;
    std::optional<RecoveryPoint> find_newest(BackupId id, const RestoreRequest& request, const Reach& reach) const;
    void forget_answers();
    Reach reach_of(BackupId id, const DiscreteState& state, const RestoreRequest& request) const;
    bool is_allowed(BackupId id, const BackupCopy& copy, const RestoreRequest& request) const;
    bool is_known_bad(const BackupCopy& copy) const;
    static bool is_there(const BackupCopy& copy, const RestoreRequest& request, const Reach& reach);
    Chain chain_of(BackupId id, const BackupCopy& copy, const RestoreRequest& request, const Reach& reach) const;
    void add_link(BackupId id, const BackupCopy& link, double now, Chain& chain) const;
    bool was_found_out(BackupId id, const BackupCopy& link, double now) const;
    bool is_in_use(BackupId id, const BackupCopy& link, double at) const;
    double bytes_to_read(BackupId id, const BackupCopy& link, const BackupCopy* base) const;
    void add_log(RecoveryPoint& point, const RestoreRequest& request, const Reach& reach) const;
    double newest_log(BackupId id, const RestoreRequest& request) const;
    double unspoiled(FailoverId store, double seconds) const;

    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    CopyLosses losses_;
    BackupJobs jobs_;
    /// Made as far as asked for, the same whoever asks first.
    mutable BackupTroubles troubles_;
    mutable LinksInWait kept_links_, counted_links_;                ///< Room for lists.
    mutable std::vector<BackupCopy> links_;                         ///< Of the chain that was looked at last.
    mutable std::vector<BackupCopy> known_bad_;                     ///< Down to the one that is bad ..
    mutable std::size_t next_known_bad_ = 0;                        ///< .. and as far as the walk has come.
    mutable std::vector<Answer> answers_;                           ///< By backup.
    std::vector<std::vector<BackupId>> backups_of_;                 ///< By store.
    std::vector<double> found_out_at_;                              ///< By backup: a restore has met a bad copy.
    std::vector<double> ruled_out_from_;                            ///< By backup.
    std::vector<std::vector<BackupTroubles::Span>> spoiled_spans_;  ///< By store.
};

}  // namespace nines::engine
