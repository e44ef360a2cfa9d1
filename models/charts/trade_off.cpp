// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/charts/comparison.hpp"
#include "models/charts/designs.hpp"
#include "models/charts/source.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::charts {
namespace {

struct Place {
    std::size_t design = 0;
    const results::Metric* across = nullptr;
    const results::Metric* up = nullptr;
};

/// The designs that have both figures.
std::vector<Place> places_of(const compare::Comparison& comparison, const Criterion& across, const Criterion& up) {
    std::vector<Place> places;
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const auto row_of = [&](const Criterion& criterion) {
            return results::find_metric(comparison.designs[d].results, subject_in(comparison, d, criterion.subject),
                                        criterion.metric);
        };
        const Place place{d, row_of(across), row_of(up)};
        if (place.across == nullptr || place.up == nullptr) continue;
        if (std::isfinite(place.across->estimate) && std::isfinite(place.up->estimate)) places.push_back(place);
    }
    return places;
}

bool is_beaten(const Place& place, const std::vector<Place>& places) {
    return std::any_of(places.begin(), places.end(), [&](const Place& other) {
        const double x = other.across->estimate - place.across->estimate;
        const double y = other.up->estimate - place.up->estimate;
        return x <= 0.0 && y <= 0.0 && (x < 0.0 || y < 0.0);
    });
}

Axis axis_of(const Place& place, const results::Metric* Place::*figure) {
    const results::Metric& row = *(place.*figure);
    return {.title = say(translate("models", "%1 of %2"),
                         {say(results::title_of(row.metric).c_str()), name_text(row.subject)}),
            .quantity = quantity_of_unit(row.unit),
            .from_zero = true};
}

}  // namespace

Chart trade_off_chart(const compare::Comparison& comparison, const Criterion& across, const Criterion& up) {
    Chart chart;
    chart.id = "trade_off_" + across.metric + "_" + up.metric;
    chart.title = say(translate("models", "%1 against %2"),
                      {say(results::title_of(across.metric).c_str()), say(results::title_of(up.metric).c_str())});
    chart.subtitle = about_designs(comparison);
    const std::vector<Place> places = places_of(comparison, across, up);
    constexpr std::size_t fewest = 2;
    if (places.size() < fewest) {
        return nothing_to_show(chart, say(translate("models", "Fewer than two designs have both figures.")));
    }
    chart.first = axis_of(places.front(), &Place::across);
    chart.value = axis_of(places.front(), &Place::up);
    // Markers and their labels need room at the right.
    constexpr double air = 1.08;
    double farthest = 0.0;
    for (const Place& place : places) farthest = std::max(farthest, place.across->estimate);
    chart.first.most = air * farthest;
    for (const Place& place : places) {
        const bool beaten = is_beaten(place, places);
        Point point = point_of(*place.up, place.across->estimate);
        point.note = beaten ? say(translate("models", "Another design is as good in both, and better in one."))
                            : say(translate("models", "No other design is as good in both."));
        const Text label = design_label(comparison, place.design);
        chart.series.push_back({.name = beaten ? say(translate("models", "%1 (beaten in both)"), {label}) : label,
                                .kind = SeriesKind::points,
                                .tone = beaten ? Tone::muted : Tone::data,
                                .colour = static_cast<int>(place.design),
                                .points = {point}});
    }
    fit(chart);
    return chart;
}

}  // namespace nines::charts
