// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/failover.hpp"
#include "models/scenario/fields/reuse.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Retry>, Visitor& visit) {
    visit.field({.key = "tries",
                 .help = "How often a request that failed is tried again.",
                 .example = "3",
                 .default_text = "3",
                 .bounds = within(0, 1000),
                 .source = "HAProxy: `retries`"},
                &Retry::tries);
    visit.field({.key = "redispatch",
                 .help = "Where the further tries go: `never` elsewhere, elsewhere with the `last` one only, `always`.",
                 .example = "\"always\"",
                 .default_text = "last",
                 .source = "HAProxy: `option redispatch`"},
                &Retry::redispatch);
    visit.field({.key = "timeouts",
                 .help = "Requests that only timed out are tried again too, not just those that were refused.",
                 .example = "true",
                 .default_text = "false",
                 .source = "HAProxy: `retry-on`"},
                &Retry::timeouts);
    visit.field({.key = "budget",
                 .help = "Further tries are at most this share of the requests.",
                 .example = "\"20%\"",
                 .default_text = "unlimited",
                 .bounds = within(0, 1),
                 .form = NumberForm::share,
                 .source = "Envoy: `retry_budget`"},
                &Retry::budget);
    visit.field({.key = "timeout",
                 .help = "A try waits so long for a target that is silent. It matters where `connections` are limited.",
                 .example = "\"5 s\"",
                 .default_text = "the `timeout` of `check`",
                 .bounds = above(0),
                 .source = "HAProxy: `timeout server`"},
                &Retry::timeout);
}

/// What the balancer and its targets take, and what becomes of the rest.
template <class Visitor>
void limit_fields(Visitor& visit) {
    visit.field(
        {.key = "queue",
         .help = "Requests that may wait at one target. With `patience` instead of `shed`: if the whole queue is "
                 "worked off within that time, the rest is refused; if not, many wait in vain.",
         .example = "200",
         .default_text = "`shed` says it",
         .bounds = within(0, 1e9),
         .source = "HAProxy: `maxqueue`"},
        &Overload::queue);
    visit.field({.key = "patience",
                 .help = "Users wait so long for an answer.",
                 .example = "\"10 s\"",
                 .default_text = "`shed` says it",
                 .bounds = above(0)},
                &Overload::patience);
    visit.field(
        {.key = "spill",
         .help = "With `mode = \"priority\"`: requests beyond this share of what the targets of one tier that are "
                 "in rotation can serve go to the next tier; the last one gets all the rest.",
         .example = "\"80%\"",
         .default_text = "the next tier only serves when nothing of the first is in rotation",
         .bounds = within(0, 1),
         .form = NumberForm::share},
        &Overload::spill);
    visit.field({.key = "connections",
                 .help = "Requests that the balancer handles at once; beyond that it refuses. It is busy with each for "
                         "`response`, or for `timeout` of `retry` where the target is silent (Little's law).",
                 .example = "1024",
                 .default_text = "unlimited",
                 .bounds = within(1, 1e9),
                 .source = "HAProxy: `maxconn`; Envoy: `max_requests`"},
                &Overload::connections);
    visit.field({.key = "response",
                 .help = "With `connections`: mean time that an answer takes.",
                 .example = "\"200 ms\"",
                 .default_text = "`connections` limit nothing",
                 .bounds = above(0)},
                &Overload::response);
}

