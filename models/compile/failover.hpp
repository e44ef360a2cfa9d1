// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/compile/ids.hpp"
#include "models/compile/writes.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::compile {

/// What a failover group does at a time. While it serves, clients are served by the primary; in every other phase
/// they are not, unless an alarm was false and the old primary is not fenced yet.
enum class FailoverPhase : std::uint8_t {
    serving,
    restarting,    ///< The primary's process has stopped: it is restarted where it is.
    detecting,     ///< Nobody knows yet.
    deciding,      ///< Who shall follow: an election, a lock, people.
    fencing,       ///< The old primary is kept from writing.
    promoting,     ///< The chosen copy replays what it has received and opens for writes.
    redirecting,   ///< Clients find the new primary.
    warming,       ///< Caches and connections.
    calling,       ///< Automation has failed, or there is none: somebody has to answer the call.
    consulting,    ///< People decide what to do.
    by_hand,       ///< They do it.
    starting,      ///< Nobody was left; the first to come back starts.
    stalled,       ///< A replica that has to acknowledge is gone: writes hang until it is given up.
    stranded,      ///< Nobody can take over: waits for one who can.
    blocked,       ///< The primary refuses writes until enough replicas are back.
    switching,     ///< A planned hand-over: the primary stops, the chosen copy takes over.
    stepped_down,  ///< The primary does not serve without what its failover needs.
    travelling,    ///< People who restore are on their way to where that is done.
    provisioning,  ///< Nothing is left, and it is restored: machines and volumes.
    fetching,      ///< Until the first byte of the backup comes.
    restoring,     ///< The backup's copies are read.
    replaying,     ///< The log is applied up to the point that is restored.
    checking,      ///< Before clients may write.
};
inline constexpr std::uint32_t failover_phase_count = 23;

/// Data are on their way back from a backup, or from a copy that applies writes later.
constexpr bool is_restore(FailoverPhase phase) {
    return phase >= FailoverPhase::provisioning;
}

/// "detecting", "by-hand", .. as in reports.
const char* word_of(FailoverPhase phase);

/// Which state a copy is in, seen from its group.
enum class CopyRole : std::uint8_t {
    replica,      ///< Follows the primary and may take over.
    primary,      ///< Serves, or served last and nobody has followed it yet.
    chosen,       ///< About to be promoted.
    absent,       ///< Its host is down; nothing was written since.
    stale,        ///< Its host is down; the others have gone on without it.
    lost,         ///< Its host is down and its data is gone.
    catching_up,  ///< Its host is back; it must follow up what it missed.
    refilling,    ///< Its host is back without data: a full copy is made.
    rival,        ///< The former primary, cut off but alive and still taking writes: split brain.
    restoring,    ///< The data are being brought back onto it.
    bare,         ///< A machine without data, onto which a plan may restore.
    replaying,    ///< A copy that applies writes later applies them as far as the data are good.
};

enum class ReplicationMode : std::uint8_t { async, semi_sync, sync, quorum, shared };

/// One stage of a recovery: how long it takes and how often it succeeds.
struct FailoverStage {
    SamplerId takes = none<SamplerId>;  ///< None: at once.
    double works = 1.0;
};

/// A *copy* of a failover group's data on one host; with shared storage, a host that can attach it.
struct Copy {
    HostId host = none<HostId>;
    FailoverId failover = none<FailoverId>;
    SamplerId lag = none<SamplerId>;  ///< Behind the primary when that fails, unless it is in sync; none: not at all.
    bool is_candidate = true;         ///< The automation may promote it.
    bool may_be_primary = true;       ///< Somebody may promote it: the automation, people or a plan.
    bool is_for_plan = false;         ///< .. but only a plan may.
    bool may_be_in_sync = true;       ///< Among those that acknowledge before a commit returns.
    bool has_vote = true;
    SamplerId rewind = none<SamplerId>;  ///< Time to follow again after an absence; none: at once.
    SamplerId refill = none<SamplerId>;  ///< Time for a full copy; none: at once.
    double delay_seconds = 0.0;          ///< It applies what it has received so much later.
    bool is_bare = false;                ///< It has no data unless somebody restores them onto it.
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;  ///< Its resynchronisation.
};

/// Copies of which one is primary, and the staged process that puts another in its place.
///
/// It has a host of its own ("store:orders"), whose role is `serving` while clients are served: that role is an input
/// of the gate that others need.
struct FailoverGroup {
    HostId host = none<HostId>;
    GateId serving = none<GateId>;  ///< The gate of which the host's role is an input.
    Range copies;                   ///< Into Program::copies, preferred first; the first is primary at the start.
    ReplicationMode mode = ReplicationMode::async;

