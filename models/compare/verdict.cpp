// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "models/compare/trial_metric.hpp"

namespace nines::compare {

double zone_of(std::span<const Indifference> indifference, const Difference& difference, double of_baseline) {
    double zone = 0.0;
    for (const Indifference& one : indifference) {
        if (!one.metric.empty() && one.metric != difference.metric) continue;
        zone = one.is_relative ? one.size * std::abs(of_baseline) : one.size;
    }
    return zone;
}

void judge(Difference& difference, double zone) {
    difference.zone = zone;
    const bool is_separated = difference.low > 0.0 || difference.high < 0.0;
    const bool is_alike = zone > 0.0 && difference.low >= -zone && difference.high <= zone;
    if (is_alike) {
        difference.verdict = Verdict::alike;
    } else if (is_separated) {
        const bool a_is_less = difference.high < 0.0;
        difference.verdict = a_is_less == lower_is_better(difference.metric) ? Verdict::a_better : Verdict::b_better;
    } else {
        difference.verdict = Verdict::open;
        const double distance = std::max(std::abs(difference.estimate), zone - std::abs(difference.estimate));
        const double half = 0.5 * (difference.high - difference.low);
        if (distance <= 0.0) return;
        const double n = static_cast<double>(difference.n);
        const double more = n * (half * half / (distance * distance) - 1.0);
        constexpr double most = 1e12;
        if (more < most) difference.more_trials = static_cast<std::uint64_t>(std::max(1.0, std::ceil(more)));
    }
}

}  // namespace nines::compare
