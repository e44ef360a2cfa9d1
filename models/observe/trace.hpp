// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/trace_tracks.hpp"

/// One trial told event by event: what a person reads to see why a service went down.
namespace nines::observe {

/// Something that happened in a trial.
struct TraceEvent {
    enum class Kind {
        failed,   ///< A part stops working.
        slowed,   ///< A part goes on working, with less capacity.
        planned,  ///< Planned maintenance takes it out of service.
        noticed,  ///< Its latent failure is found.
        awaits_part,
        awaits_crew,
        crew_on_its_way,
        repair_begins,
        restored,
        down,              ///< A service or group is lost.
        up,                ///< ... and is back.
        failover_stage,    ///< A store goes on to another stage of its failover; "serving": it is over.
        stage_failed,      ///< A stage did not work.
        false_alarm,       ///< A healthy primary is taken for dead.
        promoted,          ///< A copy becomes primary.
        split_brain,       ///< The former primary, cut off, takes writes too.
        split_brain_over,  ///< ... no longer; they are lost.
        resynced,          ///< A copy follows the primary again.
        out_of_rotation,   ///< A balancer sends nothing to a target any more.
        in_rotation,       ///< ... and sends to it again.
        waits_to_start,    ///< A service could go on, and lacks something that it needs to start.
        clients_follow,    ///< Some of a balancer's users heard that its rotation has changed, or it has just changed.
        whole_share,       ///< A target's slow start is over.
        warming_up,        ///< A node is back with little capacity.
        warmed_up,         ///< ... and has all of it.
        resized,           ///< A node has another capacity.
        overload,          ///< The servers behind a balancer are in an overload that may outlive its cause.
        overload_over,     ///< ... and have recovered from it.
        scaled,            ///< A group is to have more members in service, or fewer.
        bad_version,       ///< A version that is bad begins to come to the members of a group.
        rolled_back,       ///< ... and the old one is back on them.
        plan,              ///< A plan begins, goes on or ends; the stage says what: "begins", "step-done", ..
        corrupted,         ///< A store's data are bad from now on.
        encrypted,         ///< The same: somebody attacks them.
        restore_begins,    ///< A store is restored from a backup, or from a copy that applies writes later.
        restore_failed,    ///< ... which has not worked.
        data_restored,     ///< Its data are back.
        restore_rate,      ///< A restore reads faster or slower: others read at the same place, or do so no more.
        partly_copied,     ///< A store has a part of its capacity while its data are still being copied.
        wholly_copied,     ///< ... and has all of it, for they are all there.
    };
    Kind kind = Kind::failed;
    double at_seconds = 0.0;          ///< Since the measured span began.
    std::string subject;              ///< "node:web/1:crash", "service:site".
    bool since_before = false;        ///< It was so when the measured span began.
    double lasted_seconds = 0.0;      ///< restored, up: how long it had been down.
    std::vector<std::string> causes;  ///< down, waits_to_start: what holds it down, first cause first.
    std::string stage;                ///< Stages: "detecting", "by-hand", ..
    std::string step;                 ///< plan: the step that it is about.
    std::string copy;                 ///< promoted, resynced, the stage "promoting": "node:db/2"; a balancer's target.
    double share = 0.0;               ///< clients_follow: of the users who still go by the old rotation.
    double capacity = 0.0;            ///< resized: requests per second. partly_copied: share of the whole.
    double rate = 0.0;                ///< restore_rate: bytes per second.
    std::uint32_t members = 0;        ///< scaled: wanted from now on. restore_rate: who read at the place.
    std::uint32_t wanted_before = 0;  ///< scaled.
    double point_seconds = 0.0;       ///< restore_begins, data_restored: the data are as they were then.
    double lost_seconds = 0.0;        ///< promoted, split_brain_over: writes of so long are lost; infinite: everything.
};

/// "failed", "repair_begins", ..: the words of the JSON form.
std::string to_word(TraceEvent::Kind kind);

struct Trace {
    /// Events beyond this number are not kept.
    static constexpr std::size_t most_events = 1'000'000;

    std::uint64_t trial = 0;
    std::uint64_t seed = 1;
    double horizon = 0.0;            ///< Seconds.
    std::vector<TraceEvent> events;  ///< In the order in which they happened.
    bool truncated = false;          ///< There were more than `most_events`.
    TraceTracks tracks = {};         ///< What a picture of the trial shows beside its events; not in its text.
};

/// Simulates one trial exactly as a run with this seed does and tells what happened in its measured span. `go_on` is
/// asked from time to time; once it says no, what was told until then is returned as if there were more events.
Trace trace_trial(const compile::Program& program, std::uint64_t seed, std::uint64_t trial,
                  const std::function<bool()>& go_on = {});

/// Only the outages of services: their beginnings with the causes, and their ends.
Trace only_outages(Trace trace);

}  // namespace nines::observe
