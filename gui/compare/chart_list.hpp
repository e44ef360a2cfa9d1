// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "models/charts/chart.hpp"

class QLabel;
class QListWidget;

namespace nines::gui {

class ChartView;

/// Charts of several designs or points: a list of them, and the one that is chosen.
class ChartList : public QWidget {
    Q_OBJECT

public:
    /// `name` is the list's object name, `title` is what those hear who cannot see it.
    ChartList(const QString& name, const QString& title, QWidget* parent = nullptr);

    /// Those that have something to show. The choice stays where it was. `hint` is said quietly below the list.
    void show_charts(const std::vector<charts::Chart>& charts, const QString& hint);

private:
    QListWidget* list_;
    QLabel* hint_;
    ChartView* view_;
    std::vector<charts::Chart> charts_;
};

/// How prices are given, for those who have none and look for costs.
QString price_hint();

}  // namespace nines::gui
