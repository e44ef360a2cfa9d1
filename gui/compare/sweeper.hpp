// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "gui/compare/paired_worker.hpp"
#include "models/compare/sweep.hpp"
#include "models/compare/tornado.hpp"

namespace nines::gui {

/// The design that is swept, as its text is now.
struct SweptText {
    std::string title;
    std::string text;
    std::string folder;  ///< Where `include` is looked for; empty: it has none.
    quint64 revision = 0;

    /// Opens it with further values.
    compare::OpenPoint opener() const;
};

/// What a sweep is asked for.
struct SweepOrder {
    std::vector<scenario::Vary> varied;
    std::vector<compare::MetricName> metrics;
    results::StudyOptions options;
};

/// What is asked about all inputs, one at a time.
struct TornadoOrder {
    double range = 0.5;
    std::vector<compare::MetricName> metrics;
    results::StudyOptions options;
};

/// Tries values of one design on a thread of its own, by the same calls as `nines sweep`.
class Sweeper : public PairedWorker {
    Q_OBJECT

public:
    using PairedWorker::PairedWorker;
    using Tornados = std::vector<compare::Tornado>;
    enum class Task { sweep, tornado };

    /// Answer at once; the signals tell the rest. Nothing happens while one of them goes on.
    void start_sweep(const SweptText& design, const SweepOrder& order);
    void start_tornado(const SweptText& design, const TornadoOrder& order);

    /// What goes on, or went on last.
    Task task() const { return task_; }
    /// The latest ones, or null, and the text that they are of.
    std::shared_ptr<const compare::Sweep> sweep() const { return sweep_; }
    quint64 sweep_revision() const { return sweep_revision_; }
    std::shared_ptr<const Tornados> tornados() const { return tornados_; }
    quint64 tornados_revision() const { return tornados_revision_; }

Q_SIGNALS:
    void sweep_changed();
    void tornados_changed();

private:
    Task task_ = Task::sweep;
    std::shared_ptr<const compare::Sweep> sweep_;
    std::shared_ptr<const Tornados> tornados_;
    quint64 sweep_revision_ = 0;
    quint64 tornados_revision_ = 0;
};

}  // namespace nines::gui
