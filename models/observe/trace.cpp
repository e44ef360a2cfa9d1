// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/trace.hpp"

#include <algorithm>
#include <utility>

#include "models/observe/trace_recorder.hpp"

namespace nines::observe {

std::string to_word(TraceEvent::Kind kind) {
    switch (kind) {
        case TraceEvent::Kind::failed: return "failed";
        case TraceEvent::Kind::slowed: return "slowed_down";
        case TraceEvent::Kind::planned: return "maintenance_begins";
        case TraceEvent::Kind::noticed: return "noticed";
        case TraceEvent::Kind::awaits_part: return "waits_for_part";
        case TraceEvent::Kind::awaits_crew: return "waits_for_crew";
        case TraceEvent::Kind::crew_on_its_way: return "crew_on_its_way";
        case TraceEvent::Kind::repair_begins: return "repair_begins";
        case TraceEvent::Kind::restored: return "restored";
        case TraceEvent::Kind::down: return "down";
        case TraceEvent::Kind::up: return "up";
        case TraceEvent::Kind::failover_stage: return "failover_stage";
        case TraceEvent::Kind::stage_failed: return "failover_stage_failed";
        case TraceEvent::Kind::false_alarm: return "false_alarm";
        case TraceEvent::Kind::promoted: return "promoted";
        case TraceEvent::Kind::split_brain: return "split_brain_begins";
        case TraceEvent::Kind::split_brain_over: return "split_brain_ends";
        case TraceEvent::Kind::resynced: return "resynced";
        case TraceEvent::Kind::out_of_rotation: return "out_of_rotation";
        case TraceEvent::Kind::in_rotation: return "in_rotation";
        case TraceEvent::Kind::waits_to_start: return "waits_to_start";
        case TraceEvent::Kind::clients_follow: return "clients_follow";
        case TraceEvent::Kind::whole_share: return "whole_share";
        case TraceEvent::Kind::warming_up: return "warming_up";
        case TraceEvent::Kind::warmed_up: return "warmed_up";
        case TraceEvent::Kind::resized: return "resized";
        case TraceEvent::Kind::overload: return "overload_begins";
        case TraceEvent::Kind::overload_over: return "overload_ends";
        case TraceEvent::Kind::scaled: return "scaled";
        case TraceEvent::Kind::bad_version: return "bad_version";
        case TraceEvent::Kind::rolled_back: return "rolled_back";
        case TraceEvent::Kind::plan: return "plan";
        case TraceEvent::Kind::corrupted: return "corrupted";
        case TraceEvent::Kind::encrypted: return "encrypted";
        case TraceEvent::Kind::restore_begins: return "restore_begins";
        case TraceEvent::Kind::restore_failed: return "restore_failed";
        case TraceEvent::Kind::data_restored: return "data_restored";
        case TraceEvent::Kind::restore_rate: return "restore_rate";
        case TraceEvent::Kind::partly_copied: return "partly_copied";
        case TraceEvent::Kind::wholly_copied: return "wholly_copied";
    }
    return {};
}

Trace trace_trial(const compile::Program& program, std::uint64_t seed, std::uint64_t trial,
                  const std::function<bool()>& go_on) {
    Trace trace;
    trace.trial = trial;
    trace.seed = seed;
    trace.horizon = program.horizon;
    TraceRecorder recorder(program, trace, go_on);
    try {
        engine::Trial<TraceRecorder>(program, seed, recorder).run(trial);
    } catch (const TraceRecorder::Ended&) { trace.truncated = true; }
    return trace;
}

Trace only_outages(Trace trace) {
    std::erase_if(trace.events, [](const TraceEvent& event) {
        const bool is_change = event.kind == TraceEvent::Kind::down || event.kind == TraceEvent::Kind::up;
        return !is_change || !event.subject.starts_with("service:");
    });
    return trace;
}

}  // namespace nines::observe
