// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/failure_mode.hpp"
#include "models/scenario/fields/reuse.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Node>) {
    return {.word = "node",
            .question = "What is one unit, and how does it break?",
            .example = "[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\""};
}

template <class Visitor>
void fields_of(KindTag<Node>, Visitor& visit) {
    visit.field(description_spec, &Node::description);
    visit.field(preset_spec, &Node::preset);
    like_field(visit);
    without_field(visit);
    visit.unnamed_mode(&Node::failures);
    visit.tables({.key = "failure",
                  .help = "A named failure mode; it adds to those of a preset or of `like`.",
                  .example = "[{ name = \"crash\", rate = \"2 per y\", mttr = \"5 min\" }]"},
                 &Node::failures);
    visit.field({.key = "capacity",
                 .help = "Requests that one node serves per time.",
                 .example = "\"400 req/s\"",
                 .default_text = "unlimited",
                 .bounds = above(0)},
                &Node::capacity);
    visit.field({.key = "boot",
                 .help = "Start time of a cold or warm standby unless `standby.start` says otherwise.",
                 .example = "\"lognormal(median 60 s, p95 3 min)\"",
                 .default_text = "0 s"},
                &Node::boot);
    visit.field({.key = "warm_up",
                 .help = "After a repair or a start its capacity grows from 0 in a straight line for so long.",
                 .example = "\"30 s\"",
                 .default_text = "0 s"},
                &Node::warm_up);
    visit.field({.key = "repaired_by",
                 .help = "The crew that repairs it.",
                 .example = "\"oncall\"",
                 .default_text = "unlimited hands, at once",
                 .refers = "crew"},
                &Node::repaired_by);
    visit.field(priority_spec, &Node::priority);
    visit.field({.key = "price",
                 .help = "Of each member of a group, for the time that it is wanted in service, working or not. Idle "
                         "members: `standby.price`; of a group that scales they cost nothing.",
                 .example = "\"70 per mo\"",
                 .default_text = "nothing"},
                &Node::price);
    visit.field(tags_spec, &Node::tags);
}

}  // namespace nines::scenario
