// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInt>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

#include "gui/run/runner.hpp"

namespace nines::gui {

/// Points of the history lie at least this factor of trials apart, except the last.
inline constexpr double history_step = 1.03;

/// One order to run, shared by the thread that does it and the one that may cancel it.
struct RunJob {
    validate::Opened opened;
    results::StudyOptions options;
    quint64 revision = 0;
    RunKind kind = RunKind::full;
    QAtomicInt cancelled = 0;

    bool is_cancelled() const { return cancelled.loadRelaxed() != 0; }
};

/// Told while a job is done, on the thread that does it.
struct RunListener {
    std::function<void(const std::vector<observe::Progress>& points, double seconds)> progressed;
    std::function<void(std::shared_ptr<const RunOutcome>)> outcome;
    std::function<void(const QString&)> refused;
};

/// Compiles, simulates, then looks for exact figures and reasons.
void do_job(const RunJob& job, const RunListener& listener);

}  // namespace nines::gui
