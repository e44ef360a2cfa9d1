// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/comparer.hpp"

#include <QElapsedTimer>
#include <algorithm>
#include <exception>

#include "models/scenario/diagnostic.hpp"

namespace nines::gui {

struct Comparer::Job {
    std::vector<ComparedText> designs;
    compare::CompareOptions options;
    QAtomicInt cancelled = 0;

    bool is_cancelled() const { return cancelled.loadRelaxed() != 0; }
};

namespace {

QString words_of(const scenario::Diagnostics& problems, const std::vector<scenario::SourceFile>& files) {
    QStringList lines;
    for (const scenario::Diagnostic& problem : problems) {
        if (problem.severity != scenario::Severity::error) continue;
        lines << QString::fromStdString(scenario::format_diagnostic(problem, files));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

Comparer::Comparer(QObject* parent) : QObject(parent), worker_(new QObject) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
}

Comparer::~Comparer() {
    cancel();
    thread_.quit();
    thread_.wait();
}

void Comparer::cancel() {
    if (job_) job_->cancelled.storeRelaxed(1);
}

void Comparer::start(const std::vector<ComparedText>& designs, const compare::CompareOptions& options) {
    if (job_ || designs.size() < 2) return;
    job_ = std::make_shared<Job>();
    job_->designs = designs;
    job_->options = options;
    Q_EMIT started();
    QMetaObject::invokeMethod(
        worker_, [this, job = job_] { do_job(*job); }, Qt::QueuedConnection);
}

/// On the thread. What it tells comes back as events of this object, so that nothing arrives after its end.
void Comparer::do_job(const Job& job) {
    const auto post = [this](auto&& call) { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); };
    const auto end = [&](const std::shared_ptr<const compare::Comparison>& comparison, const QString& problem) {
        post([this, comparison, problem] { leave(comparison, problem); });
    };
    try {
        std::vector<scenario::Scenario> scenarios;
        std::vector<scenario::Diagnostics> warnings;
        for (const ComparedText& design : job.designs) {
            scenarios.push_back(design.opened.scenario);
            warnings.push_back(design.opened.diagnostics);
        }
        const auto prepared = compare::prepare_designs(scenarios, job.options, warnings);
        if (!prepared.problems.empty()) return end(nullptr, words_of(prepared.problems, scenarios.front().files));
        constexpr qint64 between_reports_ms = 100;
        QElapsedTimer since_report;
        const auto report = [&](const observe::PairedProgress& now) {
            if (!since_report.isValid() || since_report.elapsed() >= between_reports_ms) {
                since_report.start();
                post([this, now] { Q_EMIT progressed(now.trials, now.of); });
            }
            return !job.is_cancelled();
        };
        auto comparison = std::make_shared<compare::Comparison>(
            compare::compare_designs(prepared.designs, job.options, report, [&job] { return !job.is_cancelled(); }));
        const bool is_empty = comparison->designs.front().results.run.trials == 0;
        end(is_empty ? nullptr : comparison, {});
    } catch (const std::exception& failure) {
        // A model too large for the memory must not take the user's unsaved work with it.
        end(nullptr, QString::fromUtf8(failure.what()));
    }
}

void Comparer::leave(const std::shared_ptr<const compare::Comparison>& comparison, const QString& problem) {
    const auto job = std::exchange(job_, nullptr);
    if (comparison) {
        comparison_ = comparison;
        compared_.clear();
        for (const ComparedText& design : job->designs) compared_.emplace_back(design.title, design.revision);
        Q_EMIT comparison_changed();
    }
    if (!problem.isEmpty()) Q_EMIT refused(problem);
    Q_EMIT finished();
}

bool Comparer::is_stale(const std::vector<ComparedText>& designs) const {
    return comparison_ && std::any_of(compared_.begin(), compared_.end(), [&](const auto& was) {
               return std::none_of(designs.begin(), designs.end(), [&](const ComparedText& is) {
                   return is.title == was.first && is.revision == was.second;
               });
           });
}

}  // namespace nines::gui
