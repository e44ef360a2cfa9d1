// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/by_class.hpp"

#include <algorithm>
#include <array>

#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

Series series_of(const Source& source, const std::string& metric, const std::vector<std::string>& classes, Text name,
                 int colour) {
    Series series{.name = std::move(name), .kind = SeriesKind::points, .colour = colour};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto* row = results::find_metric(source.results, source.subject, metric, classes[i]);
        if (row == nullptr) continue;
        series.points.push_back(point_of(*row, static_cast<double>(i)));
        if (!metric.ends_with("_max")) continue;
        // The largest seen estimates nothing.
        series.points.back().low.reset();
        series.points.back().high.reset();
        series.points.back().note = {};
    }
    return series;
}

/// The objective of a class: its own, else that of all.
const results::Metric* of_class_or_all(const results::Results& results, const std::string& service,
                                       const std::string& metric, const std::string& failure_class) {
    const auto* row = results::find_metric(results, service, metric, failure_class);
    return row != nullptr ? row : results::find_metric(results, service, metric);
}

Series objective_marks(const Source& source, const std::string& objective, const std::string& service,
                       const std::vector<std::string>& classes, Text name) {
    Series marks{.name = std::move(name), .kind = SeriesKind::marks, .tone = Tone::objective};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto* target = of_class_or_all(source.results, service, objective + "_target", classes[i]);
        if (target == nullptr) continue;
        Point mark{.at = static_cast<double>(i), .value = target->estimate};
        const auto* met = results::find_metric(source.results, service, "p_" + objective + "_met", classes[i]);
        if (met != nullptr) {
            mark.note = share_met(*met);
            mark.n = met->n;
        }
        marks.points.push_back(mark);
    }
    return marks;
}

}  // namespace

std::vector<std::string> classes_of(const results::Results& results, std::string_view subject,
                                    std::string_view metric) {
    std::vector<std::string> classes;
    for (const results::Metric& row : results.metrics) {
        if (row.subject == subject && row.metric == metric) classes.push_back(row.failure_class);
    }
    // One class only: all are of it.
    constexpr std::size_t all_and_one = 2;
    if (classes.size() == all_and_one && classes.front().empty()) classes.pop_back();
    return classes;
}

Text class_text(const std::string& failure_class) {
    constexpr std::array words = {translate("models", "node"),   translate("models", "partition"),
                                  translate("models", "rack"),   translate("models", "zone"),
                                  translate("models", "region"), translate("models", "false-alarm")};
    if (failure_class.empty()) return say(translate("models", "all"));
    const auto known = std::find(words.begin(), words.end(), failure_class);
    return known == words.end() ? literal(failure_class) : say(*known);
}

void add_classes(Chart& chart, const Source& source, const std::string& stem, const std::string& objective,
                 const std::vector<std::string>& judged) {
    const auto classes = classes_of(source.results, source.subject, stem + "_mean");
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Class of failure")), .scale = Scale::categories};
    for (const std::string& failure_class : classes) chart.first.categories.push_back(class_text(failure_class));
    chart.series = {
        series_of(source, stem + "_p50", classes, say(translate("models", "Median")), 2),
        series_of(source, stem + "_mean", classes, say(translate("models", "Mean")), 0),
        series_of(source, stem + "_p95", classes, say(translate("models", "95 % are at most")), 1),
        series_of(source, stem + "_max", classes, say(translate("models", "Largest seen")), 7),
    };
    std::string upper = objective;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    for (const std::string& service : judged) {
        const Text name = judged.size() == 1
                              ? literal(upper)
                              : say(translate("models", "%1 of %2"), {literal(upper), name_text(service)});
        Series marks = objective_marks(source, objective, service, classes, name);
        for (const Point& mark : marks.points) {
            if (mark.note.empty()) continue;
            const Text row = chart.first.categories[static_cast<std::size_t>(mark.at)];
            chart.subtitle.push_back(say(translate("models", "%2 of %1 (%3): %4."),
                                         {row, name, results::figure(results::duration_text(mark.value)), mark.note}));
        }
        if (!marks.points.empty()) chart.series.push_back(std::move(marks));
    }
    std::erase_if(chart.series, [](const Series& series) { return series.points.empty(); });
}

}  // namespace nines::charts