template <class Visitor>
void fields_of(KindTag<Overload>, Visitor& visit) {
    visit.field({.key = "panic",
                 .help = "With a smaller share of its targets in rotation it ignores their health: all get traffic.",
                 .example = "\"50%\"",
                 .default_text = "0%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share,
                 .source = "Envoy: `healthy_panic_threshold`"},
                &Overload::panic);
    visit.field({.key = "fail_open",
                 .help = "With no target in rotation all get traffic.",
                 .example = "true",
                 .default_text = "false",
                 .source = "AWS ALB: fail-open"},
                &Overload::fail_open);
    visit.field({.key = "max_ejected",
                 .help = "At most this share of the targets, and at least one, is taken out of rotation.",
                 .example = "\"10%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share,
                 .source = "Envoy: `max_ejection_percent`"},
                &Overload::max_ejected);
    visit.field({.key = "shed",
                 .help = "What exceeds the capacity is refused at once; if `false`, everybody waits, many in vain.",
                 .example = "false",
                 .default_text = "true"},
                &Overload::shed);
    visit.field({.key = "goodput",
                 .help = "Without `shed`: share of the capacity that still does useful work in overload.",
                 .example = "\"50%\"",
                 .default_text = "50%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Overload::goodput);
    limit_fields(visit);
}

constexpr KindInfo kind_info(KindTag<Balancer>) {
    return {.word = "balancer",
            .question = "Who sends traffic where, and how does it notice?",
            .example =
                "[balancer.edge]\npreset = \"haproxy\"\non = \"lb\"\nto = \"web\"\n"
                "check = { inter = \"1 s\", fall = 2 }"};
}

/// Where traffic goes, and on what the balancer itself stands.
template <class Visitor>
void routing_fields(Visitor& visit) {
    visit.field(
        {.key = "to",
         .help = "Where it sends traffic: groups, balancers, services. With `mode = \"priority\"` the first goes "
                 "first.",
         .example = "[\"front-eu\", \"front-us\"]",
         .refers = "group balancer service"},
        &Balancer::to);
    visit.field({.key = "on",
                 .help = "The group that it runs on.",
                 .example = "\"lb\"",
                 .default_text = "no machines of its own: it never fails by itself",
                 .refers = "group"},
                &Balancer::on);
    visit.table({.key = "failover",
                 .help = "How its address moves among the members of `on`. A bare word is a preset.",
                 .example = "\"vrrp\"",
                 .default_text = "preset vrrp",
                 .shorthand = preset_spec.key},
                &Balancer::failover);
    visit.field({.key = "mode",
                 .help = "`spread` (all targets alike), `weighted` (by `weights`), `priority` (the first of `to` that "
                         "works).",
                 .example = "\"priority\"",
                 .default_text = "spread"},
                &Balancer::mode);
    visit.field({.key = "weights",
                 .help = "With `mode = \"weighted\"`: one number for each entry of `to`.",
                 .example = "[3, 1]",
                 .default_text = "all alike",
                 .bounds = within(0, 1e6),
                 .along = "to"},
                &Balancer::weights);
}

/// What clients do that remember an address.
template <class Visitor>
void dns_fields(Visitor& visit) {
    visit.field({.key = "ttl",
                 .help = "DNS: clients keep an address so long.",
                 .example = "\"60 s\"",
                 .default_text = "0 s",
                 .bounds = at_least(0),
                 .source = "RFC 1035: TTL"},
                &Balancer::ttl);
    visit.field({.key = "stale",
                 .help = "DNS: share of the clients that keep an address longer than `ttl`.",
                 .example = "\"5%\"",
                 .default_text = "0%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share,
                 .source = "RFC 8767: serving stale data"},
                &Balancer::stale);
    visit.field({.key = "stale_time",
                 .help = "DNS: mean time that these keep it.",
                 .example = "\"15 min\"",
                 .default_text = "15 min",
                 .bounds = above(0)},
                &Balancer::stale_time);
}

template <class Visitor>
void fields_of(KindTag<Balancer>, Visitor& visit) {
    visit.field(description_spec, &Balancer::description);
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"haproxy\""}, &Balancer::preset);
    like_field(visit);
    routing_fields(visit);
    visit.table({.key = "check",
                 .help = "How it notices that a target is down, and that it is back. `instant` is a knowledge that no "
                         "real balancer has.",
                 .example = "{ inter = \"1 s\", timeout = \"500 ms\", fall = 2, rise = 2 }",
                 .default_text = "preset haproxy: a probe every 2 s, three failures in a row, back after two good ones",
                 .shorthand = "takes",
                 .library = check_library},
                &Balancer::check);
    visit.table({.key = "retry",
                 .help = "What becomes of a request whose server did not answer.",
                 .example = "{ tries = 3, redispatch = \"last\" }",
                 .default_text = "3 tries, the last one elsewhere",
                 .shorthand = "tries"},
                &Balancer::retry);
    visit.table({.key = "overload",
                 .help = "What it does when too few targets are well, or too much comes.",
                 .example = "{ panic = \"50%\", max_ejected = \"10%\" }",
                 .default_text = "health is always heeded; what exceeds the capacity is refused"},
                &Balancer::overload);
    visit.field({.key = "slow_start",
                 .help = "A target that is back gets its share in a straight line over so long.",
                 .example = "\"30 s\"",
                 .default_text = "0 s",
                 .bounds = at_least(0),
                 .source = "HAProxy: `slowstart`"},
                &Balancer::slow_start);
    dns_fields(visit);
    visit.field({.key = "price",
                 .help = "Of a bought balancer. Machines that it runs on have prices of their own.",
                 .example = "\"20 per mo\"",
                 .default_text = "nothing"},
                &Balancer::price);
}

}  // namespace nines::scenario
