// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "gui/document/document.hpp"
#include "gui/run/run_draft.hpp"
#include "gui/run/runner.hpp"

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;

namespace nines::gui {

class ChartView;
class EstimateView;
class RunSettings;

/// Settings of a run, run and cancel, and the estimate as it grows.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` and `runner` must outlive the panel.
    RunPanel(Document& document, Runner& runner, QWidget* parent = nullptr);

    /// Run, cancel, run automatically: for menus and toolbars.
    std::vector<QAction*> run_actions() const;

    /// What the user has asked of runs beside the scenario; another panel of the same design can take it up.
    RunDraft draft() const;
    /// Takes it up without running anything.
    void set_draft(const RunDraft& draft);

Q_SIGNALS:
    void draft_changed();
    /// The user wants to see the errors that keep the scenario from being run.
    void errors_wanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void take_up_run();
    void make_actions();
    void draw_icons();
    QWidget* make_settings();
    QWidget* make_state();
    QWidget* make_chart();
    void run();
    void run_quickly();
    void on_text_changed();
    void on_started();
    void on_progress(const observe::Progress& progress, double seconds);
    void on_outcome();
    void on_refused(const QString& text);
    void on_finished();
    void show_state();
    void fill_services();
    void show_chart();
    void show_message(const QString& text, bool is_error);
    QString summary_of(const RunOutcome& outcome) const;

    Document& document_;
    Runner& runner_;
    QAction* run_action_ = nullptr;
    QAction* cancel_action_ = nullptr;
    QAction* automatic_action_ = nullptr;
    RunSettings* settings_ = nullptr;
    EstimateView* estimates_ = nullptr;
    QLabel* badge_ = nullptr;     ///< Stale, quick.
    QLabel* progress_ = nullptr;  ///< Trials, rate, time left.
    QProgressBar* bar_ = nullptr;
    QLabel* message_ = nullptr;  ///< Errors, refusals.
    QWidget* chart_side_ = nullptr;
    QWidget* service_row_ = nullptr;
    QComboBox* service_ = nullptr;  ///< Whose convergence is shown.
    ChartView* chart_ = nullptr;
    QTimer debounce_;
    std::optional<double> precision_;  ///< Of the run that goes on, or the latest.
    bool message_is_error_ = false;
};

}  // namespace nines::gui
