// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "models/observe/simulate.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"

namespace nines::gui {

/// What a run found, with all that is needed to look further into it (replays need the compiled program).
struct RunOutcome {
    std::shared_ptr<const results::Study> study;
    results::Results results;  ///< With the exact figures beside, once these are there.
    quint64 revision = 0;      ///< Of the document's text that was run.
    bool complete = true;      ///< False: figures of a run that still goes on, or was cancelled.
};

/// Runs studies on a thread of its own, by the same calls as the command line. One at a time: a new start cancels the
/// run before it.
class Runner : public QObject {
    Q_OBJECT

public:
    explicit Runner(QObject* parent = nullptr);
    ~Runner() override;

    /// Starts a run of a scenario without errors. Answers at once; the signals tell the rest.
    void start(const validate::Opened& opened, const results::StudyOptions& options, quint64 revision);
    /// Ends the run within 200 ms; what was done until then is reported as its outcome.
    void cancel();
    bool is_running() const;

    /// The outcome of the latest run, or null.
    std::shared_ptr<const RunOutcome> outcome() const;

Q_SIGNALS:
    void started();
    /// At most ten a second, from the first block of trials on.
    void progressed(const nines::observe::Progress& progress, double seconds);
    /// There is a new `outcome()`: at the end of a run, and once more when the exact figures are there.
    void outcome_changed();
    /// Why nothing was run, in the words of the diagnostics.
    void refused(const QString& text);
    void finished();
};

}  // namespace nines::gui
