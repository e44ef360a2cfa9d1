// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "gui/compare/comparer.hpp"

class QAction;
class QLabel;
class QProgressBar;
class QTabWidget;
class QToolButton;

namespace nines::gui {

class ComparisonCharts;
class ComparisonFigures;
class DesignChanges;
class DesignChoice;

/// Holds open designs against each other: which ones, the answer in words, figures, what they differ by, charts.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    /// The open designs as they are when it is called.
    using Designs = std::function<std::vector<ComparedText>()>;

    /// `comparer` must outlive the page; what it has found before is shown.
    ComparePage(Designs designs, Comparer& comparer, QWidget* parent = nullptr);

    /// Designs were opened, closed or edited.
    void refresh();

private:
    QWidget* make_side();
    QWidget* make_answer();
    void make_actions();
    void make_export_menu(QToolButton* button);
    void compare_now();
    void show_state();
    void show_comparison();
    void tell(const QString& text);
    void export_as(const QString& format, const QString& ending);

    Designs read_designs_;
    std::vector<ComparedText> designs_;
    Comparer& comparer_;
    QAction* compare_action_ = nullptr;
    QAction* cancel_action_ = nullptr;
    DesignChoice* choice_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QLabel* message_ = nullptr;
    QLabel* stale_ = nullptr;
    QLabel* answer_ = nullptr;
    QLabel* reading_ = nullptr;
    QTabWidget* pages_ = nullptr;
    QToolButton* export_ = nullptr;
    ComparisonFigures* figures_ = nullptr;
    DesignChanges* changes_ = nullptr;
    ComparisonCharts* charts_ = nullptr;
};

}  // namespace nines::gui
