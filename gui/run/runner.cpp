// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runner.hpp"

#include <utility>

#include "gui/run/run_job.hpp"

namespace nines::gui {

Runner::Runner(QObject* parent) : QObject(parent), worker_(new QObject) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
}

Runner::~Runner() {
    next_.reset();
    if (job_) job_->cancelled.storeRelaxed(1);
    thread_.quit();
    thread_.wait();
}

void Runner::start(const validate::Opened& opened, const results::StudyOptions& options, quint64 revision,
                   RunKind kind) {
    auto job = std::make_shared<RunJob>();
    job->opened = opened;
    job->options = options;
    job->revision = revision;
    job->kind = kind;
    running_ = true;
    history_.clear();
    Q_EMIT started();
    if (!job_) return begin(job);
    job_->cancelled.storeRelaxed(1);
    next_ = job;
}

void Runner::cancel() {
    if (!running_) return;
    if (next_) {
        // It has not begun: nothing of it is there to be kept.
        next_.reset();
        return end_run();
    }
    if (job_) job_->cancelled.storeRelaxed(1);
}

/// What the thread tells comes back as events of this object, so that nothing arrives after its end.
void Runner::begin(const std::shared_ptr<RunJob>& job) {
    job_ = job;
    const auto post = [this](auto&& call) {
        QMetaObject::invokeMethod(this, std::forward<decltype(call)>(call), Qt::QueuedConnection);
    };
    const RunListener listener = {
        [this, job, post](const std::vector<observe::Progress>& points, double seconds) {
            post([this, job, points, seconds] { on_progress(job, points, seconds); });
        },
        [this, job, post](std::shared_ptr<const RunOutcome> outcome) {
            post([this, job, outcome = std::move(outcome)] { on_outcome(job, outcome); });
        },
        [this, job, post](const QString& text) { post([this, job, text] { on_refused(job, text); }); },
    };
    QMetaObject::invokeMethod(
        worker_,
        [this, job, listener, post] {
            do_job(*job, listener);
            post([this, job] { on_left(job); });
        },
        Qt::QueuedConnection);
}

void Runner::on_progress(const std::shared_ptr<RunJob>& job, const std::vector<observe::Progress>& points,
                         double seconds) {
    if (job != job_ || next_ || !running_) return;
    // The latest state ends each batch; what lies too near the point before it has served.
    const bool has_served = history_.size() > 1 && static_cast<double>(history_.back().trials) <
                                                       history_step * static_cast<double>(history_.end()[-2].trials);
    if (has_served) history_.pop_back();
    history_.insert(history_.end(), points.begin(), points.end());
    Q_EMIT progressed(points.back(), seconds);
}

void Runner::on_outcome(const std::shared_ptr<RunJob>& job, const std::shared_ptr<const RunOutcome>& outcome) {
    if (job != job_ || next_) return;
    outcome_ = outcome;
    history_ = outcome->history;
    Q_EMIT outcome_changed();
    if (running_ && job == job_ && !next_) end_run();
}

void Runner::on_refused(const std::shared_ptr<RunJob>& job, const QString& text) {
    if (job != job_ || next_) return;
    Q_EMIT refused(text);
}

void Runner::on_left(const std::shared_ptr<RunJob>& job) {
    if (job != job_) return;
    job_.reset();
    if (next_) return begin(std::exchange(next_, nullptr));
    end_run();
}

void Runner::end_run() {
    if (!running_) return;
    running_ = false;
    Q_EMIT finished();
}

}  // namespace nines::gui
