// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Objective>, Visitor& visit) {
    visit.field({.key = "slo",
                 .help = "Target of availability: a share or a number of nines, optionally per window.",
                 .example = "\"99.95% per 30 d\"",
                 .default_text = "none; the window is the horizon"},
                &Objective::slo);
    visit.later({.key = "rto", .help = "Recovery time objective.", .reason = "recovery objectives are not evaluated"});
    visit.later({.key = "rpo", .help = "Recovery point objective.", .reason = "data and its copies are not simulated"});
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
                 "A group's bare name means at least one member.",
         .example = "[\"2 of web\", \"any of cdn-a, cdn-b\"]"},
        &Service::needs);
    visit.part({.key = "objective", .help = "What is promised.", .example = "{ slo = \"99.99%\" }"},
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
