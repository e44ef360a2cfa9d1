// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/compare/sweep_setup.hpp"

class QLabel;
class QTabWidget;
class QToolButton;

namespace nines::gui {

class ChartList;
class FigureTable;
class JobBar;

/// A sweep of one design: what varies, and what came of it as a table and as charts.
class SweepPage : public QWidget {
    Q_OBJECT

public:
    /// `draft` and `sweeper` must outlive the page; what was found before is shown.
    SweepPage(SweepDraft& draft, Sweeper& sweeper, QWidget* parent = nullptr);

    /// The design has changed.
    void show_design(const SweptDesign& design);

Q_SIGNALS:
    void write_wanted(const std::vector<nines::scenario::Vary>& varied);

private:
    QWidget* make_side();
    QWidget* make_found();
    void run();
    void show_state();
    void show_sweep();

    Sweeper& sweeper_;
    SweptText text_;
    SweepSetup* setup_;
    JobBar* bar_ = nullptr;
    QToolButton* export_ = nullptr;
    QLabel* stale_ = nullptr;
    QLabel* nothing_ = nullptr;
    QLabel* reading_ = nullptr;
    QTabWidget* pages_ = nullptr;
    FigureTable* table_ = nullptr;
    ChartList* charts_ = nullptr;
};

}  // namespace nines::gui
