// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/field_spec.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<DowntimeCost>, Visitor& visit) {
    visit.field({.key = "price",
                 .help = "For the time that users are without the service.",
                 .example = "\"500 per min\"",
                 .default_text = "nothing"},
                &DowntimeCost::price);
    visit.field({.key = "hours",
                 .help = "When `price` holds. An outage is paid for by the times of the week that it covers.",
                 .example = "\"Mon-Fri 09:00-17:00\"",
                 .default_text = "always"},
                &DowntimeCost::hours);
    visit.field({.key = "off_hours",
                 .help = "The price outside `hours`.",
                 .example = "\"50 per min\"",
                 .default_text = "nothing"},
                &DowntimeCost::off_hours);
    visit.field({.key = "per_outage",
                 .help = "For each outage, however long it is.",
                 .example = "2000",
                 .default_text = "nothing",
                 .price = PriceForm::once},
                &DowntimeCost::per_outage);
}

template <class Visitor>
void fields_of(KindTag<DataLossCost>, Visitor& visit) {
    visit.field({.key = "price",
                 .help = "Of the writes that are lost, by the time in which they were made.",
                 .example = "\"100 per min\"",
                 .default_text = "nothing"},
                &DataLossCost::price);
    visit.field({.key = "total",
                 .help = "When all data of a store are lost, in place of `price`.",
                 .example = "5000000",
                 .default_text = "nothing",
                 .price = PriceForm::once},
                &DataLossCost::total);
}

}  // namespace nines::scenario
