// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/compare/comparison.hpp"
#include "models/scenario/wording.hpp"

/// Parts of the sentences of an answer.
namespace nines::compare {

/// "95 %".
std::string confidence_text(double confidence);

/// The same row with (a, b) turned so that `first` is a: the sign of the difference turns too.
Difference turned(const Difference& row, std::size_t first);

/// "(95 % sure: between 3 h 5 min and 3 h 35 min)" of a difference that is decided, whatever its sign.
wording::Text sure_words(const Difference& row, double confidence);

/// The size of a difference of this metric: "3 h 20 min", "2.4 a year", "0.41 %".
wording::Text size_words(const Difference& row, double size);

/// What a design has that is better in this metric, with both figures: "has fewer outages: 3.2 a year against 26".
/// Empty: this metric is not told of. Precondition: the row's first design is the better one.
wording::Text advantage_words(const Difference& row);

}  // namespace nines::compare
