// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "models/engine/backup_jobs.hpp"

namespace nines::engine {

/// Which copies of a backup are still kept at a time, found by going through those that can be used then, the newest
/// first: a copy is deleted when a newer one that makes it unnecessary can be used.
///
/// Kept is what a rule wants, and whatever something that is kept builds upon.
class BackupRetention {
public:
    /// `waiting` is room for a list.
    BackupRetention(const BackupJobs& jobs, BackupId id, double now, LinksInWait& waiting);

    /// Every copy that the walk comes to, usable or not, is met before `keeps` is asked about it.
    void meet(const BackupCopy& copy);
    bool keeps(const BackupCopy& copy);
    /// Nothing older is kept.
    bool is_over() const;

private:
    bool is_wanted(const BackupCopy& copy);
    bool fits_calendar(double at) const;
    void note_in_calendar(double at);
    bool root_is_wanted(const BackupCopy& copy) const;
    bool is_free(BackupKind kind) const;
    bool is_on_calendar(BackupKind kind) const;
    bool exists(BackupKind kind) const { return (kinds_ & bit_of(kind)) != 0; }
    bool has_room(BackupKind kind) const;
    std::array<double, 4> buckets(double at) const;

    const BackupJobs* jobs_;
    BackupId id_;
    const Retention* rules_;
    double now_;
    BackupKinds kinds_ = 0;                    ///< That the backup has.
    std::array<std::uint32_t, 4> seen_{};      ///< By kind.
    std::array<std::uint32_t, 4> filled_{};    ///< By day, week, month, year: how many have their copy.
    std::array<double, 4> last_bucket_{};      ///< Beside it: the one that got its copy last.
    std::array<bool, 2> window_is_covered_{};  ///< By chains, by snapshots.
    LinksInWait* waiting_;                     ///< What is kept, and has not met what it builds upon.
    bool is_needed_ = false;                   ///< The copy that was met last: something builds upon it.
};

}  // namespace nines::engine
