// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "models/engine/discrete_state.hpp"
#include "models/engine/job_fates.hpp"
#include "sim/random/stream.hpp"

namespace nines::engine {

/// What one job of a backup has made.
struct BackupCopy {
    BackupKind kind = BackupKind::full;
    std::uint32_t series = 0;
    std::int64_t job = 0;    ///< Its instant is phase + job * period; below 0 before the trial begins.
    double began = 0.0;      ///< Seconds: start of the try that worked.
    double at = 0.0;         ///< The data are as they were then: at `began`, or older in a copy of another backup.
    double copied_at = 0.0;  ///< Whatever is copied is needed until then.
    double usable_at = 0.0;  ///< It is where it is kept.
    double bytes = 0.0;      ///< Copied for it; 0 where nothing depends on it.
};

/// When copies were destroyed in this trial.
struct CopyLosses {
    static constexpr double never = -std::numeric_limits<double>::infinity();

    std::vector<std::vector<double>> lost_at;      ///< By backup and place: what was usable there by then is gone.
    std::vector<std::vector<double>> own_lost_at;  ///< By backup and host of the data: snapshots.
    std::vector<double> attacked_at;               ///< By backup.
};

/// A set of kinds of backups, one bit each.
using BackupKinds = std::uint8_t;
constexpr BackupKinds bit_of(BackupKind kind) {
    return static_cast<BackupKinds>(1U << static_cast<unsigned>(kind));
}
inline constexpr BackupKinds all_kinds = 15;
inline constexpr BackupKinds chain_kinds = 7;  ///< Full, differential, incremental.

/// The jobs of all backups in a trial: a pure function of (seed, trial, number of the job), except that a copy of
/// another backup's copy also asks what the trial has destroyed.
///
/// Job n begins at phase + n * period, for n below 0 too: backups were made before the trial as they are during it. Try
/// r begins r * `retry_seconds` later; the first that works counts. A differential or incremental job is left out when
/// a fuller one is due at the same instant, or still copies.
///
/// Whoever goes through a chain asks for neighbouring jobs one after the other, and for the same full copy each time:
/// the last answers are remembered.
class BackupJobs {
public:
    BackupJobs(const Program& program, std::uint64_t seed, const CopyLosses& losses);

    void begin(std::uint64_t trial);
    /// What is copied of copies may have changed: something was destroyed.
    void forget();

    const Backup& rules(BackupId id) const { return program_->backups[+id]; }
    /// Size of the data at that time: it grows at a compound rate.
    double size_at(BackupId id, double seconds) const;
    /// What has changed between two times, and never more than the data: in proportion to the time, or, where writes
    /// fall anywhere on a hot part h of the data, h (1 - exp(-written / h)), for some of it is written more than once.
    double changed(BackupId id, double from, double to) const;

    /// What the job has made; nothing if none of its tries worked or it was left out.
    std::optional<BackupCopy> copy(BackupId id, std::uint32_t series, std::int64_t job) const;
    /// The last of this kind that began before `seconds`.
    std::optional<BackupCopy> last_before(BackupId id, BackupKind kind, double seconds) const;
    /// What a differential or incremental copy builds upon.
    std::optional<BackupCopy> base_of(BackupId id, const BackupCopy& copy) const;
    /// What a job of a copy of a copy, begun then, finds at its source.
    std::optional<BackupCopy> found_at_source(BackupId id, double began) const;

    /// Is the copy unreadable by itself, whatever breaks its backups?
    bool is_bad(BackupId id, const BackupCopy& copy) const;

    /// Number of the last instant of the series at or before `seconds`.
    static std::int64_t last_job(const BackupSeries& series, double seconds);

private:
    /// The last answers about one schedule.
    struct Memory {
        static constexpr std::int64_t none_yet = std::numeric_limits<std::int64_t>::min();
        JobFates failed, bad;
        std::int64_t job = none_yet;  ///< Whose beginning is known.
        std::optional<double> began;
        double due = 0.0, next_due = 0.0;  ///< Between these `last` is the last that began, once it has.
        BackupCopy last;
    };
    Memory& memory(BackupId id, std::uint32_t series) const { return memories_[+id][series]; }

