// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/standing.hpp"

#include <cmath>

#include "sim/stats/distribution_quantiles.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::compare {

namespace {

/// An interval of what lies above the limit.
struct Excess {
    double low = 0.0;
    double high = 0.0;
};

double quantile_of(double confidence) {
    return sim::normal_quantile(0.5 + 0.5 * confidence);
}

Excess excess_of(const Requirement& requirement, const results::Metric& row, double confidence) {
    if (!requirement.baseline) return {row.low - requirement.limit, row.high - requirement.limit};
    const Baseline& base = *requirement.baseline;
    const double worse = requirement.at_most ? 1.0 + base.tolerance : 1.0 - base.tolerance;
    const bool saw_nothing = base.estimate == 0.0;
    if (saw_nothing) return {row.low - base.high * worse, row.high - base.high * worse};
    const double scale = worse * quantile_of(confidence) / quantile_of(base.confidence);
    const double difference = row.estimate - base.estimate * worse;
    return {difference - std::hypot(row.estimate - row.low, scale * (base.high - base.estimate)),
            difference + std::hypot(row.high - row.estimate, scale * (base.estimate - base.low))};
}

/// One end of the interval is the estimate: what was counted was seen never, or always.
bool is_bound(const results::Metric& row) {
    return row.low == row.estimate || row.high == row.estimate;
}

/// Of values that were all the same: whether others are surely rarer than one in a hundred.
bool is_widespread(const results::Metric& row, double confidence) {
    constexpr double rare = 0.01;
    return sim::zero_successes_upper(row.n, confidence) <= rare;
}

}  // namespace

std::string to_word(Decision decision) {
    switch (decision) {
        case Decision::met: return "met";
        case Decision::missed: return "missed";
        case Decision::open: return "open";
    }
    return {};
}

Standing standing_of(const Requirement& requirement, const results::Results& results) {
    const results::Metric* row = find_row(results, requirement.of);
    if (row == nullptr || !std::isfinite(row->low) || !std::isfinite(row->high)) return {};
    Standing standing{Decision::open, true, *row};
    const bool has_no_width = row->low == row->high && !is_widespread(*row, results.run.confidence);
    const Excess excess = excess_of(requirement, *row, results.run.confidence);
    const bool is_below = excess.high <= 0.0;
    const bool is_above = excess.low > 0.0 || (excess.low == 0.0 && !requirement.at_most);
    if (has_no_width || (!is_below && !is_above)) return standing;
    const bool is_met = requirement.at_most == is_below;
    // What was never seen cannot show that a limit is exceeded; that it is kept, it can.
    if (row->unreliable && !(is_met && is_bound(*row))) return standing;
    standing.decision = is_met ? Decision::met : Decision::missed;
    return standing;
}

}  // namespace nines::compare
