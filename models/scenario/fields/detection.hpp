// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// Kind of a check's presets in the library, whichever key it stands under.
inline constexpr std::string_view check_library = "check";

/// How long a check takes is in models/scenario/detection_laws.hpp.
template <class Visitor>
void check_interval_fields(Visitor& visit) {
    visit.field({.key = "inter",
                 .help = "Time between checks; heartbeat period of a lease.",
                 .example = "\"2 s\"",
                 .default_text = "2 s",
                 .instead_of = "takes",
                 .bounds = above(0),
                 .source = "HAProxy: `inter`"},
                &Detection::inter);
    visit.field({.key = "fastinter",
                 .help = "Time between checks while the state is in transition.",
                 .example = "\"500 ms\"",
                 .default_text = "`inter`",
                 .instead_of = "takes",
                 .bounds = above(0),
                 .source = "HAProxy: `fastinter`"},
                &Detection::fastinter);
    visit.field({.key = "downinter",
                 .help = "Time between checks while it is down; of a passive check: until it is tried again.",
                 .example = "\"10 s\"",
                 .default_text = "`inter`",
                 .bounds = above(0),
                 .source = "HAProxy: `downinter`"},
                &Detection::downinter);
    visit.field({.key = "timeout",
                 .help = "When one check is given up; length of a lease.",
                 .example = "\"30 s\"",
                 .default_text = "`inter`",
                 .instead_of = "takes",
                 .bounds = above(0)},
                &Detection::timeout);
    visit.field({.key = "jitter",
                 .help = "Each interval varies by up to this share.",
                 .example = "\"10%\"",
                 .default_text = "0%",
                 .instead_of = "takes",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Detection::jitter);
}

template <class Visitor>
void check_verdict_fields(Visitor& visit) {
    visit.field({.key = "fall",
                 .help = "Failed checks in a row until it counts as down.",
                 .example = "3",
                 .default_text = "3",
                 .instead_of = "takes",
                 .bounds = within(1, 1000),
                 .source = "HAProxy: `fall`"},
                &Detection::fall);
    visit.field({.key = "rise",
                 .help = "Good checks in a row until it counts as up.",
                 .example = "2",
                 .default_text = "2",
                 .bounds = within(1, 1000),
                 .source = "HAProxy: `rise`"},
                &Detection::rise);
    visit.field({.key = "traffic",
                 .help = "Of a passive check: requests per time that reach what is watched.",
                 .example = "\"20 per s\"",
                 .instead_of = "takes",
                 .bounds = above(0)},
                &Detection::traffic);
    visit.field({.key = "false_positive",
                 .help = "Probability that one check of a healthy target fails.",
                 .example = "\"0.1%\"",
                 .default_text = "0%",
                 .bounds = {.low = 0, .high = 1, .high_excluded = true},
                 .form = NumberForm::share},
                &Detection::false_positive);
    visit.field(
        {.key = "false_positive_full",
         .help = "Of a balancer: the probability that one check fails of a healthy target that is loaded to its "
                 "`capacity` or beyond; in between it rises with the load.",
         .example = "\"20%\"",
         .default_text = "`false_positive`, whatever the load",
         .bounds = {.low = 0, .high = 1, .high_excluded = true},
         .form = NumberForm::share},
        &Detection::false_positive_full);
}

template <class Visitor>
void fields_of(KindTag<Detection>, Visitor& visit) {
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"haproxy\""}, &Detection::preset);
    visit.field({.key = "takes",
                 .help = "Time until a failure is noticed: any distribution, `instant` too. Stronger than what the "
                         "check's other keys would give.",
                 .example = "\"uniform(20 s, 30 s)\"",
                 .default_text = "computed from the other keys"},
                &Detection::takes);
    visit.field({.key = "takes_silent",
                 .help = "The same for a failure that answers nothing: a hang, a lost machine, a cut link.",
                 .example = "\"uniform(10 s, 12 s)\"",
                 .default_text = "as long as `takes`, else computed from the other keys"},
                &Detection::takes_silent);
    visit.field({.key = "kind",
                 .help = "`probe` (the next check is timed from the end of the last), `fixed-rate`, `lease` (runs out "
                         "when no heartbeat renews it), `passive` (watches real traffic).",
                 .example = "\"lease\"",
                 .default_text = "probe",
                 .instead_of = "takes"},
                &Detection::kind);
    check_interval_fields(visit);
    check_verdict_fields(visit);
}

}  // namespace nines::scenario
