// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "models/charts/chart.hpp"
#include "models/compare/comparison.hpp"

class QListWidget;

namespace nines::gui {

class ChartView;

/// The charts of a comparison, the same as in reports: a list of them, and the one that is chosen.
class ComparisonCharts : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonCharts(QWidget* parent = nullptr);

    void show_comparison(const compare::Comparison& comparison);

private:
    QListWidget* list_;
    ChartView* view_;
    std::vector<charts::Chart> charts_;
};

}  // namespace nines::gui
