// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/field_spec.hpp"
#include "models/scenario/vary.hpp"

namespace nines::scenario {

/// Not among the kinds of `for_each_kind`: its things have no ids, and are no part of the design.
constexpr KindInfo kind_info(KindTag<Vary>) {
    return {.word = "vary",
            .question =
                "Which values to try? `nines sweep` and `nines optimise` run the design for each of them; several "
                "`[[vary]]` make a grid, of which the last varies fastest.",
            .example =
                "[[vary]]\npath = \"group.web.count\"\nvalues = [2, 3, 4]\n\n[[vary]]\nname = \"repair\"\n"
                "path = \"node.vm.mttr\"\nfrom = \"30 min\"\nto = \"8 h\"\nsteps = 5\nscale = \"log\""};
}

template <class Visitor>
void fields_of(KindTag<Vary>, Visitor& visit) {
    visit.field({.key = "path",
                 .help = "The key that varies, as `-D` names it.",
                 .example = "\"store.orders.replication.mode\""},
                &Vary::path);
    visit.field({.key = "name", .help = "Head of its column.", .example = "\"servers\"", .default_text = "the path"},
                &Vary::name);
    visit.field({.key = "values", .help = "The values, each as the key itself takes it.", .example = "[2, 3, 4]"},
                &Vary::values);
    visit.field({.key = "from",
                 .help = "First value of a range: a number, or a quantity with its unit.",
                 .example = "\"30 min\""},
                &Vary::from);
    visit.field({.key = "to", .help = "Last value of a range.", .example = "\"8 h\""}, &Vary::to);
    visit.field(
        {.key = "steps",
         .help = "Number of values of a range, both ends among them. Between whole ends they are rounded to whole "
                 "numbers, each once; write 1.0 for a range of fractions.",
         .example = "5",
         .default_text = "5",
         .bounds = within(2, 10000)},
        &Vary::steps);
    visit.field({.key = "scale",
                 .help = "How the values of a range lie: at equal distances, or at equal ratios.",
                 .example = "\"log\"",
                 .default_text = "linear"},
                &Vary::scale);
    visit.field(
        {.key = "with",
         .help = "Name or path of another one, with which it goes along value by value instead of making a grid.",
         .example = "\"group.web.count\"",
         .default_text = "none"},
        &Vary::with);
}

}  // namespace nines::scenario
