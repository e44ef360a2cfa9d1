// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

constexpr KindInfo kind_info(KindTag<Experiment>) {
    return {.word = "scenario",
            .question = "What experiment?",
            .example = "[scenario]\nname = \"Web shop\"\nhorizon = \"1 y\"\ntrials = 2000"};
}

template <class Visitor>
void fields_of(KindTag<Experiment>, Visitor& visit) {
    visit.field(
        {.key = "name", .help = "Title in reports.", .example = "\"Web shop\"", .default_text = "the file's name"},
        &Experiment::name);
    visit.field(description_spec, &Experiment::description);
    visit.field({.key = "horizon",
                 .help = "Simulated time of one trial.",
                 .example = "\"1 y\"",
                 .default_text = "1 y",
                 .bounds = above(0)},
                &Experiment::horizon);
    visit.field({.key = "trials",
                 .help = "Number of trials, or their limit when `precision` is given.",
                 .example = "10000",
                 .default_text = "10000; with `precision` 1000000",
                 .bounds = within(2, 1e12)},
                &Experiment::trials);
    visit.field({.key = "precision",
                 .help = "Stop when the unavailability of each service has this relative half-width.",
                 .example = "\"5%\"",
                 .default_text = "none: a fixed number of trials",
                 .bounds = strictly_within(0, 1),
                 .form = NumberForm::share},
                &Experiment::precision);
    visit.field({.key = "seed", .help = "Chooses the random numbers.", .example = "42", .default_text = "1"},
                &Experiment::seed);
    visit.field({.key = "confidence",
                 .help = "Level of the confidence intervals.",
                 .example = "\"95%\"",
                 .default_text = "95%",
                 .bounds = strictly_within(0, 1),
                 .form = NumberForm::share},
                &Experiment::confidence);
    visit.field({.key = "start",
                 .help = "Position in the week at time 0.",
                 .example = "\"Mon 09:00\"",
                 .default_text = "Mon 00:00"},
                &Experiment::start);
    visit.field({.key = "ages",
                 .help = "Ages at time 0: `new`, or `steady` (as after a very long time).",
                 .example = "\"steady\"",
                 .default_text = "new"},
                &Experiment::ages);
    visit.field({.key = "at",
                 .help = "Instants at which point availability is wanted.",
                 .example = "[\"1 h\", \"1 d\"]",
                 .bounds = at_least(0)},
                &Experiment::at);
    visit.field({.key = "currency",
                 .help = "Of all prices of the scenario: a word beside figures, nothing is converted.",
                 .example = "\"EUR\"",
                 .default_text = "prices are numbers without a name"},
                &Experiment::currency);
}

}  // namespace nines::scenario
