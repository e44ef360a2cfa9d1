// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_job.hpp"

#include <QElapsedTimer>
#include <exception>

#include "models/results/exact_rows.hpp"
#include "models/scenario/diagnostic.hpp"

namespace nines::gui {
namespace {

constexpr qint64 between_reports_ms = 100;
constexpr qint64 longest_quick_run_ms = 500;
constexpr double seconds_to_verify = 1.0;
constexpr double seconds_for_reasons = 2.0;

double seconds_of(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

/// Collects the history and passes it on in batches.
class Reporter {
public:
    explicit Reporter(const RunListener& listener) : listener_(listener) { clock_.start(); }

    void add(const observe::Progress& progress) {
        const bool is_new = history_.empty() || static_cast<double>(progress.trials) >=
                                                    history_step * static_cast<double>(history_.back().trials);
        if (is_new) history_.push_back(progress);
        latest_ = progress;
        if (told_ == 0 || since_report_.elapsed() >= between_reports_ms) tell();
    }
    /// The last state belongs to the history, however near it is to the one before.
    void finish() {
        if (latest_.trials == 0) return;
        if (history_.back().trials != latest_.trials) history_.push_back(latest_);
        tell();
    }
    const std::vector<observe::Progress>& history() const { return history_; }

private:
    void tell() {
        std::vector<observe::Progress> points(history_.begin() + static_cast<std::ptrdiff_t>(told_), history_.end());
        if (points.empty() || points.back().trials != latest_.trials) points.push_back(latest_);
        told_ = history_.size();
        since_report_.start();
        listener_.progressed(points, seconds_of(clock_));
    }

    const RunListener& listener_;
    QElapsedTimer clock_;
    QElapsedTimer since_report_;
    std::vector<observe::Progress> history_;
    observe::Progress latest_;
    std::size_t told_ = 0;
};

QString words_of(const scenario::Diagnostics& problems, const scenario::Scenario& scenario) {
    std::string text;
    for (const scenario::Diagnostic& problem : problems) {
        if (problem.severity != scenario::Severity::error) continue;
        text += (text.empty() ? "" : "\n") + scenario::format_diagnostic(problem, scenario.files);
    }
    return QString::fromStdString(text);
}

/// Importance and cut sets of the long run; none if they take too long or the scenario cannot be solved.
std::optional<results::SolveInfo> reasons_of(const results::Study& study, const RunJob& job) {
    constexpr std::size_t most_units = 2'000;
    if (study.program.units.size() > most_units) return std::nullopt;
    QElapsedTimer clock;
    clock.start();
    exact::SolveQuestion question;
    question.horizon = false;
    question.lengths = false;
    question.groups = false;
    question.reasons = true;
    question.most_nodes = std::size_t{1} << 19;
    question.go_on = [&] { return !job.is_cancelled() && seconds_of(clock) < seconds_for_reasons; };
    return results::solve_study(study, question).solved;
}

void simulate_and_tell(const RunJob& job, const RunListener& listener) {
    if (scenario::has_errors(job.opened.diagnostics)) {
        return listener.refused(words_of(job.opened.diagnostics, job.opened.scenario));
    }
    auto study = std::make_shared<results::Study>(
        results::prepare_study(job.opened.scenario, job.options, job.opened.diagnostics));
    if (!study->problems.empty()) return listener.refused(words_of(study->problems, job.opened.scenario));
    if (job.is_cancelled()) return;

    Reporter reporter(listener);
    QElapsedTimer clock;
    clock.start();
    const bool is_quick = job.kind == RunKind::quick;
    const auto go_on = [&] { return !job.is_cancelled() && !(is_quick && clock.elapsed() > longest_quick_run_ms); };
    const auto report = [&](const observe::Progress& progress) {
        reporter.add(progress);
        return go_on();
    };
    auto outcome = std::make_shared<RunOutcome>();
    outcome->results = results::run_study(*study, report, go_on);
    if (outcome->results.run.trials == 0) return;
    reporter.finish();
    outcome->study = study;
    outcome->revision = job.revision;
    outcome->quick = is_quick;
    outcome->complete = is_quick || outcome->results.run.stopped != "interrupted";
    outcome->history = reporter.history();
    outcome->settled = job.is_cancelled();
    listener.outcome(outcome);
    if (job.is_cancelled()) return;

    const auto verified = std::make_shared<RunOutcome>(*outcome);
    results::verify(verified->results, *study, seconds_to_verify, [&] { return !job.is_cancelled(); });
    if (job.is_cancelled()) return;
    listener.outcome(std::make_shared<RunOutcome>(*verified));
    verified->reasons = reasons_of(*study, job);
    verified->settled = true;
    if (!job.is_cancelled()) listener.outcome(verified);
}

}  // namespace

void do_job(const RunJob& job, const RunListener& listener) {
    try {
        simulate_and_tell(job, listener);
    } catch (const std::exception& failure) {
        // A model too large for the memory must not take the user's unsaved work with it.
        listener.refused(QString::fromUtf8(failure.what()));
    }
}

}  // namespace nines::gui
