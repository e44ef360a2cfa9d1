// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/compare/chart_list.hpp"
#include "models/compare/comparison.hpp"

namespace nines::gui {

/// The charts of a comparison, the same as in reports.
class ComparisonCharts : public ChartList {
    Q_OBJECT

public:
    explicit ComparisonCharts(QWidget* parent = nullptr);

    void show_comparison(const compare::Comparison& comparison);
};

}  // namespace nines::gui
