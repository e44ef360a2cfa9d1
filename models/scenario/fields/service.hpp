// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    visit.field(
        {.key = "needs",
         .help = "Up when all of these are: a name, `k of group`, `any of a, b`, `all of group`, `k of a, b, c`. "
                 "A group's bare name means at least one member. A store is up while its clients are served.",
         .example = "[\"2 of web\", \"any of cdn-a, cdn-b\"]"},
        &Service::needs);
    visit.part({.key = "objective", .help = "What is promised.", .example = "{ slo = \"99.99%\", rto = \"5 min\" }"},
               &Service::objective);
    visit.later({.key = "entry",
                 .help = "The balancer that users meet first.",
                 .reason = "balancers are not simulated; name what is needed in `needs`"});
    visit.later(
        {.key = "soft", .help = "Needs whose loss only degrades.", .reason = "degraded service is not simulated"});
    visit.later({.key = "to_start",
                 .help = "Needs that matter only for a start.",
                 .reason = "start dependencies are not simulated"});
    visit.later({.key = "load", .help = "Demand over time.", .reason = "demand and capacity are not simulated"});
    visit.later({.key = "up_when",
                 .help = "When the service counts as up.",
                 .reason = "demand and capacity are not simulated; a service is up when all it needs is up"});
}

}  // namespace nines::scenario
