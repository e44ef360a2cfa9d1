// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/failure_mode.hpp"
#include "models/scenario/fields/reuse.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Domain>) {
    return {.word = "domain",
            .question = "Where is it, and what fails together?",
            .example = "[domain.eu]\npreset = \"cloud-region\"\nsplit = \"3 az\"   # makes eu/az1, eu/az2, eu/az3"};
}

template <class Visitor>
void fields_of(KindTag<Domain>, Visitor& visit) {
    visit.field(description_spec, &Domain::description);
    visit.field(preset_spec, &Domain::preset);
    like_field(visit);
    without_field(visit);
    visit.reuse({.key = "split",
                 .help =
                     "Parts of this domain: `\"3 az\"` makes ID/az1 to ID/az3; a list splits the parts again. A part "
                     "has the preset `cloud-WORD` or `WORD`, if there is one. The table `[domain.ID.WORD]` gives "
                     "keys to all parts of that word, `[domain.\"ID/az2\"]` to one.",
                 .example = "[\"3 az\", \"4 rack\"]"});
    visit.field({.key = "in",
                 .help = "The domain that contains this one.",
                 .example = "\"eu\"",
                 .default_text = "for a part made by `split`: what was split",
                 .refers = "domain",
                 .places = true},
                &Domain::in);
    visit.field({.key = "level",
                 .help = "The class of its failures, for objectives and results.",
                 .example = "\"zone\"",
                 .default_text = "by the last word of its preset or id, else by what it contains, else zone"},
                &Domain::level);
    visit.field({.key = "restore_rate",
                 .help = "What all restores together get that read at once from backups kept here: the network of an "
                         "object store, a tape library, the port of a backup server. Those that ask for less leave the "
                         "rest to the others. Of several domains around a copy the innermost that says it counts.",
                 .example = "\"2 GB/s\"",
                 .default_text = "no limit: each gets its `restore.rate`",
                 .bounds = above(0)},
                &Domain::restore_rate);
    visit.unnamed_mode(&Domain::failures);
    visit.tables({.key = "failure",
                  .help = "A named failure mode; it adds to those of a preset or of `like`.",
                  .example = "[{ name = \"power\", rate = \"0.2 per y\", mttr = \"4 h\" }]"},
                 &Domain::failures);
    visit.field({.key = "repaired_by",
                 .help = "The crew that repairs it.",
                 .example = "\"facilities\"",
                 .default_text = "unlimited hands, at once",
                 .refers = "crew"},
                &Domain::repaired_by);
    visit.field(priority_spec, &Domain::priority);
    visit.field(
        {.key = "price",
         .help = "Of the place as a whole, such as a room or a line: not of its parts, nor of what stands there.",
         .example = "\"900 per mo\"",
         .default_text = "nothing"},
        &Domain::price);
    visit.field(tags_spec, &Domain::tags);
}

}  // namespace nines::scenario
