// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/results/results.hpp"
#include "models/scenario/wording.hpp"

/// Figures with words in them, as sentences that a window can say in the user's language. In English they are the texts
/// of the same name in number_text.hpp and results.hpp.
namespace nines::results {

/// A figure of number_text.hpp: as it is, unless it is a word ("never", "unknown", "unlimited"), which is translated.
wording::Text figure(std::string_view text);

/// "3.52 nines": see nines_text.
wording::Text nines_words(double unavailability, double low, double high);

/// What metric_text says of a row.
struct MetricWords {
    wording::Text value;
    wording::Text interval;
    wording::Text count;
};
MetricWords metric_words(const Metric& metric);

/// "53.8 s", "4 outages", "all data": see figure_text.
wording::Text figure_words(const NotableTrial& trial);

}  // namespace nines::results
