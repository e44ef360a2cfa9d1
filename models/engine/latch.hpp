// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/gates.hpp"

namespace nines::engine {

/// What a service needs to go on, or to start, has changed. A loss stops it; it starts when all of that is there.
template <class Context>
void set_latch(Context& context, LatchId id) {
    const Latch& latch = context.program().latches[+id];
    Role& role = context.state().role[+latch.host];
    const bool goes_on = is_up(context.program(), context.state(), latch.goes_on);
    const bool starts = goes_on && is_up(context.program(), context.state(), latch.starts);
    if (goes_on && !starts && role != Role::serving) context.on_waiting(id);
    const Role wanted = starts || (goes_on && role == Role::serving) ? Role::serving : Role::out;
    if (role == wanted) return;
    role = wanted;
    context.on_role(latch.host);
    shift(context, latch.serving, wanted == Role::serving ? 1 : -1);
}

}  // namespace nines::engine