    const BackupCopy* known_last(BackupId id, std::uint32_t series, double seconds) const;
    std::optional<double> began(BackupId id, std::uint32_t series, std::int64_t job) const;
    std::optional<double> find_beginning(BackupId id, std::uint32_t series, std::int64_t job) const;
    double failed_tries(BackupId id, std::uint32_t series, std::int64_t job) const;
    bool gives_way(BackupId id, BackupKind kind, double start) const;
    bool is_kept_waiting(BackupId id, BackupKind kind, double began) const;
    double previous(BackupId id, BackupKind kind, double began) const;
    std::optional<std::uint32_t> series_of(BackupId id, BackupKind kind) const;
    double bytes_of(BackupId id, const BackupCopy& copy) const;
    double bytes_of_chain(BackupId id, const BackupCopy& copy) const;

    const Program* program_;
    const CopyLosses* losses_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    mutable std::vector<std::array<Memory, 4>> memories_;  ///< By backup and schedule.
};

/// Copies whose base has not been met yet by a walk from new to old.
class LinksInWait {
public:
    void clear() { links_.clear(); }
    bool empty() const { return links_.empty(); }

    /// A copy that builds upon another waits for it; others do not.
    void add(const BackupCopy& copy) {
        if (copy.kind == BackupKind::diff || copy.kind == BackupKind::incr) links_.push_back(copy);
    }

    /// Calls `visit` for each that builds upon this copy, which waits no longer. Was there any?
    template <class Visit>
    bool meet(const BackupCopy& copy, Visit&& visit) {
        if (links_.empty() || copy.kind == BackupKind::snapshot) return false;
        return std::erase_if(links_, [&](const BackupCopy& link) {
                   const bool fits =
                       link.kind == BackupKind::diff ? copy.kind == BackupKind::full : copy.copied_at <= link.began;
                   if (!fits || copy.began >= link.began) return false;
                   visit(link);
                   return true;
               }) > 0;
    }

    /// Those that never met their base.
    const std::vector<BackupCopy>& left() const { return links_; }

private:
    std::vector<BackupCopy> links_;
};

/// Goes through the copies of a backup that began at or before an instant, the newest first.
class BackupWalk {
public:
    BackupWalk(const BackupJobs& jobs, BackupId id, double from, BackupKinds kinds = all_kinds);

    /// Null when there are no more, or too many were looked at.
    const BackupCopy* next();

private:
    void advance(std::uint32_t series);

    const BackupJobs* jobs_;
    BackupId id_;
    double from_;
    std::uint32_t left_;  ///< Jobs that may still be looked at.
    std::array<std::int64_t, 4> job_{};
    std::array<std::optional<BackupCopy>, 4> head_;
    BackupCopy current_;
};

/// Calls `visit(copy, base)` for a copy and all that it builds upon, down to the full one, whose base is null, until it
/// says no. False if one of them is missing.
template <class Visit>
bool for_each_link(const BackupJobs& jobs, BackupId id, BackupCopy link, Visit&& visit) {
    // Increments are met one after the other by one walk.
    BackupWalk walk(jobs, id, std::nextafter(link.began, CopyLosses::never),
                    link.kind == BackupKind::incr ? chain_kinds : BackupKinds{0});
    while (link.kind == BackupKind::diff || link.kind == BackupKind::incr) {
        std::optional<BackupCopy> base;
        if (link.kind == BackupKind::diff) {
            base = jobs.base_of(id, link);
        } else {
            const BackupCopy* candidate = walk.next();
            while (candidate != nullptr && candidate->copied_at > link.began) candidate = walk.next();
            if (candidate != nullptr) base = *candidate;
        }
        if (!base) return false;
        if (!visit(link, &*base)) return true;
        link = *base;
    }
    visit(link, static_cast<const BackupCopy*>(nullptr));
    return true;
}

}  // namespace nines::engine
