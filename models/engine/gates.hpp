// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/semantics.hpp"

namespace nines::engine {

inline bool is_up(const Program& program, const DiscreteState& state, LineId line) {
    const Line& of = program.lines[+line];
    return state.working[+of.gate] >= of.threshold;
}

inline PendingReaction pending_of(const Program& program, const Reaction& reaction) {
    switch (reaction.kind) {
        case Reaction::Kind::host_health:
        case Reaction::Kind::cut_off: break;
        case Reaction::Kind::member_health: return {PendingReaction::Kind::member_health, +reaction.host};
        case Reaction::Kind::copy_health: return {PendingReaction::Kind::copy_health, +reaction.host};
        case Reaction::Kind::conditions:
            return {PendingReaction::Kind::conditions, +program.hosts[+reaction.host].failover};
        case Reaction::Kind::endpoint: return {PendingReaction::Kind::endpoint, +reaction.endpoint};
        case Reaction::Kind::balancer:
            return {PendingReaction::Kind::balancer, +program.hosts[+reaction.host].balancer};
        case Reaction::Kind::latch: return {PendingReaction::Kind::latch, +program.hosts[+reaction.host].latch};
        case Reaction::Kind::warm_up:
            return {PendingReaction::Kind::warm_up, +program.capacity_rules[+reaction.host].warm_up};
        case Reaction::Kind::capacity: return {PendingReaction::Kind::capacity, +reaction.host};
        case Reaction::Kind::plan: return {PendingReaction::Kind::plan, +program.hosts[+reaction.host].plan};
    }
    return {PendingReaction::Kind::refresh_clocks, +reaction.host};
}

template <class Context>
void change_line(Context& context, LineId id, bool up) {
    const Program& program = context.program();
    const Line& line = program.lines[+id];
    if (exists(line.subject)) context.on_line(id, up);
    for (std::uint32_t f = line.feeds.begin; f < line.feeds.end; ++f) { shift(context, program.feeds[f], up ? 1 : -1); }
    for (std::uint32_t r = line.reactions.begin; r < line.reactions.end; ++r) {
        const Reaction& reaction = program.reactions[r];
        context.pending().push_back(pending_of(program, reaction));
    }
}

/// The count of `gate` has crossed `threshold`: its lines there change.
template <class Context>
[[gnu::noinline]] void cross_threshold(Context& context, const Gate& gate, std::int32_t threshold, bool up) {
    const Program& program = context.program();
    for (std::uint32_t l = gate.lines.begin; l < gate.lines.end; ++l) {
        if (program.lines[l].threshold == threshold) change_line(context, static_cast<LineId>(l), up);
    }
}

/// One input of `gate` began (+1) or ceased (-1) to work: the change goes on only through lines whose threshold
/// the count has just crossed.
template <class Context>
[[gnu::always_inline]] inline void shift(Context& context, GateId id, int change) {
    std::int32_t& working = context.state().working[+id];
    const Gate& gate = context.program().gates[+id];
    const std::int32_t crossed = change > 0 ? working + 1 : working;
    working += change;
    if (exists(gate.share)) context.pending().push_back({PendingReaction::Kind::refresh_sharers, +gate.share});
    if (crossed <= gate.highest_threshold) cross_threshold(context, gate, crossed, change > 0);
}

}  // namespace nines::engine
