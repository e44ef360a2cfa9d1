// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/origin.hpp"
#include "models/scenario/values.hpp"

/// Where data are and how they survive: stores with their failover and replication, and backups.
namespace nines::scenario {

/// How a failure is noticed: a distribution written directly (`takes`), or how the check works.
struct Detection {
    Place place;
    Field<std::string> preset;     ///< As written; already merged.
    Field<sim::Law> takes;         ///< Any failure, from its instant; "instant" is 0 s.
    Field<sim::Law> takes_silent;  ///< A silent one, if that differs.
    Field<CheckKind> kind;         ///< probe.
    Field<Duration> inter;         ///< Time between checks; heartbeat period of a lease.
    Field<Duration> fastinter;     ///< ... while the state is in transition; inter.
    Field<Duration> downinter;     ///< ... while it is down; inter.
    Field<Duration> timeout;       ///< Of one check; inter. Of a lease: its length.
    Field<std::int64_t> fall;      ///< Failed checks in a row until it counts as down.
    Field<std::int64_t> rise;      ///< Good checks in a row until it counts as up.
    Field<double> jitter;          ///< Each interval varies by up to this share.
    Field<Rate> traffic;           ///< Passive: requests per time that reach it.
    Field<double> false_positive;  ///< Probability that a check of a healthy target fails.
    /// The same of one that is loaded to its capacity or beyond; `false_positive`.
    Field<double> false_positive_full;
};

/// One stage of a recovery: `promote = "10 s"` or `{ takes = "10 s", works = "98%" }`.
struct Stage {
    Place place;
    Field<sim::Law> takes;
    Field<double> works;  ///< Probability of success; 1.
};

/// How another copy takes over.
struct Failover {
    Place place;
    Field<std::string> preset;      ///< As written; already merged.
    Field<FailoverMode> mode;       ///< automatic.
    Field<std::string> by;          ///< Crew that does what is done by hand.
    Field<sim::Law> restart_first;  ///< A stopped process is given so long to come back where it is.
    Field<Detection> detect;
    Field<Stage> decide, fence, promote, redirect, warm;
    Field<Stage> by_hand;      ///< Recovery by people when a stage has failed, or in manual mode.
    Field<bool> self_demotes;  ///< A primary that is cut off stops by itself (its lease runs out); false.
    Field<LagLimit> lag_limit;
    Field<std::vector<Need>> needs;        ///< Automation works only while these are up.
    Field<std::vector<Selector>> witness;  ///< Votes beside the copies'.
    Field<sim::Law>
        cold_start;            ///< Nobody was left: from the first that comes back to serving; default: decide to warm.
    Field<Duration> hold;      ///< No second automatic failover so soon after one; 0.
    Field<Rate> false_alarms;  ///< Healthy primaries taken for dead; 0.
    Field<RepairTime> repair;  ///< at-once.
    Field<double> split_share;  ///< Share of writes that still reach a rival during a split brain; 1.
    Field<Stage> switchover;    ///< A planned hand-over; absent: planned work costs what a failover known at once does.
    Field<sim::Law> failback;   ///< The first copy, well again for so long, is primary again; never.
    Field<WithoutNeeds> without_needs;  ///< stay.
    Field<sim::Law> step_down;          ///< Without its needs a primary serves on for so long; as silence is noticed.
};

struct Replication {
    Place place;
    Field<ReplicationMode> mode;            ///< async.
    Field<std::int64_t> acks;               ///< Sync: replicas that must have a write; 1. Quorum: copies; majority.
    Field<WithoutReplica> without_replica;  ///< continue.
    Field<sim::Law> stall;                  ///< How long writes hang until a lost replica is given up; 0.
    Field<sim::Law> lag;                    ///< How far a copy that is not in sync is behind; 0.
    Field<SyncWith> sync_with;              ///< any.
    Field<ByteRate> replay;                 ///< How fast a replica applies what it receives; without limit.
};

/// How a copy follows again.
struct Resync {
    Place place;
    Field<sim::Law> rewind;  ///< After an absence with its data kept; 0.
    Field<sim::Law> refill;  ///< A full copy; default: size / rate.
    Field<ByteRate> rate;    ///< Of a full copy; 300 MB/s.
};

/// Copies elsewhere that follow the primary: `[[store.X.follower]]`.
struct Follower {
    Place place;
    Field<std::string> on;
    Field<ReplicationMode> mode;  ///< async.
    Field<sim::Law> lag;
    Field<PromoteBy> promote;  ///< plan.
    Field<Duration> delay;     ///< It applies what it has received so much later; 0.
};

/// Kind `store`: copies of data, of which one is primary.
struct Store {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> on;  ///< A group: every member holds a copy.
    Field<Size> size;
    Field<ByteRate> writes;
    Field<std::string> writes_follow;  ///< A service: `writes` are at its peak and rise and fall with its load.
    Field<double> growth;              ///< Of `size`, per year, compound; 0.
    Field<Replication> replication;
    Field<Failover> failover;
    Field<Resync> resync;
    std::vector<Follower> followers;
    Field<Price> price;  ///< Of each copy of the data; nothing.
};

/// The log of all writes: `log = "every 60 s"` or `{ when = "streamed", ship = "1 s" }`.
struct BackupLog {
    Place place;
    Field<LogPace> when;
    Field<Size> segment;
    Field<sim::Law> ship;           ///< From the closing of a piece until it is kept; 0.
    Field<Rate> stops;              ///< Nothing is shipped any more, in silence; 0.
    Field<sim::Law> noticed_after;  ///< How long that lasts.
};

/// What a backup keeps; several rules together keep what any of them wants.
struct BackupKeep {
    Place place;
    Field<std::int64_t> full, diff, incr, snapshot;      ///< The newest so many.
    Field<Duration> log;                                 ///< Logs are kept so long.
    Field<Duration> window;                              ///< Any time within so long can be restored.
    Field<std::int64_t> daily, weekly, monthly, yearly;  ///< The last of each of so many.
};

/// How a backup's job goes.
struct BackupJob {
    Place place;
    Field<ByteRate> rate;
    Field<sim::Law> takes;        ///< Instead of rate.
    Field<Duration> hold;         ///< From the start until copying begins; 0.
    Field<sim::Law> lag;          ///< From the end of copying until it is where it is kept; 0.
    Field<double> success;        ///< Probability of one try; 1.
    Field<std::int64_t> retries;  ///< 0.
    Field<Duration> retry;        ///< From the start of one try to that of the next; 1 h.
    Field<double> bad;            ///< Share of copies that are unreadable in silence; 0.
    Field<Rate> breaks;           ///< Copying breaks in silence; 0.
};

/// How data come back from a backup.
struct BackupRestore {
    Place place;
    Field<RestoreModel> model;  ///< chain.
    Field<std::string> by;      ///< Crew.
    Field<sim::Law> provision;
    Field<sim::Law> fetch;  ///< Until the first byte comes.
    Field<ByteRate> rate;
    Field<ByteRate> limit;   ///< `rate` is at most this.
    Field<ByteRate> replay;  ///< Of the log.
    Field<sim::Law> check;
    Field<double> success;                ///< Of one attempt; 1.
    Field<RestoreServe> serve;            ///< full; of blocks instant.
    Field<std::vector<double>> capacity;  ///< Share of it while the data are being copied; 1.
    Field<std::vector<double>> copied;    ///< Staged: each share of the data from which on it has such a capacity.
    Field<std::vector<Duration>> after;   ///< Staged: the same by time.
};

/// Kind `backup`: older copies of a store's data.
struct Backup {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> preset;
    Field<std::string> of;            ///< A store, or another backup.
    Field<std::vector<Selector>> to;  ///< Each holds all copies.
    Field<Schedule> full, diff, incr, snapshot;
    Field<BackupLog> log;
    Field<BackupKeep> keep;
    Field<BackupJob> job;
    Field<BackupRestore> restore;
    Field<Schedule> test;     ///< A restore is tried out.
    Field<bool> immutable;    ///< false.
    Field<ByteRate> changes;  ///< Bytes that change; the store's writes.
    Field<Size> hot;          ///< The part of the data on which changes fall; none twice.
    Field<Price> price;       ///< Of what is kept, at each place; nothing.
};

}  // namespace nines::scenario
