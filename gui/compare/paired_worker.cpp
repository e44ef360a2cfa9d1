// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/paired_worker.hpp"

#include <QElapsedTimer>
#include <exception>
#include <utility>

#include "models/scenario/diagnostic.hpp"

namespace nines::gui {

PairedWorker::PairedWorker(QObject* parent) : QObject(parent), worker_(new QObject) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
}

PairedWorker::~PairedWorker() {
    if (!thread_.isRunning()) {
        delete worker_;
        return;
    }
    cancel();
    thread_.quit();
    thread_.wait();
}

void PairedWorker::cancel() {
    if (cancelled_) cancelled_->storeRelaxed(1);
}

void PairedWorker::begin(Work work) {
    if (cancelled_) return;
    if (!thread_.isRunning()) thread_.start();
    cancelled_ = std::make_shared<QAtomicInt>(0);
    Q_EMIT started();
    QMetaObject::invokeMethod(
        worker_, [this, work = std::move(work), cancelled = cancelled_] { do_work(work, cancelled); },
        Qt::QueuedConnection);
}

/// On the thread. What it tells comes back as events of this object, so that nothing arrives after its end.
void PairedWorker::do_work(const Work& work, const Flag& cancelled) {
    const auto post = [this](auto&& call) { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); };
    constexpr qint64 between_reports_ms = 100;
    QElapsedTimer since_report;
    const auto go_on = [&cancelled] { return cancelled->loadRelaxed() == 0; };
    const auto report = [&](const observe::PairedProgress& now) {
        if (!since_report.isValid() || since_report.elapsed() >= between_reports_ms) {
            since_report.start();
            post([this, now] { Q_EMIT progressed(now.trials, now.of); });
        }
        return go_on();
    };
    Ended ended;
    try {
        ended = work({report, go_on});
    } catch (const std::exception& failure) {
        // A model too large for the memory must not take the user's unsaved work with it.
        ended.problem = QString::fromUtf8(failure.what());
    }
    post([this, ended] { leave(ended); });
}

void PairedWorker::leave(const Ended& ended) {
    cancelled_.reset();
    if (ended.keep) ended.keep();
    if (!ended.problem.isEmpty()) Q_EMIT refused(ended.problem);
    Q_EMIT finished();
}

QString PairedWorker::words_of(const scenario::Diagnostics& problems, const std::vector<scenario::SourceFile>& files) {
    QStringList lines;
    for (const scenario::Diagnostic& problem : problems) {
        if (problem.severity != scenario::Severity::error) continue;
        lines << QString::fromStdString(scenario::format_diagnostic(problem, files));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace nines::gui
