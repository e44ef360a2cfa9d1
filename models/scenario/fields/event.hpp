// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Event>) {
    return {.word = "event",
            .question = "What happens at a known time?",
            .example = "[event.drill]\nat = \"90 d\"\ndo = \"fail domain eu for 6 h\""};
}

template <class Visitor>
void fields_of(KindTag<Event>, Visitor& visit) {
    visit.field(description_spec, &Event::description);
    like_field(visit);
    visit.field(
        {.key = "at", .help = "When, from the start of the trial.", .example = "\"90 d\"", .bounds = at_least(0)},
        &Event::at);
    visit.field(
        {.key = "do",
         .help = "`fail TARGET`, `fail TARGET for TIME`, `restore TARGET`; `partition TARGET for TIME` cuts it off "
                 "from everything, `partition A from B for TIME` cuts the copies in A off from the rest of "
                 "each store that has copies in B too, while users reach both sides; `slow TARGET by SHARE for "
                 "TIME`; `resize TARGET to RATE takes TIME` (one member after the other); `scale "
                 "load of SERVICE by NUMBER`, the same `for TIME` (the load is so many times what it was; what "
                 "overlaps multiplies); `corrupt TARGET` or `corrupt TARGET noticed after TIME` makes the data of its "
                 "stores bad.",
         .example = "\"fail domain eu for 6 h\"",
         .refers = "group node domain service store balancer"},
        &Event::action);
    visit.field({.key = "enabled", .help = "Whether it happens.", .example = "false", .default_text = "true"},
                &Event::enabled);
}

}  // namespace nines::scenario