    SamplerId restart = none<SamplerId>;        ///< A stopped process is given so long to come back by itself.
    SamplerId detect_crash = none<SamplerId>;   ///< The primary refuses connections.
    SamplerId detect_silent = none<SamplerId>;  ///< It says nothing, or cannot be reached.
    FailoverStage decide, fence, promote, redirect, warm;
    SamplerId ack = none<SamplerId>;      ///< People answer.
    SamplerId consult = none<SamplerId>;  ///< People decide.
    FailoverStage by_hand;                ///< `takes` none: nobody does it by hand.
    bool has_by_hand = false;             ///< People step in.
    bool is_automatic = true;             ///< Else every failover is by hand.
    bool steps_down = false;              ///< A primary that is cut off stops by itself when its lease has run out.
    bool fences = false;                  ///< The old primary cannot write once another is promoted.
    bool has_cold_start = false;          ///< When nobody was left, the first to come back starts after `cold_start`.
    bool repairs_wait = false;            ///< Members are repaired only when the failover is over or nobody is left.
    SamplerId cold_start = none<SamplerId>;
    SamplerId stall = none<SamplerId>;        ///< How long writes hang when a replica that must acknowledge is gone.
    SamplerId false_alarm = none<SamplerId>;  ///< Time between false alarms while it serves.
    SamplerId hold = none<SamplerId>;         ///< No second automatic failover so soon after one.

    FailoverStage switchover;     ///< A planned hand-over.
    bool has_switchover = false;  ///< Planned work at the primary begins with one.
    bool may_switch = false;      ///< Something is planned that makes it hand over.
    /// A copy that applies writes later, primary after a restore, hands over to the first ordinary copy that follows.
    bool relieves_delayed = false;
    bool fails_back = false;                ///< The first copy becomes primary again.
    SamplerId failback = none<SamplerId>;   ///< When it has followed for so long; none: at once.
    bool needs_to_serve = false;            ///< Without its conditions the primary steps down.
    SamplerId step_down = none<SamplerId>;  ///< After so long; none: at once.
    /// With `steps_down`: a primary that is cut off takes writes for so long; none: until the others know of it.
    SamplerId apart = none<SamplerId>;

    std::uint32_t acks = 0;       ///< Sync: replicas that must have a write before its commit returns.
    bool blocks = false;          ///< Without them writes are refused; else the primary goes on alone.
    bool first_is_named = false;  ///< Sync: the first `acks` replicas in order are waited for, nobody in their place.
    bool only_in_sync = false;    ///< Only a copy that has every acknowledged write may be promoted.
    double lag_limit = -1.0;      ///< Seconds; a copy further behind is not promoted automatically; < 0: no limit.
    std::uint32_t majority = 0;   ///< Votes needed to serve and to elect; 0: none.
    bool has_given_majority = false;  ///< The scenario says how many.
    Range witnesses;                  ///< Into Program::failover_lines: lines that have a vote each.
    Range conditions;                 ///< Into Program::failover_lines: automation works only while all are up.
    Range plans;                      ///< Into Program::plans_of_failovers: they may promote its copies.

    double bytes_per_second = 0.0;      ///< Written by clients.
    double split_share = 1.0;           ///< Share of the writes that still reach a rival.
    Writes writes;                      ///< The same over time, and how far replicas fall behind.
    bool limits_bytes = false;          ///< `lag_limit` stands for so many bytes at this rate.
    bool can_restore = false;           ///< It has backups, or a copy that applies writes later.
    bool serves_while_copying = false;  ///< .. and some of these backups let it serve before all is copied.
    Range corruptions;                  ///< Into Program::corruptions_of_stores: what may spoil its data.

    std::uint64_t stream = 0;
    std::uint32_t first_label = 0;  ///< Of its 2 n + 2 labels in chains of causes, n phases.
    sim::Leaf stage_leaf = 0, alarm_leaf = 0, hold_leaf = 0;
    sim::Leaf return_leaf = 0;     ///< Until the failback; meaningful if `waits_to_return`.
    sim::Leaf step_down_leaf = 0;  ///< Meaningful if `waits_to_step_down`.
    sim::Leaf copying_leaf = 0;    ///< Meaningful if `serves_while_copying`: the next step of its capacity.

    bool waits_to_return() const { return fails_back && exists(failback); }
    bool waits_to_step_down() const { return needs_to_serve && exists(step_down); }

    /// Chain labels: it is in this phase; this phase did not work; somebody takes its primary for dead.
    std::uint32_t label_of(FailoverPhase phase) const { return first_label + static_cast<std::uint32_t>(phase); }
    std::uint32_t label_of_failed(FailoverPhase phase) const { return label_of(phase) + failover_phase_count; }
    std::uint32_t alarm_label() const { return first_label + 2 * failover_phase_count; }
    /// Nothing of the data is left.
    std::uint32_t total_loss_label() const { return alarm_label() + 1; }
};

}  // namespace nines::compile
