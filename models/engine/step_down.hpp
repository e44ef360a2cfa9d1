// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/copies.hpp"

/// A primary that does not serve without what its failover needs: it steps down when its lease has run out, and is
/// elected again when they are back.
namespace nines::engine {

/// Starts and stops the time until the primary steps down, as what it needs goes and comes back.
template <class Context>
void watch_needs(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    if (!group.needs_to_serve) return;
    FailoverState& state = context.state().failovers[+id];
    const bool lapses = has_primary_at_work(state.phase) && lacks_needs(context.program(), context.state(), id);
    if (!group.waits_to_step_down()) {
        if (lapses) enter(context, id, FailoverPhase::stepped_down);
        return;
    }
    if (lapses == state.is_lapsing) return;
    state.is_lapsing = lapses;
    context.on_role(group.host);
    if (lapses) {
        context.begin_step_down(id);
    } else {
        context.stop_step_down(id);
    }
}

/// The primary's lease has run out.
template <class Context>
void step_down_due(Context& context, FailoverId id) {
    context.state().failovers[+id].is_lapsing = false;
    enter(context, id, FailoverPhase::stepped_down);
    reconsider(context, id);
    react(context);
}

}  // namespace nines::engine
