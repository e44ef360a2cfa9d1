// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Crew>) {
    return {.word = "crew",
            .question = "Who repairs, how many at once, and when?",
            .example = "[crew.oncall]\nsize = 2\nhours = \"Mon-Fri 09:00-17:00\""};
}

template <class Visitor>
void fields_of(KindTag<Crew>, Visitor& visit) {
    visit.field(description_spec, &Crew::description);
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"on-call\""}, &Crew::preset);
    like_field(visit);
    visit.field({.key = "size",
                 .help = "Repairs that can go on at the same time.",
                 .example = "2",
                 .default_text = "1",
                 .bounds = within(1, 1e6)},
                &Crew::size);
    visit.field({.key = "hours",
                 .help = "When the crew works.",
                 .example = "\"Mon-Fri 09:00-17:00\"",
                 .default_text = "always"},
                &Crew::hours);
    visit.field({.key = "order",
                 .help = "Which job is next: `fifo`, `priority` or `random`.",
                 .example = "\"priority\"",
                 .default_text = "fifo"},
                &Crew::order);
    visit.field({.key = "preemptive",
                 .help = "With `order = \"priority\"`: a more urgent job interrupts.",
                 .example = "true",
                 .default_text = "false"},
                &Crew::preemptive);
    visit.field({.key = "ack",
                 .help = "Time from the call to an answer.",
                 .example = "\"lognormal(median 3 min, p95 15 min)\"",
                 .default_text = "0 s"},
                &Crew::ack);
    visit.field({.key = "decide",
                 .help = "Time to decide what to do, where a failover or a plan asks for it.",
                 .example = "\"lognormal(median 15 min, p95 1 h)\"",
                 .default_text = "0 s"},
                &Crew::decide);
    visit.field({.key = "escalate",
                 .help = "Of a plan's call: the next level is called when nobody has answered for so long.",
                 .example = "\"5 min\"",
                 .default_text = "never",
                 .bounds = above(0)},
                &Crew::escalate);
    visit.field({.key = "off_hours",
                 .help = "Outside `hours` the answer to a plan's call and the decision take so many times as long.",
                 .example = "2",
                 .default_text = "2",
                 .bounds = within(1, 1e6),
                 .form = NumberForm::plain},
                &Crew::off_hours);
    visit.field({.key = "price",
                 .help = "Of each member, whether there is work or not.",
                 .example = "\"2500 per mo\"",
                 .default_text = "nothing"},
                &Crew::price);
    visit.field({.key = "work_price",
                 .help = "Of each member for the time at work on a repair, within `hours`, besides `price`.",
                 .example = "\"90 per h\"",
                 .default_text = "nothing"},
                &Crew::work_price);
    visit.field({.key = "call_price",
                 .help = "Of each time that a member begins with a repair or goes on with one that was interrupted.",
                 .example = "250",
                 .default_text = "nothing",
                 .price = PriceForm::once},
                &Crew::call_price);
    visit.field({.key = "travel",
                 .help = "Travel before each repair; before a restore that names the crew (`restore.by`); and, once, "
                         "before the first step of a plan that is done on site: `restore` or `do`. Promotions and "
                         "switches are done from anywhere.",
                 .example = "\"1 h\"",
                 .default_text = "0 s"},
                &Crew::travel);
}

}  // namespace nines::scenario
