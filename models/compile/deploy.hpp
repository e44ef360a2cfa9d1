// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "models/compile/ids.hpp"
#include "models/scenario/values.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::compile {

/// New versions of a group. The n-th comes at `every`'s n-th instant, unless the one before is still under way or being
/// undone, and is bad with the probability `fails`.
///
/// Batch after batch members get it, `gap` apart; with `takes` each batch is out before that (`absences` fail, as
/// planned work). On a member that has a bad one its unit among `versions` fails. It is noticed `noticed` after the end
/// of the first batch; members that would get it from then on do not, and `undo` after that all are restored together.
///
/// One that corrupts data does nothing to the members: with the first batch its stores' units among `spoils` fail, and
/// are known when it is noticed. Undoing it brings no data back.
///
/// One that is good and takes no time changes nothing, so that it is no event.
struct Deploy {
    std::string name;  ///< "group:web".
    sim::Recurrence every;
    scenario::Rollout rollout;
    double pause_seconds = 0.0;
    double fails = 0.0;
    SamplerId takes = none<SamplerId>;    ///< None: nobody is out.
    SamplerId noticed = none<SamplerId>;  ///< None: within the first batch.
    SamplerId undo = none<SamplerId>;     ///< None: at once.
    std::uint32_t first_host = 0;         ///< Members are consecutive hosts.
    std::uint32_t count = 0;
    Range versions;  ///< Into Program::targets, one for each member; empty if a bad one corrupts data.
    Range absences;  ///< Likewise; empty without `takes`.
    Range spoils;    ///< Into Program::targets, one for each store whose data a bad one corrupts.
    SubjectId group = none<SubjectId>;
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;
};

/// The instant of the deploy with this number, from 0.
inline double instant_of(const sim::Recurrence& every, std::uint64_t number) {
    return every.phase_seconds + static_cast<double>(number) * every.period_seconds;
}

/// The number of the first one at this time or later.
inline std::uint64_t first_number_from(const sim::Recurrence& every, double seconds) {
    const double n = std::ceil((seconds - every.phase_seconds) / every.period_seconds);
    auto number = n > 0.0 ? static_cast<std::uint64_t>(n) : 0;
    // The division may have rounded either way.
    while (number > 0 && instant_of(every, number - 1) >= seconds) --number;
    while (instant_of(every, number) < seconds) ++number;
    return number;
}

}  // namespace nines::compile
