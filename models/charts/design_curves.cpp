// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "models/charts/comparison.hpp"
#include "models/charts/designs.hpp"
#include "models/charts/source.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr double year = 365.0 * 86400.0;

/// Share of what was counted that is at most so large.
std::vector<Point> shares_up_to(const results::Series& series) {
    double total = 0.0;
    for (const double count : series.y) total += count;
    std::vector<Point> points;
    double seen = 0.0;
    for (std::size_t i = 0; i < series.x.size() && total > 0.0; ++i) {
        seen += series.y[i];
        if (series.x[i] <= 0.0) continue;
        points.push_back(
            {.at = series.x[i], .value = seen / total, .n = static_cast<std::uint64_t>(std::llround(total))});
    }
    return thinned(points);
}

Chart curves(const compare::Comparison& comparison, const std::string& service, const std::string& name, Text title,
             Text axis) {
    Chart chart;
    chart.title = std::move(title);
    chart.subtitle = about_designs(comparison);
    chart.first = {.title = std::move(axis),
                   .quantity = Quantity::seconds,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true};
    chart.value = {
        .title = say(translate("models", "Share")), .quantity = Quantity::share, .from_zero = true, .most = 1.0};
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const std::string subject = subject_in(comparison, d, service);
        for (const results::Series& series : comparison.designs[d].results.series) {
            if (series.subject != subject || series.name != name) continue;
            auto points = shares_up_to(series);
            if (points.empty()) continue;
            // Up to the largest that was seen by any design every curve goes on.
            chart.series.push_back({.name = design_label(comparison, d),
                                    .kind = SeriesKind::step,
                                    .colour = static_cast<int>(d),
                                    .dashed = d % 2 == 1,
                                    .points = std::move(points)});
        }
    }
    return chart;
}

/// Curves that have reached their end stay there up to the end of the longest.
void prolong(Chart& chart) {
    double last = 0.0;
    for (const Series& series : chart.series) last = std::max(last, series.points.back().at);
    for (Series& series : chart.series) {
        if (series.points.back().at < last) {
            series.points.push_back({.at = last, .value = series.points.back().value, .n = series.points.back().n});
        }
    }
}

/// One rule for each value that an objective of time has in the designs.
void add_time_objective(Chart& chart, const compare::Comparison& comparison, const std::string& service,
                        const std::string& metric, const char* pattern) {
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const auto* row =
            results::find_metric(comparison.designs[d].results, subject_in(comparison, d, service), metric);
        if (row == nullptr) continue;
        const bool is_known = std::any_of(chart.rules.begin(), chart.rules.end(),
                                          [&](const Rule& rule) { return rule.at == row->estimate; });
        if (is_known) continue;
        chart.rules.push_back({.at = row->estimate,
                               .on_first_axis = chart.first.scale != Scale::categories,
                               .label = say(pattern, {results::figure(results::duration_text(row->estimate))})});
    }
}

/// Mean, median, 95 % and largest of `stem`, one row for each design.
Chart by_design(const compare::Comparison& comparison, const std::string& subject, const std::string& stem, Text title,
                Text axis) {
    Chart chart;
    chart.id = "designs_" + stem;
    chart.title = std::move(title);
    chart.subtitle = about_designs(comparison);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Design")), .scale = Scale::categories};
    chart.value = {.title = std::move(axis),
                   .quantity = Quantity::seconds,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true,
                   .from_zero = true};
    struct Part {
        const char* ending;
        Text name;
        int colour;
    };
    const std::array parts = {Part{"_p50", say(translate("models", "Median")), 2},
                              Part{"_mean", say(translate("models", "Mean")), 0},
                              Part{"_p95", say(translate("models", "95 % are at most")), 1},
                              Part{"_max", say(translate("models", "Largest seen")), 7}};
    for (const Part& part : parts) {
        chart.series.push_back({.name = part.name, .kind = SeriesKind::points, .colour = part.colour});
    }
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const std::string own = subject_in(comparison, d, subject);
        const results::Results& results = comparison.designs[d].results;
        if (results::find_metric(results, own, stem + "_mean") == nullptr) continue;
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(design_label(comparison, d));
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const auto* row = results::find_metric(results, own, stem + parts[p].ending);
            if (row == nullptr) continue;
            Point point = point_of(*row, at);
            if (std::string_view(parts[p].ending) == "_max") point.low = point.high = std::nullopt;
            chart.series[p].points.push_back(point);
        }
    }
    std::erase_if(chart.series, [](const Series& series) { return series.points.empty(); });
    return chart;
}

