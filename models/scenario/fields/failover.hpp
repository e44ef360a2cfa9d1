// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/detection.hpp"
#include "models/scenario/fields/reuse.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Stage>, Visitor& visit) {
    visit.field({.key = "takes",
                 .help = "How long it takes: any distribution.",
                 .example = "\"lognormal(median 5 s, p95 20 s)\"",
                 .default_text = "0 s"},
                &Stage::takes);
    visit.field({.key = "works",
                 .help = "Probability that it succeeds.",
                 .example = "\"98%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Stage::works);
}

/// What happens one after the other, from the failure until clients are served again.
template <class Visitor>
void recovery_stage_fields(Visitor& visit) {
    constexpr std::string_view takes = "takes";
    visit.table({.key = "detect",
                 .help = "How a dead primary is noticed.",
                 .example = "{ kind = \"lease\", timeout = \"30 s\", inter = \"10 s\" }",
                 .default_text = "a probe every 2 s, three failures in a row",
                 .shorthand = takes,
                 .library = check_library},
                &Failover::detect);
    visit.table({.key = "decide",
                 .help = "Choosing who shall follow: an election, a lock, a comparison of positions.",
                 .example = "\"uniform(1 s, 5 s)\"",
                 .default_text = "0 s",
                 .shorthand = takes},
                &Failover::decide);
    visit.table({.key = "fence",
                 .help = "Making sure that the old primary cannot write any more. Without it, and without "
                         "`self_demotes`, one that is cut off but alive writes on: a split brain.",
                 .example = "{ takes = \"5 s\", works = \"99%\" }",
                 .default_text = "no fencing",
                 .shorthand = takes},
                &Failover::fence);
    visit.table({.key = "promote",
                 .help = "The chosen copy replays what it has received and opens for writes.",
                 .example = "\"2 s\"",
                 .default_text = "0 s",
                 .shorthand = takes},
                &Failover::promote);
    visit.table({.key = "redirect",
                 .help = "Clients find the new primary.",
                 .example = "\"uniform(3 s, 6 s)\"",
                 .default_text = "0 s",
                 .shorthand = takes},
                &Failover::redirect);
    visit.table({.key = "warm",
                 .help = "Caches and connections fill before clients are served again.",
                 .example = "\"30 s\"",
                 .default_text = "0 s",
                 .shorthand = takes},
                &Failover::warm);
    visit.table({.key = "by_hand",
                 .help = "Recovery by people: in `manual` mode, and after a stage that failed.",
                 .example = "{ takes = \"lognormal(median 30 min, p95 2 h)\", works = \"95%\" }",
                 .default_text = "with `by` the crew's `ack` and `decide`, else nobody steps in",
                 .shorthand = takes},
                &Failover::by_hand);
}

/// What is planned: nobody has to notice it, and nothing is lost by it.
template <class Visitor>
void switchover_fields(Visitor& visit) {
    visit.table({.key = "switchover",
                 .help = "A planned hand-over from the primary to the best replica before planned maintenance of its "
                         "machine, and for `failback`: how long nobody can write. Nothing is lost, whatever the "
                         "replication.",
                 .example = "\"uniform(1 s, 5 s)\"",
                 .default_text = "maintenance of the primary costs all stages from `decide` to `warm`",
                 .shorthand = "takes"},
                &Failover::switchover);
    visit.field({.key = "failback",
                 .help = "The store's first copy becomes primary again, by a `switchover`, when it has been a healthy "
                         "replica for so long: any distribution, `instant` too, or `never`. A failure meanwhile "
                         "begins the wait anew.",
                 .example = "\"24 h\"",
                 .default_text = "never"},
                &Failover::failback);
}

/// When the automation acts, and when it must not.
template <class Visitor>
void automation_fields(Visitor& visit) {
    visit.field({.key = "self_demotes",
                 .help = "A primary that is cut off stops by itself, because its lease runs out or a watchdog fires.",
                 .example = "true",
                 .default_text = "false"},
                &Failover::self_demotes);
    visit.field({.key = "lag_limit",
                 .help = "A copy that is further behind is not promoted automatically: a time, or an amount of writes.",
                 .example = "\"1 MiB\"",
                 .default_text = "none"},
                &Failover::lag_limit);
    visit.field({.key = "needs",
                 .help = "The automation works only while all of these are up.",
                 .example = "\"2 of etcd\"",
                 .default_text = "nothing",
                 .refers = "group service store balancer node domain"},
                &Failover::needs);
    visit.field({.key = "without_needs",
                 .help = "What the primary does when `needs` are not up: `stay` primary, or `step-down` after "
                         "`step_down`, so that nobody can write until they are back and it is elected again.",
                 .example = "\"step-down\"",
                 .default_text = "stay"},
                &Failover::without_needs);
    visit.field(
        {.key = "step_down",
         .help = "From the loss of `needs` until the primary steps down, and where it `self_demotes` from being "
                 "cut off until it takes no more writes.",
         .example = "\"uniform(10 s, 20 s)\"",
         .default_text = "as long as a silent failure takes to be noticed: until a lease runs out"},
        &Failover::step_down);
    visit.field({.key = "witness",
                 .help = "These have a vote beside the copies.",
                 .example = "\"arbiter\"",
                 .default_text = "none",
                 .refers = "group node service domain"},
                &Failover::witness);
    visit.field({.key = "hold",
                 .help = "No second automatic failover so soon after one.",
                 .example = "\"1 h\"",
                 .default_text = "0 s",
                 .bounds = at_least(0)},
                &Failover::hold);
    visit.field({.key = "false_alarms",
                 .help = "How often a healthy primary is taken for dead.",
                 .example = "\"0.5 per y\"",
                 .default_text = "0 per y",
                 .bounds = at_least(0)},
                &Failover::false_alarms);
    visit.field({.key = "split_share",
                 .help = "Share of the writes that still reach the old primary during a split brain.",
                 .example = "\"50%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Failover::split_share);
}

template <class Visitor>
void fields_of(KindTag<Failover>, Visitor& visit) {
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"patroni\""}, &Failover::preset);
    visit.field({.key = "mode",
                 .help = "`automatic`, or `manual`: people do it all.",
                 .example = "\"manual\"",
                 .default_text = "automatic"},
                &Failover::mode);
    visit.field({.key = "by",
                 .help = "The crew that does what is done by hand.",
                 .example = "\"oncall\"",
                 .default_text = "nobody in particular",
                 .refers = "crew"},
                &Failover::by);
    visit.field({.key = "restart_first",
                 .help = "A process that has stopped is given so long to come back where it is.",
                 .example = "\"5 min\"",
                 .default_text = "0 s"},
                &Failover::restart_first);
    recovery_stage_fields(visit);
    switchover_fields(visit);
    automation_fields(visit);
    visit.field({.key = "cold_start",
                 .help = "When no copy was left: from the first that comes back until it serves.",
                 .example = "\"2 min\"",
                 .default_text = "all stages from `decide` to `warm`"},
                &Failover::cold_start);
    visit.field({.key = "repair",
                 .help = "When failed members are repaired: `at-once`, or `after-failover`: when the failover is over.",
                 .example = "\"after-failover\"",
                 .default_text = "at-once"},
                &Failover::repair);
}

}  // namespace nines::scenario
