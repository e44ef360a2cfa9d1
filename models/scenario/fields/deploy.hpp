// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

/// What changes on purpose: new versions and patches.
namespace nines::scenario {

inline constexpr FieldSpec at_a_time_spec{
    .key = "at_a_time",
    .help = "So many members are out together, or this share of the group, rounded up.",
    .example = "\"25%\"",
    .default_text = "1"};

inline constexpr FieldSpec work_windows_spec{
    .key = "in",
    .help = "Work on a member begins within these windows only; the round of all goes on in the next one.",
    .example = "\"Sun 02:00-06:00\"",
    .default_text = "at any time"};

template <class Visitor>
void fields_of(KindTag<Patch>, Visitor& visit) {
    visit.field(
        {.key = "every", .help = "When a round begins.", .example = "\"30 d at 02:00\"", .default_text = "30 d"},
        &Patch::every);
    visit.field({.key = "takes",
                 .help = "How long one member is out.",
                 .example = "\"5 min\"",
                 .default_text = "5 min (estimated)"},
                &Patch::takes);
    visit.field(at_a_time_spec, &Patch::at_a_time);
    visit.field(work_windows_spec, &Patch::in);
    visit.field({.key = "when_degraded",
                 .help = "`go`, or `skip`: a member is left out while another one is not up.",
                 .example = "\"skip\"",
                 .default_text = "go"},
                &Patch::when_degraded);
}

template <class Visitor>
void rollout_fields(Visitor& visit) {
    visit.field({.key = "every", .help = "When a new version comes.", .example = "\"1 d at 10:00\""}, &Deploy::every);
    visit.field(
        {.key = "strategy",
         .help = "How it comes to the members: `rolling 25%` or `rolling 1` (batch by batch), `canary 5% for 10 "
                 "min` (then the others at once; `.., then rolling 25%`: in batches), `blue-green` (users are "
                 "moved to new members at once), `all`. Shares are rounded up.",
         .example = "\"canary 5% for 10 min, then rolling 25%\"",
         .default_text = "rolling 25%"},
        &Deploy::strategy);
    visit.field({.key = "takes",
                 .help = "How long a batch of members is out while it is replaced: planned downtime.",
                 .example = "\"40 s\"",
                 .default_text = "0 s: the old ones serve until the new ones do"},
                &Deploy::takes);
    visit.field({.key = "pause",
                 .help = "Time from the end of a batch to the beginning of the next.",
                 .example = "\"5 min\"",
                 .default_text = "0 s",
                 .bounds = at_least(0)},
                &Deploy::pause);
}

template <class Visitor>
void fields_of(KindTag<Deploy>, Visitor& visit) {
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"dora-high\""}, &Deploy::preset);
    rollout_fields(visit);
    visit.field({.key = "fails",
                 .help = "Probability that a version is bad (change failure rate).",
                 .example = "\"5%\"",
                 .default_text = "0%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Deploy::fails);
    visit.field(
        {.key = "effect",
         .help = "What a bad version does to a member that has it: `stop`, `hang`, `slow 30%`; or `corrupt`: members "
                 "go on, and what it writes makes the data of stores bad, in every copy. Undoing it does not "
                 "bring them back: a restore does.",
         .example = "\"slow 30%\"",
         .default_text = "stop"},
        &Deploy::effect);
    visit.field({.key = "corrupts",
                 .help = "With `effect = \"corrupt\"`: the stores whose data a bad version makes bad, from the first "
                         "batch on. They are taken out of service when it is noticed.",
                 .example = "[\"orders\"]",
                 .default_text = "the store that services need which need this group, if there is one",
                 .refers = "store"},
                &Deploy::corrupts);
    visit.field({.key = "noticed_after",
                 .help = "Time from the first batch that has a bad version until somebody sees that it is bad. Batches "
                         "that would get it from then on do not.",
                 .example = "\"lognormal(median 3 min, p95 20 min)\"",
                 .default_text = "0 s: within the first batch"},
                &Deploy::noticed_after);
    visit.field({.key = "undo",
                 .help = "Time from there until the old version is back on all members that had the bad one.",
                 .example = "\"lognormal(median 20 min, p95 1 h)\""},
                &Deploy::undo);
}

}  // namespace nines::scenario
