// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/comparison_charts.hpp"

#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/charts/chart_view.hpp"
#include "gui/look/translated.hpp"
#include "models/charts/comparison.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::gui {

namespace {

/// Those that have something to show.
std::vector<charts::Chart> charts_of(const compare::Comparison& comparison) {
    const results::Results& first = comparison.designs.front().results;
    std::vector<charts::Chart> charts;
    const auto add = [&](charts::Chart chart) {
        if (!chart.is_empty()) charts.push_back(std::move(chart));
    };
    for (const std::string& service : results::subjects_of(first, "service")) {
        add(charts::designs_availability_chart(comparison, service));
        add(charts::differences_chart(comparison, service, "downtime_per_year"));
        add(charts::designs_downtime_chart(comparison, service));
        add(charts::designs_outages_chart(comparison, service));
        add(charts::designs_recovery_chart(comparison, service));
        for (const std::string& store : results::subjects_of(first, "store")) {
            add(charts::trade_off_chart(comparison, {service, "downtime_per_year"}, {store, "data_loss_mean"}));
        }
    }
    for (const std::string& store : results::subjects_of(first, "store")) {
        add(charts::designs_data_loss_chart(comparison, store));
    }
    return charts;
}

}  // namespace

ComparisonCharts::ComparisonCharts(QWidget* parent) : QWidget(parent) {
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    list_ = new QListWidget;
    list_->setObjectName(QStringLiteral("comparison-charts"));
    list_->setAccessibleName(tr("Charts of the comparison"));
    list_->setWordWrap(true);
    view_ = new ChartView;
    splitter->addWidget(list_);
    splitter->addWidget(view_);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(charts_.size()))
            view_->set_chart(charts_[static_cast<std::size_t>(row)]);
    });
}

void ComparisonCharts::show_comparison(const compare::Comparison& comparison) {
    const int before = std::max(0, list_->currentRow());
    list_->clear();
    charts_ = charts_of(comparison);
    for (const charts::Chart& chart : charts_) list_->addItem(translated(chart.title));
    constexpr int letters = 28;
    list_->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    if (!charts_.empty()) list_->setCurrentRow(std::min(before, static_cast<int>(charts_.size()) - 1));
}

}  // namespace nines::gui
