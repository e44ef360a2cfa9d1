// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/requirement.hpp"

namespace nines::compare {

/// What is known of a requirement.
enum class Decision : std::uint8_t { met, missed, open };
/// "met", "missed", "open": the words of the JSON form.
std::string to_word(Decision decision);

/// A requirement against the figures of a run.
struct Standing {
    Decision decision = Decision::open;
    bool is_known = false;  ///< False: the run has no such figure, for nothing of the kind happened.
    results::Metric row = {};
};

/// Met where the whole interval of the figure lies on the allowed side, missed where it lies on the other; open where
/// it holds the limit, and where it calls itself unreliable. Of figures of which nothing at all was seen (no outage, no
/// loss) the interval is a bound that holds, and may decide. An interval without width (all recoveries took as long, no
/// failover lost anything) decides once there were so many of them that others are surely rarer than 1 in 100.
///
/// Against a baseline the interval of (figure - limit) counts, limit = baseline (1 + tolerance), by the method of
/// variance estimates recovery with the baseline's own interval, scaled to the confidence of the run:
///
///     low = d - sqrt((x - x_low)^2 + (b_high - b)^2), high = d + sqrt((x_high - x)^2 + (b - b_low)^2)
///
/// Source: Zou and Donner, Statistics in Medicine 27 (2008), equation 7. Of a baseline that has seen nothing the bound
/// is the limit.
Standing standing_of(const Requirement& requirement, const results::Results& results);

}  // namespace nines::compare
