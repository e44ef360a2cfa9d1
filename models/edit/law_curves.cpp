// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/law_curves.hpp"

#include <algorithm>
#include <cmath>

namespace nines::edit {
namespace {

constexpr double far_end = 0.99;
constexpr double near_end = 0.005;

double quantile_seconds(const sim::Law& law, double probability) {
    return sim::quantile(law, probability).in_seconds();
}

/// Where the curves end; 0: nowhere.
double last_time(const sim::Law& law) {
    double last = quantile_seconds(law, far_end);
    if (!std::isfinite(last)) last = quantile_seconds(law, 0.5);
    return std::isfinite(last) && last > 0.0 ? last * 1.1 : 0.0;
}

bool is_smooth(const sim::Law& law, const std::vector<double>& times) {
    return std::any_of(times.begin(), times.end(),
                       [&](double t) { return sim::density(law, Duration::seconds(t)) > 0.0; });
}

double finite_or_zero(double value) {
    return std::isfinite(value) ? value : 0.0;
}

}  // namespace

LawCurves law_curves(const sim::Law& law, bool log_time, std::size_t points) {
    LawCurves curves;
    const double last = last_time(law);
    if (last <= 0.0 || points < 2) return curves;
    const double first = std::clamp(quantile_seconds(law, near_end), last * 1e-9, last * 0.1);
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(points - 1);
        // The first time is a little after 0, where densities and hazards of early failures are infinite.
        const double linear = last * std::max(share, 1e-3);
        curves.seconds.push_back(log_time ? first * std::pow(last / first, share) : linear);
    }
    for (const double t : curves.seconds) {
        const Duration time = Duration::seconds(t);
        curves.density.push_back(finite_or_zero(sim::density(law, time)));
        curves.cumulative.push_back(sim::cdf(law, time));
        curves.hazard.push_back(finite_or_zero(sim::hazard(law, time)));
    }
    curves.has_density = is_smooth(law, curves.seconds);
    return curves;
}

bool suits_log_time(const sim::Law& law) {
    const double early = quantile_seconds(law, 0.05);
    const double late = quantile_seconds(law, 0.95);
    return early > 0.0 && std::isfinite(late) && late / early > 100.0;
}

}  // namespace nines::edit
