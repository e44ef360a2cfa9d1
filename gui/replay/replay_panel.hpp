// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "gui/canvas/overlay.hpp"
#include "gui/replay/replay_place.hpp"
#include "gui/replay/trial_loader.hpp"
#include "gui/run/runner.hpp"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace nines::gui {

class StaleNote;
class TimelineView;

/// One trial of the latest run, told as a timeline.
class ReplayPanel : public QWidget {
    Q_OBJECT

public:
    /// `runner` must outlive the panel.
    explicit ReplayPanel(Runner& runner, QWidget* parent = nullptr);

    /// Computes this trial of the latest run and shows it, at this time. Without a run nothing happens.
    void show_trial(quint64 trial, double seconds = 0.0);
    /// What is shown now.
    std::optional<ReplayPlace> place() const;
    /// The run whose trials are offered; null: none. A trial that is shown is told anew as it goes in that run, also if
    /// the run was cancelled: a trial follows from its seed alone.
    void set_outcome(std::shared_ptr<const RunOutcome> outcome);

    /// The text of the design as it is now: a trial of another one is marked as out of date.
    void set_revision(quint64 revision);

    TimelineView& view() { return *view_; }

Q_SIGNALS:
    /// States at the instant that is shown; empty when no replay is shown.
    void overlay_changed(const nines::gui::Overlay& overlay);
    /// The row of this subject was chosen, "node:web/1"; empty: none.
    void subject_chosen(const QString& subject);
    /// Why something could not be done, for the status bar.
    void problem(const QString& text);

private:
    void wire();
    void list_notable();
    void choose_notable(quint64 trial);
    void say_state();
    void take_timeline(const std::shared_ptr<const observe::Timeline>& timeline);
    void tell_overlay();

    Runner& runner_;
    std::shared_ptr<const RunOutcome> outcome_;
    std::shared_ptr<const results::Study> shown_;  ///< Of which the timeline is.
    TrialLoader loader_;
    double seconds_ = 0.0;  ///< Where the trial that is being computed is to be shown.
    QComboBox* notable_;
    QSpinBox* number_;
    QPushButton* show_;
    QCheckBox* on_drawing_;
    QLabel* state_;
    StaleNote* stale_;
    TimelineView* view_;
};

}  // namespace nines::gui
