// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QThread>
#include <memory>
#include <optional>
#include <vector>

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
    bool quick = false;        ///< A short run while the text is edited: its intervals are wide on purpose.
    bool settled = false;      ///< No more will come: exact figures and reasons are there, or cannot be had.
    std::optional<results::SolveInfo> reasons = {};  ///< Why the services are down, without sampling error.
    std::vector<observe::Progress> history = {};     ///< How the estimates came about; at ever more trials.
};

/// How a run is meant.
enum class RunKind {
    full,
    quick,  ///< Ends after half a second at most.
};

struct RunJob;

/// Runs studies on a thread of its own, by the same calls as the command line. One at a time: a new start cancels the
/// run before it, whose outcome is not reported any more.
class Runner : public QObject {
    Q_OBJECT

public:
    explicit Runner(QObject* parent = nullptr);
    ~Runner() override;

    /// Starts a run of a scenario without errors. Answers at once; the signals tell the rest.
    void start(const validate::Opened& opened, const results::StudyOptions& options, quint64 revision,
               RunKind kind = RunKind::full);
    /// Ends the run within 200 ms (or one trial, if that takes longer); what was done until then is reported as its
    /// outcome.
    void cancel();
    /// From `started` to `finished`; the exact figures are looked for after that.
    bool is_running() const { return running_; }

    /// The outcome of the latest run, or null.
    std::shared_ptr<const RunOutcome> outcome() const { return outcome_; }
    /// How the estimates of the run that goes on, else of the latest, came about.
    const std::vector<observe::Progress>& history() const { return history_; }

Q_SIGNALS:
    void started();
    /// At most ten a second, from the first block of trials on.
    void progressed(const nines::observe::Progress& progress, double seconds);
    /// There is a new `outcome()`: at the end of a run, and once more when the exact figures are there.
    void outcome_changed();
    /// Why nothing was run, in the words of the diagnostics.
    void refused(const QString& text);
    void finished();

private:
    void begin(const std::shared_ptr<RunJob>& job);
    void on_progress(const std::shared_ptr<RunJob>& job, const std::vector<observe::Progress>& points, double seconds);
    void on_outcome(const std::shared_ptr<RunJob>& job, const std::shared_ptr<const RunOutcome>& outcome);
    void on_refused(const std::shared_ptr<RunJob>& job, const QString& text);
    void on_left(const std::shared_ptr<RunJob>& job);
    void end_run();

    QThread thread_;
    QObject* worker_;               ///< Lives on the thread; jobs are posted to it.
    std::shared_ptr<RunJob> job_;   ///< On the thread.
    std::shared_ptr<RunJob> next_;  ///< Begins when `job_` has left it.
    bool running_ = false;
    std::shared_ptr<const RunOutcome> outcome_;
    std::vector<observe::Progress> history_;
};

}  // namespace nines::gui
