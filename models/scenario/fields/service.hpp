// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/cost.hpp"
#include "models/scenario/fields/load.hpp"
#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// One time for all classes of failure, or one per class.
template <class Visitor>
void fields_of(KindTag<ClassTimes>, Visitor& visit) {
    const auto add = [&](std::string_view key, std::string_view help, Field<Duration> ClassTimes::*member) {
        visit.field({.key = key, .help = help, .example = "\"2 min\"", .default_text = "`all`", .bounds = at_least(0)},
                    member);
    };
    visit.field({.key = "all",
                 .help = "After any failure.",
                 .example = "\"5 min\"",
                 .default_text = "no objective",
                 .bounds = at_least(0)},
                &ClassTimes::all);
    add("node", "After the failure of one node.", &ClassTimes::node);
    add("rack", "After the failure of a domain of level `rack`.", &ClassTimes::rack);
    add("zone", "After the failure of a domain of level `zone`.", &ClassTimes::zone);
    add("region", "After the failure of a domain of level `region`.", &ClassTimes::region);
    add("partition", "After something was cut off that was still alive.", &ClassTimes::partition);
    add("false-alarm", "After a failover that nothing had made necessary.", &ClassTimes::false_alarm);
    add("corruption", "After data was corrupted.", &ClassTimes::corruption);
    add("ransomware", "After data was encrypted by an attacker.", &ClassTimes::ransomware);
}

template <class Visitor>
void fields_of(KindTag<Objective>, Visitor& visit) {
    visit.field({.key = "slo",
                 .help = "Target of availability: a share or a number of nines, optionally per window.",
                 .example = "\"99.95% per 30 d\"",
                 .default_text = "none; the window is the horizon"},
                &Objective::slo);
    visit.table({.key = "rto",
                 .help = "Recovery time objective: how long users may be without the service.",
                 .example = "{ zone = \"2 min\", region = \"30 min\" }",
                 .default_text = "none",
                 .source = "ISO 22301",
                 .shorthand = "all"},
                &Objective::rto);
    visit.table({.key = "rpo",
                 .help = "Recovery point objective: how far back in time the newest surviving write may be.",
                 .example = "\"1 min\"",
                 .default_text = "none",
                 .source = "ISO 22301",
                 .shorthand = "all"},
                &Objective::rpo);
    visit.field({.key = "window",
                 .help = "Windows one after the other from the beginning (`calendar`), or at every instant the time "
                         "that has just passed (`rolling`), as most SLO tools count.",
                 .example = "\"rolling\"",
                 .default_text = "calendar",
                 .source = "Google SRE workbook, chapter 2"},
                &Objective::window);
    visit.field({.key = "measure",
                 .help = "What uses up the error budget: `time` without the service, or `requests` that were not "
                         "answered.",
                 .example = "\"requests\"",
                 .default_text = "time",
                 .source = "Google SRE workbook, chapter 2"},
                &Objective::measure);
    visit.field({.key = "credits",
                 .help = "What the provider pays back of a window's fee, each with the availability below which it is "
                         "paid; the last that is undershot counts.",
                 .example = "[\"10% below 99.9%\", \"25% below 99%\"]",
                 .default_text = "nothing"},
                &Objective::credits);
    visit.field({.key = "fee",
                 .help = "What customers pay for the service. Credits are shares of it, and with it they cost money.",
                 .example = "\"2000 per mo\"",
                 .default_text = "credits are shares only"},
                &Objective::fee);
}

/// Who has to be up, now or later.
template <class Visitor>
void dependency_fields(Visitor& visit) {
    visit.field({.key = "entry",
                 .help = "What users meet first: a balancer, a group or a service. It is needed too.",
                 .example = "\"edge\"",
                 .default_text = "users meet everything in `needs`",
                 .refers = "balancer group service"},
                &Service::entry);
    visit.field(
        {.key = "needs",
         .help = "Up when all of these are: a name, `k of group`, `any of a, b`, `all of group`, `k of a, b, c`. "
                 "A group's bare name means at least one member. A store is up while its clients are served, a "
                 "balancer while it sends them to something that serves.",
         .example = "[\"2 of web\", \"any of cdn-a, cdn-b\"]",
         .refers = "group service store balancer node domain"},
        &Service::needs);
    visit.field({.key = "soft",
                 .help = "The same forms; their loss only degrades the service: `degraded_per_year` counts that time.",
                 .example = "[\"search\"]",
                 .default_text = "nothing",
                 .refers = "group service store balancer node domain"},
                &Service::soft);
    visit.field(
        {.key = "to_start",
         .help = "The same forms; they do not matter while the service runs. Once it has lost what it needs, it "
                 "comes back only while these are up too; too little served, by `up_when`, does not stop it.",
         .example = "[\"registry\", \"2 of control\"]",
         .default_text = "nothing",
         .refers = "group service store balancer node domain"},
        &Service::to_start);
}

/// How much users ask for, and how much of it they must get.
template <class Visitor>
void demand_fields(Visitor& visit) {
    visit.table({.key = "load",
                 .help = "Requests that users send per time.",
                 .example = "{ peak = \"2000 req/s\", shape = \"diurnal\", trough = \"35%\" }",
                 .default_text = "demand is not looked at",
                 .shorthand = "peak"},
                &Service::load);
    visit.field({.key = "up_when",
                 .help = "The least share of the offered requests that must be served: `served >= SHARE of offered`, "
                         "or `>` for more than that share.",
                 .example = "\"served >= 99% of offered\"",
                 .default_text = "everything it needs is up"},
                &Service::up_when);
}

constexpr KindInfo kind_info(KindTag<Service>) {
    return {.word = "service",
            .question = "What do users see, and who needs whom?",
            .example = "[service.site]\nneeds = [\"2 of web\", \"db\"]\nobjective = { slo = \"99.99%\" }"};
}

template <class Visitor>
void fields_of(KindTag<Service>, Visitor& visit) {
    visit.field(description_spec, &Service::description);
    like_field(visit);
    dependency_fields(visit);
    demand_fields(visit);
    visit.part({.key = "objective", .help = "What is promised.", .example = "{ slo = \"99.99%\", rto = \"5 min\" }"},
               &Service::objective);
    visit.table({.key = "downtime_cost",
                 .help = "What it costs that users are without the service.",
                 .example = "\"500 per min\"",
                 .default_text = "nothing",
                 .shorthand = "price"},
                &Service::downtime_cost);
    visit.table({.key = "data_loss_cost",
                 .help = "What lost writes cost, of every store that the service needs.",
                 .example = "{ price = \"100 per min\", total = 5000000 }",
                 .default_text = "nothing",
                 .shorthand = "price"},
                &Service::data_loss_cost);
}

}  // namespace nines::scenario
