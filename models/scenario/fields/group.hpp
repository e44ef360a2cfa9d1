// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/deploy.hpp"
#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/fields/scale.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Standby>, Visitor& visit) {
    visit.field({.key = "mode",
                 .help = "`hot` (fails like a serving member, ready), `warm` (fails `factor` times as often, needs a "
                         "start), `cold` (does not fail while idle, needs a start).",
                 .example = "\"warm\"",
                 .default_text = "hot"},
                &Standby::mode);
    visit.field({.key = "factor",
                 .help = "Failure rate of an idle warm member over that of a serving one.",
                 .example = "0.5",
                 .default_text = "hot 1, warm 0.5, cold 0",
                 .bounds = within(0, 1)},
                &Standby::factor);
    visit.field({.key = "start",
                 .help = "Time from the decision to serving.",
                 .example = "\"30 s\"",
                 .default_text = "hot 0 s; else the node's `boot`, or 0 s"},
                &Standby::start);
    visit.field({.key = "success",
                 .help = "Probability that a start works; a failed start is a failure of that member.",
                 .example = "\"98%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Standby::success);
    visit.field({.key = "price",
                 .help = "What an idle member costs, as a share of the node's `price`.",
                 .example = "\"30%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Standby::price);
}

template <class Visitor>
void fields_of(KindTag<Spares>, Visitor& visit) {
    visit.field({.key = "stock", .help = "Parts on the shelf at time 0.", .example = "2", .bounds = at_least(0)},
                &Spares::stock);
    visit.field({.key = "reorder",
                 .help = "Lead time of the replacement that is ordered for each part used.",
                 .example = "\"5 d\"",
                 .default_text = "nothing is ordered"},
                &Spares::reorder);
}

template <class Visitor>
void fields_of(KindTag<Maintenance>, Visitor& visit) {
    visit.name({.key = "name", .help = "Name in reports.", .example = "\"patching\"", .default_text = "maintenance"},
               &Maintenance::name);
    visit.field({.key = "every", .help = "When it begins.", .example = "\"30 d at 02:00\""}, &Maintenance::every);
    visit.field({.key = "takes", .help = "How long one member is out.", .example = "\"2 h\""}, &Maintenance::takes);
    visit.field({.key = "stagger",
                 .help = "Each further member starts this much later.",
                 .example = "\"3 h\"",
                 .default_text = "`takes`: one after the other",
                 .bounds = at_least(0)},
                &Maintenance::stagger);
    visit.field(at_a_time_spec, &Maintenance::at_a_time);
    visit.field(work_windows_spec, &Maintenance::in);
    visit.field({.key = "when_degraded",
                 .help = "`go`, or `skip`: a member is left out while another one is not up.",
                 .example = "\"skip\"",
                 .default_text = "go"},
                &Maintenance::when_degraded);
}

constexpr KindInfo kind_info(KindTag<Group>) {
    return {.word = "group",
            .question = "How many of a node, and where?",
            .example = "[group.web]\nnode = \"web\"\ncount = 3\nspread = \"eu/*\""};
}

template <class Visitor>
void group_layout_fields(Visitor& visit) {
    visit.field({.key = "node", .help = "The node that each member is.", .example = "\"web\"", .refers = "node"},
                &Group::node);
    visit.field({.key = "count",
                 .help = "Number of members, named ID/1, ID/2, ..",
                 .example = "3",
                 .default_text = "1",
                 .bounds = at_least(1)},
                &Group::count);
    visit.field({.key = "active",
                 .help = "How many serve; the rest stand by. None (0), if a plan starts them.",
                 .example = "2",
                 .default_text = "all",
                 .bounds = at_least(0)},
                &Group::active);
    visit.field({.key = "spread",
                 .help = "Members go round-robin over the domains that each selector names.",
                 .example = "\"eu/*\"",
                 .refers = "domain",
                 .places = true},
                &Group::spread);
    visit.field({.key = "in",
                 .help = "All members are in each of these domains.",
                 .example = "[\"eu\", \"feed-a\"]",
                 .refers = "domain",
                 .places = true},
                &Group::in);
}

template <class Visitor>
void fields_of(KindTag<Group>, Visitor& visit) {
    visit.field(description_spec, &Group::description);
    like_field(visit);
    group_layout_fields(visit);
    visit.table({.key = "standby",
                 .help = "How idle members stand by.",
                 .example = "{ mode = \"cold\", start = \"5 min\", success = \"98%\" }",
                 .default_text = "hot",
                 .shorthand = "mode"},
                &Group::standby);
    visit.table(
        {.key = "scale",
         .help = "How many serve follows the load: between `min` and `max` members, of which new ones start and "
                 "those that are not needed go.",
         .example = "{ preset = \"k8s-hpa\", max = 24, target = \"60%\" }",
         .default_text = "the number stays as it is",
         .library = scale_library},
        &Group::scale);
    visit.table({.key = "spares",
                 .help = "Spare parts that repairs need.",
                 .example = "{ stock = 2, reorder = \"5 d\" }",
                 .default_text = "always one at hand",
                 .shorthand = "stock"},
                &Group::spares);
    visit.field({.key = "repaired_by",
                 .help = "The crew that repairs the members; overrides the node's.",
                 .example = "\"oncall\"",
                 .default_text = "the node's",
                 .refers = "crew"},
                &Group::repaired_by);
    visit.field(priority_spec, &Group::priority);
    visit.tables({.key = "maintenance",
                  .help = "Planned work on each member in turn.",
                  .example = "[{ every = \"30 d at 02:00\", takes = \"2 h\" }]"},
                 &Group::maintenance);
    visit.table({.key = "patch",
                 .help = "Patches of the operating system: maintenance with the usual figures.",
                 .example = "{ every = \"30 d at 02:00\", takes = \"5 min\", when_degraded = \"skip\" }",
                 .default_text = "none",
                 .shorthand = "every"},
                &Group::patch);
    visit.table({.key = "deploy",
                 .help = "New versions, and what becomes of those that are bad.",
                 .example = "{ every = \"1 d\", strategy = \"rolling 25%\", fails = \"5%\", undo = \"20 min\" }",
                 .default_text = "the version stays as it is"},
                &Group::deploy);
    visit.field({.key = "load_sharing",
                 .help = "Exponent x: with m of n members working, each fails (n/m)^x times as fast.",
                 .example = "1.5",
                 .default_text = "0",
                 .bounds = at_least(0)},
                &Group::load_sharing);
    visit.field(tags_spec, &Group::tags);
}

}  // namespace nines::scenario
