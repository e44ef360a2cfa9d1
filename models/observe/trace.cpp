// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/trace.hpp"

#include <algorithm>
#include <utility>

#include "models/observe/trace_recorder.hpp"

namespace nines::observe {

std::string to_word(TraceEvent::Kind kind) {
    switch (kind) {
        case TraceEvent::Kind::failed: return "failed";
        case TraceEvent::Kind::planned: return "maintenance begins";
        case TraceEvent::Kind::noticed: return "noticed";
        case TraceEvent::Kind::awaits_part: return "waits for a part";
        case TraceEvent::Kind::awaits_crew: return "waits for a crew";
        case TraceEvent::Kind::crew_on_its_way: return "crew on its way";
        case TraceEvent::Kind::repair_begins: return "repair begins";
        case TraceEvent::Kind::restored: return "restored";
        case TraceEvent::Kind::down: return "DOWN";
        case TraceEvent::Kind::up: return "UP";
    }
    return {};
}

Trace trace_trial(const compile::Program& program, std::uint64_t seed, std::uint64_t trial) {
    Trace trace;
    trace.trial = trial;
    trace.seed = seed;
    trace.horizon = program.horizon;
    TraceRecorder recorder(program, trace);
    engine::Trial<TraceRecorder>(program, seed, recorder).run(trial);
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
