// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/field_spec.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Load>, Visitor& visit) {
    visit.field({.key = "peak", .help = "The most requests per time.", .example = "\"2000 req/s\"", .bounds = above(0)},
                &Load::peak);
    visit.field({.key = "shape",
                 .help = "`constant`, or `diurnal`: a cosine from `peak` down to `trough` and back within a day.",
                 .example = "\"diurnal\"",
                 .default_text = "constant"},
                &Load::shape);
    visit.field({.key = "trough",
                 .help = "Of a diurnal load: the least demand of a day, as a share of the peak.",
                 .example = "\"35%\"",
                 .default_text = "40%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Load::trough);
    visit.field({.key = "peak_at",
                 .help = "Of a diurnal load: the time of day of its peak.",
                 .example = "\"14:00\"",
                 .default_text = "14:00",
                 .time_of_day = true},
                &Load::peak_at);
    visit.field({.key = "weekend",
                 .help = "Demand on Saturdays and Sundays as a share of that on other days.",
                 .example = "\"80%\"",
                 .default_text = "100%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Load::weekend);
    visit.field({.key = "growth",
                 .help = "How fast the demand grows from time 0 on, compound; `-5% per y` shrinks.",
                 .example = "\"30% per y\"",
                 .default_text = "0% per y",
                 .form = NumberForm::growth},
                &Load::growth);
    visit.field({.key = "retries",
                 .help = "How often users or calling programs try again a request that was not answered.",
                 .example = "3",
                 .default_text = "0",
                 .bounds = within(0, 1000)},
                &Load::retries);
    visit.field({.key = "retry_budget",
                 .help = "These further tries are at most this share of the requests.",
                 .example = "\"10%\"",
                 .default_text = "unlimited",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &Load::retry_budget);
    visit.field({.key = "price",
                 .help = "Of the requests that users send, answered or not.",
                 .example = "\"0.40 per million requests\"",
                 .default_text = "nothing",
                 .price = PriceForm::by_requests},
                &Load::price);
}

}  // namespace nines::scenario
