// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Cause>) {
    return {
        .word = "cause",
        .question = "Which shocks hit many things?",
        .example = "[cause.bad-config]\nhits = \"web/*\"\nrate = \"0.5 per y\"\nshare = \"30%\"\nmttr = \"40 min\""};
}

template <class Visitor>
void fields_of(KindTag<Cause>, Visitor& visit) {
    visit.field(description_spec, &Cause::description);
    like_field(visit);
    visit.field({.key = "hits",
                 .help = "What a shock hits: groups, members, nodes, domains, tags.",
                 .example = "[\"web/*\", \"domain eu\"]",
                 .refers = "group node domain service store balancer"},
                &Cause::hits);
    visit.field({.key = "rate",
                 .help = "Shocks per time; a Poisson process.",
                 .example = "\"0.5 per y\"",
                 .alternatives = "time between shocks",
                 .bounds = above(0)},
                &Cause::rate);
    visit.field({.key = "ttf",
                 .help = "Time between shocks: any distribution.",
                 .example = "\"exp(mean 2 y)\"",
                 .alternatives = "time between shocks"},
                &Cause::ttf);
    visit.field({.key = "share",
                 .help = "Probability of each target to be hit by a shock.",
                 .example = "\"30%\"",
                 .default_text = "100%",
                 .bounds = {.low = 0, .high = 1, .low_excluded = true},
                 .form = NumberForm::share,
                 .source = "binomial failure rate model"},
                &Cause::share);
    visit.field({.key = "spread_over",
                 .help = "Hits fall uniformly within this time after the shock.",
                 .example = "\"5 min\"",
                 .default_text = "0 s",
                 .bounds = at_least(0)},
                &Cause::spread_over);
    visit.field(
        {.key = "effect", .help = "What a hit does; see failure modes.", .example = "\"hang\"", .default_text = "stop"},
        &Cause::effect);
    visit.field({.key = "ttr",
                 .help = "Time to repair what was hit: any distribution.",
                 .example = "\"lognormal(median 32 min, p90 100 min)\"",
                 .default_text = "the repair of the target's first failure mode",
                 .alternatives = "time to repair"},
                &Cause::ttr);
    visit.field({.key = "mttr",
                 .help = "Mean time to repair what was hit; exponential.",
                 .example = "\"1 h\"",
                 .default_text = "the repair of the target's first failure mode",
                 .alternatives = "time to repair",
                 .bounds = at_least(0)},
                &Cause::mttr);
    visit.field({.key = "noticed_after",
                 .help = "Time until someone notices and repair can begin.",
                 .example = "\"20 min\"",
                 .default_text = "noticed at once"},
                &Cause::noticed_after);
}

}  // namespace nines::scenario
