// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/cost.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/report/layout.hpp"
#include "models/results/cost_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {
namespace {

using results::Metric;
using wording::literal;
using wording::say;

bool is_of_whole(const Metric& row) {
    return row.subject == results::whole_design;
}

/// Rows of single things, the highest first; of equals in the order of the results.
std::vector<const Metric*> item_rows(const results::Results& results) {
    std::vector<const Metric*> rows;
    for (const Metric& row : results.metrics) {
        if (is_in_cost_table(row) && !is_of_whole(row)) { rows.push_back(&row); }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Metric* a, const Metric* b) { return a->estimate > b->estimate; });
    return rows;
}

/// "fixed" stands for an interval where nothing is left to chance.
wording::Text interval_of(const Metric& row) {
    if (results::is_exact(row) && !row.states) { return say(translate("models", "fixed")); }
    return results::metric_words(results::without_per_year(row)).interval;
}

}  // namespace

bool is_in_cost_table(const Metric& metric) {
    return metric.unit == "currency_per_year";
}

std::string cost_title(const results::Results& results) {
    if (results.scenario.currency.empty()) { return "Cost per year"; }
    return fmt::format("Cost per year, in {}", printable(results.scenario.currency));
}

std::vector<WordedFigure> worded_cost_figures(const results::Results& results) {
    std::vector<WordedFigure> figures;
    for (const Metric& row : results.metrics) {
        if (!is_in_cost_table(row) || !is_of_whole(row)) { continue; }
        const results::MetricWords words = results::metric_words(results::without_per_year(row));
        const bool is_total = row.metric == "cost_per_year";
        WordedFigure figure;
        figure.title = is_total ? say(translate("models", "Total")) : wording::Text{results::title_of(row.metric)};
        figure.value = words.value;
        figure.interval = interval_of(row);
        figure.count = words.count;
        figure.unreliable = is_doubtful(row);
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<Figure> cost_figures(const results::Results& results) {
    std::vector<Figure> figures;
    for (const WordedFigure& worded : worded_cost_figures(results)) {
        Figure figure;
        const std::string title = wording::plain(worded.title);
        figure.title = figures.empty() ? title : "  " + title;
        figure.value = wording::plain(worded.value);
        figure.interval = wording::plain(worded.interval);
        figure.count = wording::plain(worded.count);
        figure.unreliable = worded.unreliable;
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<ReasonTable> cost_tables(const results::Results& results) {
    ReasonTable table{"What costs how much",
                      "per year; the most expensive first",
                      {{"Thing", false}, {"For", false}, {"Cost", true}, {"Interval", false, true}},
                      {}};
    for (const Metric* row : item_rows(results)) {
        table.rows.push_back({literal(printable(row->subject)),
                              {results::title_of(row->metric)},
                              results::metric_words(results::without_per_year(*row)).value,
                              interval_of(*row)});
    }
    if (table.rows.empty()) { return {}; }
    return {table};
}

}  // namespace nines::report
