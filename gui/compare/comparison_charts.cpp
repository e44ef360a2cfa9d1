// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/comparison_charts.hpp"

#include <algorithm>

#include "models/charts/comparison.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::gui {

namespace {

const charts::Criterion cost{"scenario:design", "cost_per_year"};

/// Of two designs at least, or there is nothing to set against each other.
bool have_prices(const compare::Comparison& comparison) {
    const auto priced =
        std::count_if(comparison.designs.begin(), comparison.designs.end(), [](const compare::ComparedDesign& design) {
            return results::find_metric(design.results, cost.subject, cost.metric) != nullptr;
        });
    return priced >= 2;
}

std::vector<charts::Chart> charts_of(const compare::Comparison& comparison) {
    const results::Results& first = comparison.designs.front().results;
    const auto stores = results::subjects_of(first, "store");
    std::vector<charts::Chart> charts;
    for (const std::string& service : results::subjects_of(first, "service")) {
        const charts::Criterion down{service, "downtime_per_year"};
        charts.push_back(charts::designs_availability_chart(comparison, service));
        charts.push_back(charts::differences_chart(comparison, service, down.metric));
        charts.push_back(charts::trade_off_chart(comparison, cost, down));
        charts.push_back(charts::designs_downtime_chart(comparison, service));
        charts.push_back(charts::designs_outages_chart(comparison, service));
        charts.push_back(charts::designs_recovery_chart(comparison, service));
        for (const std::string& store : stores) {
            charts.push_back(charts::trade_off_chart(comparison, down, {store, "data_loss_mean"}));
        }
    }
    for (const std::string& store : stores) {
        charts.push_back(charts::designs_data_loss_chart(comparison, store));
        charts.push_back(charts::trade_off_chart(comparison, cost, {store, "data_loss_mean"}));
    }
    return charts;
}

}  // namespace

ComparisonCharts::ComparisonCharts(QWidget* parent)
    : ChartList(QStringLiteral("comparison-charts"), tr("Charts of the comparison"), parent) {}

void ComparisonCharts::show_comparison(const compare::Comparison& comparison) {
    show_charts(charts_of(comparison), have_prices(comparison) ? QString() : price_hint());
}

}  // namespace nines::gui
