// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/trial_loader.hpp"

#include <QThread>
#include <utility>

namespace nines::gui {

TrialLoader::TrialLoader(QObject* parent) : QObject(parent) {}

TrialLoader::~TrialLoader() {
    cancel();
    for (QThread* thread : threads_) {
        thread->wait();
        delete thread;
    }
}

void TrialLoader::load(std::shared_ptr<const compile::Program> program, quint64 seed, quint64 trial) {
    cancel();
    const int number = ++number_;
    const auto is_cancelled = std::make_shared<QAtomicInt>(0);
    is_cancelled_ = is_cancelled;
    QThread* thread = QThread::create([this, number, is_cancelled, program = std::move(program), seed, trial] {
        const auto go_on = [&] { return is_cancelled->loadRelaxed() == 0; };
        auto trace = observe::trace_trial(*program, seed, trial, go_on);
        if (!go_on()) return;
        auto timeline = std::make_shared<const observe::Timeline>(program, std::move(trace));
        QMetaObject::invokeMethod(
            this, [this, number, timeline] { finish(number, timeline); }, Qt::QueuedConnection);
    });
    threads_.push_back(thread);
    connect(thread, &QThread::finished, this, [this, thread] {
        std::erase(threads_, thread);
        thread->deleteLater();
    });
    thread->start();
}

void TrialLoader::cancel() {
    if (!is_cancelled_) return;
    is_cancelled_->storeRelaxed(1);
    is_cancelled_.reset();
}

void TrialLoader::finish(int number, std::shared_ptr<const observe::Timeline> timeline) {
    if (number != number_ || !is_cancelled_) return;
    is_cancelled_.reset();
    Q_EMIT loaded(std::move(timeline));
}

}  // namespace nines::gui
