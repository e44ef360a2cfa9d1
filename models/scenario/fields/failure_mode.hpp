// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/field_spec.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// Time to failure: exactly one of these keys.
template <class Visitor>
void time_to_failure_fields(Visitor& visit) {
    constexpr std::string_view one_of = "time to failure";
    visit.field({.key = "mtbf",
                 .help = "Mean operating time between failures; exponential.",
                 .example = "\"90 d\"",
                 .alternatives = one_of,
                 .bounds = above(0),
                 .source = "IEC 60050-192"},
                &FailureMode::mtbf);
    visit.field({.key = "mttf",
                 .help = "Mean operating time to failure; exponential, the same as `mtbf`.",
                 .example = "\"10 y\"",
                 .alternatives = one_of,
                 .bounds = above(0),
                 .source = "IEC 60050-192"},
                &FailureMode::mttf);
    visit.field({.key = "afr",
                 .help = "Annualised failure rate: failures per unit and year of operation; exponential.",
                 .example = "\"1.4%\"",
                 .alternatives = one_of,
                 .bounds = above(0),
                 .form = NumberForm::share},
                &FailureMode::afr);
    visit.field({.key = "rate",
                 .help = "Failures per time of operation; exponential.",
                 .example = "\"2 per y\"",
                 .alternatives = one_of,
                 .bounds = above(0)},
                &FailureMode::rate);
    visit.field({.key = "ttf",
                 .help = "Operating time to failure: any distribution.",
                 .example = "\"weibull(shape 0.7, mean 4.3 mo)\"",
                 .alternatives = one_of},
                &FailureMode::ttf);
    visit.field({.key = "availability",
                 .help = "Of a bought service, with `mttr`: mean up time = A / (1 - A) * mttr; exponential.",
                 .example = "\"99.9%\"",
                 .alternatives = one_of,
                 .bounds = strictly_within(0, 1),
                 .form = NumberForm::share},
                &FailureMode::availability);
}

/// Time to repair: at most one; none means that it is never repaired, or, where only data is lost, at once.
template <class Visitor>
void time_to_repair_fields(Visitor& visit) {
    visit.field({.key = "mttr",
                 .help = "Mean time to repair; exponential.",
                 .example = "\"2 h\"",
                 .default_text = "never repaired; with `lose-data` at once, and the copy is made anew",
                 .alternatives = "time to repair",
                 .bounds = at_least(0)},
                &FailureMode::mttr);
    visit.field({.key = "ttr",
                 .help = "Time to repair: any distribution.",
                 .example = "\"lognormal(median 30 min, p95 2 h)\"",
                 .default_text = "never repaired; with `lose-data` at once, and the copy is made anew",
                 .alternatives = "time to repair"},
                &FailureMode::ttr);
    visit.field({.key = "repair",
                 .help = "State after a repair: `renew` (good as new) or `minimal` (as old as just before).",
                 .example = "\"minimal\"",
                 .default_text = "renew"},
                &FailureMode::repair);
}

template <class Visitor>
void detection_fields(Visitor& visit) {
    visit.field({.key = "noticed_after",
                 .help = "A latent failure: time until someone notices and repair can begin.",
                 .example = "\"exp(mean 1 d)\"",
                 .default_text = "noticed at once",
                 .alternatives = "notice"},
                &FailureMode::noticed_after);
    visit.field({.key = "inspection",
                 .help = "A latent failure is found at the next of these instants.",
                 .example = "\"every 30 d\"",
                 .default_text = "noticed at once",
                 .alternatives = "notice"},
                &FailureMode::inspection);
}

/// The keys of one failure mode, written in a node or domain (the unnamed mode) or in `[[node.X.failure]]`.
template <class Visitor>
void fields_of(KindTag<FailureMode>, Visitor& visit) {
    time_to_failure_fields(visit);
    time_to_repair_fields(visit);
    visit.field(
        {.key = "effect",
         .help = "What a failure does: `stop` (refuses connections), `hang` (silent), `lose-data` (this member's "
                 "copy is gone), `partition` (alive but unreachable), `slow 30%` (it answers, and lacks so much of its "
                 "`capacity`), `corrupt` (the stores that have copies on it have bad data from then on, in every "
                 "copy; nothing stops until somebody notices), `encrypt` (the same by an attacker, who then deletes "
                 "every backup that is not immutable).",
         .example = "\"hang\"",
         .default_text = "stop"},
        &FailureMode::effect);
    detection_fields(visit);
    visit.field({.key = "when_down",
                 .help = "This mode's clock while the unit is down in another mode: `resume`, `renew` or `age`.",
                 .example = "\"renew\"",
                 .default_text = "resume"},
                &FailureMode::when_down);
    visit.field({.key = "when_cut_off",
                 .help = "This mode's clock while the unit's failure domain is down: `resume`, `renew` or `age`.",
                 .example = "\"resume\"",
                 .default_text = "age"},
                &FailureMode::when_cut_off);
    visit.field({.key = "replace_at_age",
                 .help = "Preventive replacement at this age.",
                 .example = "\"2 y\"",
                 .default_text = "none",
                 .bounds = above(0)},
                &FailureMode::replace_at_age);
    visit.field({.key = "replacement",
                 .help = "How long a preventive replacement takes.",
                 .example = "\"30 min\"",
                 .default_text = "as long as a repair"},
                &FailureMode::replacement);
}

}  // namespace nines::scenario
