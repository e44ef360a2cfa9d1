// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/compile/ids.hpp"
#include "sim/kernel/calendar.hpp"

/// Older copies of a store's data, as rules: which instants they hold at a time is computed when somebody asks
/// (engine/recovery_points.hpp), so that no schedule is ever an event.
namespace nines::compile {

enum class BackupKind : std::uint8_t {
    full,      ///< Everything.
    diff,      ///< What has changed since the last full one.
    incr,      ///< What has changed since the last backup of any kind.
    snapshot,  ///< The state of the blocks, kept beside the data until it is copied.
};

/// One schedule of a backup: job n begins at the n-th instant and holds the data as they are then.
struct BackupSeries {
    BackupKind kind = BackupKind::full;
    sim::Recurrence starts;
    std::uint64_t stream = 0;  ///< Address of its jobs' random numbers.
};

/// How a job goes: cut at its start, copied after `hold`, usable in the end after `lag` more.
struct BackupJob {
    double hold_seconds = 0.0;          ///< From the cut until copying begins.
    SamplerId takes = none<SamplerId>;  ///< Of the copying; none: bytes / `bytes_per_second`.
    double bytes_per_second = std::numeric_limits<double>::infinity();
    SamplerId lag = none<SamplerId>;  ///< From the end of the copying until the copy is where it is kept.
    double success = 1.0;             ///< Probability of one try.
    std::uint32_t retries = 0;        ///< Further tries of a job that failed.
    double retry_seconds = 0.0;       ///< Between the start of one try and that of the next.
    double bad = 0.0;                 ///< Probability that a copy is silently unreadable.
    double breaks_per_second = 0.0;   ///< How often copying breaks in silence: what it writes from then on is bad.
};

/// The log of all writes, shipped as it is written or in segments.
struct LogArchive {
    bool exists = false;
    double segment_seconds = 0.0;      ///< A segment is closed so long after it was begun; 0: streamed.
    SamplerId ship = none<SamplerId>;  ///< From the closing of a segment (or a write) until it is kept; none: at once.
    double stops_per_second = 0.0;     ///< How often archiving stops ..
    SamplerId noticed = none<SamplerId>;  ///< .. until somebody notices. What was written meanwhile is a gap.
};

/// What is kept. A backup is kept if any rule wants it, and as long as one that needs it is kept. Kinds that no rule is
/// about are kept: full ones and snapshots for ever, differential and incremental ones as long as a rule wants the
/// full one that they go back to.
struct Retention {
    static constexpr std::uint32_t all = ~std::uint32_t{0};
    std::uint32_t full = all, diff = all, incr = all, snapshot = all;  ///< The newest so many of a kind; all: no rule.
    double window_seconds = std::numeric_limits<double>::infinity();  ///< Any instant within this time can be restored.
    double log_seconds = std::numeric_limits<double>::infinity();     ///< Logs are kept so long.
    /// The last full one (the last snapshot where there are no full ones) of each of so many days, weeks, months and
    /// years that have any.
    std::uint32_t daily = 0, weekly = 0, monthly = 0, yearly = 0;
    double clock_at_start = 0.0;  ///< Seconds since Monday 00:00 at time 0: where days and weeks begin.
    bool has_rules = false;       ///< Else everything is kept.

    bool has_window() const { return window_seconds < std::numeric_limits<double>::infinity(); }
    bool has_calendar() const { return daily + weekly + monthly + yearly > 0; }
};

/// In which shape copies are kept, which says what has to be read for a restore.
enum class RestoreModel : std::uint8_t {
    chain,     ///< Full, differential and each increment are copied one after the other.
    manifest,  ///< Every piece of the data is kept, and read, once: also a full one copies only what has changed.
    block,     ///< A volume made of a snapshot: it is there at once and fetched as it is read.
};

/// From here on a store that is still being copied serves, with a part of its capacity.
struct CopyingStep {
    double capacity = 1.0;  ///< Share of the whole.
    double copied = 0.0;    ///< When this share of the copies has been read ..
    double seconds = -1.0;  ///< .. or, if not negative, so long after reading began; at the latest when all is there.
};

/// How the data come back.
struct RestoreRules {
    RestoreModel model = RestoreModel::chain;
    SamplerId ack = none<SamplerId>, consult = none<SamplerId>;  ///< People who do it answer and decide; none: at once.
    SamplerId travel = none<SamplerId>;                          ///< .. and come to where it is done.
    SamplerId provision = none<SamplerId>;                       ///< Machines and volumes.
    SamplerId fetch = none<SamplerId>;                           ///< Until the first byte comes (archive tiers).
    SamplerId check = none<SamplerId>;                           ///< Before clients may write.
    double bytes_per_second = std::numeric_limits<double>::infinity();
    double replayed_per_second = std::numeric_limits<double>::infinity();  ///< Bytes of log.
    double success = 1.0;  ///< Of one attempt; the next takes the next older copy.
    /// Clients are served from the first of these on, though data are still being copied; none: when all are.
    Range steps = {};  ///< Into Program::copying_steps.
};

/// A place of copies, or a network on the way, that gives all restores which read from it at once so much together.
struct RestorePipe {
    double bytes_per_second = 0.0;
    std::string name;  ///< "domain:vault".
};

struct Backup {
    FailoverId store = none<FailoverId>;
    BackupId source = none<BackupId>;  ///< None: the store itself; else what is copied is another backup's newest copy.
    std::vector<BackupSeries> series;  ///< At most one of each kind.
    LogArchive log;
    BackupJob job;
    Retention keep;
    RestoreRules restore;
    std::vector<LineId> places;          ///< Each holds all copies; reachable while its line is up.
    std::vector<PipeId> pipes;           ///< Beside it: what restores from there share; none: nothing.
    std::vector<HostId> place_hosts;     ///< Beside it: the node or domain whose loss of data takes the copies there.
    std::vector<LineId> own_places;      ///< Where the store's data are, and snapshots until they are copied.
    std::vector<HostId> own_hosts;       ///< Beside it.
    bool is_immutable = false;           ///< Nobody can delete or change a copy before its time.
    std::vector<sim::Recurrence> tests;  ///< Test restores, at most one rule: they find copies that are bad in silence.
    double bytes = 0.0;                  ///< Size of the data at time 0.
    double growth_per_year = 0.0;        ///< Compound.
    double changed_per_second = 0.0;     ///< Bytes of distinct data that change, for differential and incremental ones.
    double hot_bytes = 0.0;              ///< On which changes fall at random; 0: each changes something else.
    double written_per_second = 0.0;     ///< Bytes of log.
    std::uint64_t stream = 0;
    std::string name = {};  ///< "backup:orders", for reports.
};

}  // namespace nines::compile
