// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "gui/compare/sweep_draft.hpp"
#include "gui/compare/sweeper.hpp"
#include "gui/document/autosave.hpp"
#include "gui/document/document.hpp"
#include "gui/document/file_watch.hpp"
#include "gui/replay/replay_place.hpp"
#include "gui/run/run_draft.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// All that is kept of one open scenario: its document with the watch on its file and the copy of unsaved work, and
/// its runs. No widgets, so that windows can be made anew around it (another language) while it stays, with its undo
/// and its results.
class Design : public QObject {
    Q_OBJECT

public:
    /// `recovery_folder` takes copies of unsaved work.
    explicit Design(const QString& recovery_folder, QObject* parent = nullptr);

    Document& document() { return document_; }
    const Document& document() const { return document_; }
    Runner& runner() { return runner_; }
    const Runner& runner() const { return runner_; }
    FileWatch& file_watch() { return file_watch_; }
    Autosave& autosave() { return autosave_; }
    /// What the user has asked of runs beside the scenario.
    const RunDraft& run_draft() const { return run_draft_; }
    void set_run_draft(const RunDraft& draft) { run_draft_ = draft; }

    /// What tries other values of it, and what was typed for that.
    Sweeper& sweeper() { return sweeper_; }
    SweepDraft& sweep_draft() { return sweep_draft_; }

    /// What the replay shows; none: no trial.
    const std::optional<ReplayPlace>& replay_place() const { return replay_place_; }
    void set_replay_place(const std::optional<ReplayPlace>& place) { replay_place_ = place; }

    /// Of the run that goes on, 0 to 100; -1: none does.
    int progress_percent() const { return progress_percent_; }

Q_SIGNALS:
    void progress_changed();

private:
    void set_progress(int percent);

    Document document_;
    FileWatch file_watch_;
    Autosave autosave_;
    Runner runner_;
    RunDraft run_draft_;
    Sweeper sweeper_;
    SweepDraft sweep_draft_;
    std::optional<ReplayPlace> replay_place_;
    int progress_percent_ = -1;
};

}  // namespace nines::gui
