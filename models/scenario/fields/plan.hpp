// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Plan>) {
    return {.word = "plan",
            .question = "Which steps bring a service back, who starts them, and when?",
            .example =
                "[plan.region-failover]\nwhen = \"domain eu down for 10 min\"\nby = \"oncall\"\n"
                "steps = [\"promote pg-us takes 2 min\", \"scale web-us to 9\", \"switch edge to front-us\"]\n"
                "works = \"85%\""};
}

template <class Visitor>
void fields_of(KindTag<Plan>, Visitor& visit) {
    visit.field(description_spec, &Plan::description);
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"drilled-quarterly\""}, &Plan::preset);
    like_field(visit);
    visit.field({.key = "when",
                 .help = "What starts it: `NAME down for TIME`; of a list any. A service is down here while something "
                         "is down that it needs.",
                 .example = "\"domain eu down for 10 min\"",
                 .refers = "group service store balancer node domain"},
                &Plan::when);
    visit.field(
        {.key = "by",
         .help = "The crew that is called: it answers (`ack`) and decides (`decide`) before the first step, and "
                 "travels (`travel`) before the first that is done on site: `restore` or `do`.",
         .example = "\"oncall\"",
         .default_text = "an automation, at once",
         .refers = "crew"},
        &Plan::by);
    visit.field({.key = "steps",
                 .help = "One after the other; those of an inner list side by side. `promote GROUP`: its copies of "
                         "stores become primary, also without a majority. `scale GROUP to N` and `start GROUP [to N]`: "
                         "so many members serve; new ones after their `boot`, for which the next step does not wait. "
                         "`switch BALANCER to TARGET`: it is sent to first from then on. `restore STORE on GROUP`: "
                         "from its backups. `do WORK`: what people do. "
                         "Each with `takes LAW` (at once) and `works SHARE` (100%).",
                 .example = "[\"promote pg-us takes 2 min\", \"switch edge to front-us\"]",
                 .refers = "group balancer store service node domain"},
                &Plan::steps);
    visit.field({.key = "works",
                 .help = "Probability that the plan works as a whole; else none of its steps has an effect, and what "
                         "is down has to be repaired.",
                 .example = "\"85%\"",
                 .default_text = "by `drill`; 100% if a step has `works`",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Plan::works);
    visit.field({.key = "drill",
                 .help = "How often it is tried out, or `never`. Without `works`: at least each quarter 95%, at least "
                         "each year 85%, else 60% (estimated).",
                 .example = "\"every 90 d\"",
                 .default_text = "never"},
                &Plan::drill);
    visit.field({.key = "failback",
                 .help = "When what it has done is undone: `NAME up for TIME`, also `.., in WINDOW`; stores are handed "
                         "over to their own group without loss, then balancers and numbers go back. `never`: it stays.",
                 .example = "\"domain eu up for 24 h, in Sun 02:00-06:00\"",
                 .default_text = "never",
                 .refers = "group service store balancer node domain"},
                &Plan::failback);
}

}  // namespace nines::scenario