/// Nothing above 0 has a place on a logarithmic axis.
void choose_scale(Chart& chart) {
    for (const Series& series : chart.series) {
        for (const Point& point : series.points) {
            if (point.value > 0.0) return;
        }
    }
    chart.value.scale = Scale::linear;
    chart.value.may_be_logarithmic = false;
}

}  // namespace

std::string subject_in(const compare::Comparison& comparison, std::size_t design, const std::string& subject) {
    const results::Results& results = comparison.designs[design].results;
    const auto own = results::subjects_of(results, results::kind_of(subject));
    const bool has_it = std::find(own.begin(), own.end(), subject) != own.end();
    return !has_it && own.size() == 1 ? own.front() : subject;
}

Chart designs_downtime_chart(const compare::Comparison& comparison, const std::string& service) {
    Chart chart = curves(comparison, service, "downtime_per_year",
                         say(translate("models", "Downtime per year of %1 by design"), {name_text(service)}),
                         say(translate("models", "Downtime per year")));
    chart.id = "designs_downtime";
    chart.subtitle.push_back(say(translate("models", "Share of the trials with at most this downtime.")));
    if (chart.series.empty()) return nothing_to_show(chart, say(translate("models", "No trial had any downtime.")));
    for (std::size_t d = 0; d < comparison.designs.size() && chart.rules.empty(); ++d) {
        for (const results::Objective& objective : comparison.designs[d].results.objectives) {
            const bool is_of_trial =
                objective.window <= 0.0 || objective.window >= comparison.designs[d].results.run.horizon;
            if (objective.subject != subject_in(comparison, d, service) || !is_of_trial) continue;
            const double allowed = (1.0 - objective.target) * year;
            chart.rules.push_back({.at = allowed,
                                   .on_first_axis = true,
                                   .label = say(translate("models", "the objective allows %1"),
                                                {results::figure(results::duration_text(allowed))})});
        }
    }
    prolong(chart);
    fit(chart);
    return chart;
}

Chart designs_outages_chart(const compare::Comparison& comparison, const std::string& service) {
    Chart chart = curves(comparison, service, "outage_duration",
                         say(translate("models", "Length of the outages of %1 by design"), {name_text(service)}),
                         say(translate("models", "Length of an outage")));
    chart.id = "designs_outages";
    chart.subtitle.push_back(say(translate("models", "Share of the outages of at most this length.")));
    if (chart.series.empty()) return nothing_to_show(chart, say(translate("models", "No outage was seen.")));
    add_time_objective(chart, comparison, service, "rto_target", translate("models", "RTO %1"));
    prolong(chart);
    fit(chart);
    return chart;
}

Chart designs_recovery_chart(const compare::Comparison& comparison, const std::string& service) {
    Chart chart = by_design(comparison, service, "recovery_time",
                            say(translate("models", "Recovery time of %1 by design"), {name_text(service)}),
                            say(translate("models", "From the loss of the service to its return")));
    if (chart.series.empty()) {
        return nothing_to_show(chart, say(translate("models", "No outage was seen from which to recover.")));
    }
    choose_scale(chart);
    add_time_objective(chart, comparison, service, "rto_target", translate("models", "RTO %1"));
    fit(chart);
    return chart;
}

Chart designs_data_loss_chart(const compare::Comparison& comparison, const std::string& store) {
    Chart chart = by_design(comparison, store, "data_loss",
                            say(translate("models", "Data lost by %1 at a failure, by design"), {name_text(store)}),
                            say(translate("models", "Time whose acknowledged writes are gone")));
    if (chart.series.empty()) {
        return nothing_to_show(chart, say(translate("models", "No failover and no split brain was seen.")));
    }
    choose_scale(chart);
    for (const std::string& service : results::subjects_of(comparison.designs.front().results, "service")) {
        add_time_objective(chart, comparison, service, "rpo_target", translate("models", "RPO %1"));
    }
    fit(chart);
    return chart;
}

}  // namespace nines::charts
