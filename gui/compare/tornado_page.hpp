// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/compare/sweep_setup.hpp"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace nines::gui {

class ChartView;
class CheckedField;
class FigureTable;
class JobBar;

/// Which input matters most? Each input of a design alone, lower and higher: a tornado chart with its table.
class TornadoPage : public QWidget {
    Q_OBJECT

public:
    /// `draft` and `sweeper` must outlive the page; what was found before is shown.
    TornadoPage(SweepDraft& draft, Sweeper& sweeper, QWidget* parent = nullptr);

    /// The design has changed.
    void show_design(const SweptDesign& design);

private:
    QWidget* make_side();
    QWidget* make_found();
    std::optional<TornadoOrder> order();
    void on_edited();
    void run();
    void show_state();
    void show_tornados();
    void show_chosen();

    SweepDraft& draft_;
    Sweeper& sweeper_;
    SweptText text_;
    bool is_sound_ = false;
    QDoubleSpinBox* range_ = nullptr;
    CheckedField* metric_ = nullptr;
    CheckedField* trials_ = nullptr;
    JobBar* bar_ = nullptr;
    QToolButton* export_ = nullptr;
    QLabel* stale_ = nullptr;
    QLabel* nothing_ = nullptr;
    QWidget* found_ = nullptr;
    QComboBox* chosen_ = nullptr;
    ChartView* chart_ = nullptr;
    FigureTable* table_ = nullptr;
    QLabel* left_out_ = nullptr;
};

}  // namespace nines::gui
