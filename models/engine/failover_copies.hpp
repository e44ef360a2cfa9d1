// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/failover_course.hpp"

/// What becomes of the copies of a failover group as their hosts are lost and come back.
namespace nines::engine {

/// Sees to the primary before anything else: what else was lost at the same instant was lost with it.
template <class Context>
void check_primary(Context& context, FailoverId id) {
    const Program& program = context.program();
    const CopyId primary = first_with(program, context.state(), id, CopyRole::primary);
    if (!exists(primary) || is_reachable(program, context.state(), primary)) return;
    const HostId host = program.copies[+primary].host;
    const FailoverState& state = context.state().failovers[+id];
    const bool was_at_work = has_primary_at_work(state.phase) || state.is_alarm;
    if (has_lost_data(program, context.state(), host)) { set_copy_role(context, primary, CopyRole::lost); }
    if (was_at_work) begin_failover(context, id, host);
}

/// The host of this copy cannot be reached.
template <class Context>
void lose_copy(Context& context, CopyId copy) {
    const Program& program = context.program();
    const FailoverId id = program.copies[+copy].failover;
    const FailoverGroup& group = program.failovers[+id];
    const FailoverPhase phase = context.state().failovers[+id].phase;
    const HostId host = program.copies[+copy].host;
    const bool data_lost = has_lost_data(program, context.state(), host);
    const auto become = [&](CopyRole role) { set_copy_role(context, copy, data_lost ? CopyRole::lost : role); };
    switch (context.state().copy_role[+copy]) {
        case CopyRole::primary: return;  // see check_primary
        case CopyRole::replica: {
            const bool was_needed = is_waited_for(program, context.state(), copy);
            become(phase == FailoverPhase::serving && !was_needed && absence_ages(group.mode) ? CopyRole::stale
                                                                                              : CopyRole::absent);
            if (phase != FailoverPhase::serving || !was_needed) return;
            const bool is_stopped = group.blocks && acknowledging(program, context.state(), id, true) < group.acks;
            return enter(context, id, is_stopped ? FailoverPhase::blocked : FailoverPhase::stalled);
        }
        case CopyRole::chosen:
            become(context.state().failovers[+id].promotion == Promotion::current ? CopyRole::absent : CopyRole::stale);
            if (phase == FailoverPhase::switching) return abandon_switchover(context, id);
            if (phase != FailoverPhase::promoting) return;
            if (has_reachable_primary(context.program(), context.state(), id))
                return enter(context, id, FailoverPhase::serving);
            return enter(context, id, FailoverPhase::deciding);
        case CopyRole::catching_up:
        case CopyRole::stale: context.stop_resync(copy); return become(CopyRole::stale);
        case CopyRole::refilling:
        case CopyRole::lost: context.stop_resync(copy); return set_copy_role(context, copy, CopyRole::lost);
        case CopyRole::absent: return become(CopyRole::absent);
        case CopyRole::restoring:
            set_copy_role(context, copy, CopyRole::lost);
            return attempt_restore(context, id, FailoverPhase::provisioning);
        case CopyRole::replaying:
            become(CopyRole::stale);
            return attempt_restore(context, id, FailoverPhase::provisioning);
        case CopyRole::bare: return;
        case CopyRole::rival:
            if (!is_alive(program, context.state(), host)) become(CopyRole::stale);
            return;
    }
}

/// The host of this copy can be reached again.
template <class Context>
void regain_copy(Context& context, CopyId copy) {
    const Program& program = context.program();
    const FailoverId id = program.copies[+copy].failover;
    const FailoverState& state = context.state().failovers[+id];
    switch (context.state().copy_role[+copy]) {
        case CopyRole::primary: {
            // It goes on as before, unless somebody else is being promoted already.
            if (state.is_alarm || has_primary_at_work(state.phase) || state.phase == FailoverPhase::promoting) return;
            if (state.phase == FailoverPhase::switching) return;
            if (!has_majority(program, context.state(), id)) return;
            return enter(context, id, FailoverPhase::serving);
        }
        case CopyRole::absent:
            if (!has_source(state.phase) || !exists(program.copies[+copy].rewind)) {
                return set_copy_role(context, copy, CopyRole::replica);
            }
            [[fallthrough]];
        case CopyRole::stale:
        case CopyRole::rival: set_copy_role(context, copy, CopyRole::catching_up); return begin_resync(context, copy);
        case CopyRole::lost: set_copy_role(context, copy, CopyRole::refilling); return begin_resync(context, copy);
        case CopyRole::replica:
        case CopyRole::chosen:
        case CopyRole::catching_up:
        case CopyRole::restoring:
        case CopyRole::replaying:
        case CopyRole::bare:
        case CopyRole::refilling: return;
    }
}

/// A copy has caught up, or is whole again.
template <class Context>
void finish_resync(Context& context, CopyId copy) {
    complete_resync(context, copy);
    reconsider(context, context.program().copies[+copy].failover);
    tell_plans(context, context.program().copies[+copy].failover);
    react(context);
}

}  // namespace nines::engine
