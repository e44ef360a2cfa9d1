// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/stats/intervals.hpp"

namespace nines::charts {
namespace {

/// Bars for each decade, so that there are a dozen or more in all.
double bars_per_decade(const results::Series& series) {
    const auto first = std::find_if(series.x.begin(), series.x.end(), [](double x) { return x > 0.0; });
    const double decades = first == series.x.end() ? 0.0 : std::log10(series.x.back() / *first);
    constexpr double enough = 12.0;
    for (const double candidate : {4.0, 8.0, 16.0}) {
        if (candidate * decades >= enough) return candidate;
    }
    return 32.0;  // several of the buckets that were counted
}

}  // namespace

const results::Series* find_series(const results::Results& results, std::string_view subject, std::string_view name) {
    for (const results::Series& series : results.series) {
        if (series.subject == subject && series.name == name) return &series;
    }
    return nullptr;
}

double total_of(const results::Series& series) {
    double total = 0.0;
    for (const double count : series.y) total += count;
    return total;
}

std::vector<Point> bars_of(const results::Series& series, double total) {
    const double per_decade = bars_per_decade(series);
    std::map<int, double> counts;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        if (series.x[i] <= 0.0) continue;  // none at all: said in words
        counts[static_cast<int>(std::ceil(std::log10(series.x[i]) * per_decade - 1e-9))] += series.y[i];
    }
    std::vector<Point> bars;
    for (const auto& [step, count] : counts) {
        bars.push_back({.at = std::pow(10.0, (step - 1) / per_decade),
                        .value = count / total,
                        .end = std::pow(10.0, step / per_decade),
                        .n = static_cast<std::uint64_t>(std::llround(count))});
    }
    return bars;
}

std::vector<Point> shares_up_to(const results::Series& series, double total, double confidence, bool independent) {
    std::vector<Point> points;
    double seen = 0.0;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        seen += series.y[i];
        if (series.x[i] <= 0.0) continue;
        Point point{.at = series.x[i], .value = seen / total, .n = static_cast<std::uint64_t>(std::llround(total))};
        if (independent) {
            const auto interval = sim::wilson(static_cast<std::uint64_t>(std::llround(seen)), point.n, confidence);
            point.low = interval.low;
            point.high = interval.high;
        }
        points.push_back(point);
    }
    return thinned(points);
}

}  // namespace nines::charts
