// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/chart_list.hpp"

#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/charts/chart_view.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {

ChartList::ChartList(const QString& name, const QString& title, QWidget* parent) : QWidget(parent) {
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    list_ = new QListWidget;
    list_->setObjectName(name);
    list_->setAccessibleName(title);
    list_->setWordWrap(true);
    column->addWidget(list_, 1);
    hint_ = new QLabel;
    hint_->setObjectName(name + QStringLiteral("-hint"));
    hint_->setWordWrap(true);
    hint_->setTextFormat(Qt::PlainText);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->hide();
    column->addWidget(hint_);
    view_ = new ChartView;
    splitter->addWidget(side);
    splitter->addWidget(view_);
    splitter->setStretchFactor(1, 1);
    constexpr int letters = 30;
    side->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(charts_.size()))
            view_->set_chart(charts_[static_cast<std::size_t>(row)]);
    });
}

void ChartList::show_charts(const std::vector<charts::Chart>& charts, const QString& hint) {
    const int before = std::max(0, list_->currentRow());
    list_->clear();
    charts_.clear();
    std::copy_if(charts.begin(), charts.end(), std::back_inserter(charts_),
                 [](const charts::Chart& chart) { return !chart.is_empty(); });
    for (const charts::Chart& chart : charts_) list_->addItem(translated(chart.title));
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    if (!charts_.empty()) list_->setCurrentRow(std::min(before, static_cast<int>(charts_.size()) - 1));
}

QString price_hint() {
    return ChartList::tr(
        "With prices there is a chart of cost against downtime here: give nodes a price, for example "
        "price = \"70 per mo\", and services a downtime_cost.");
}

}  // namespace nines::gui
