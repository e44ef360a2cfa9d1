// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInt>
#include <QObject>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <vector>

#include "models/compare/compare.hpp"

namespace nines::gui {

/// Does one paired run at a time on a thread of its own: what comparisons, sweeps and tornados have in common.
class PairedWorker : public QObject {
    Q_OBJECT

public:
    explicit PairedWorker(QObject* parent = nullptr);
    ~PairedWorker() override;

    /// Ends it within one range of trials; what all designs have done until then is kept.
    void cancel();
    bool is_running() const { return cancelled_ != nullptr; }

Q_SIGNALS:
    void started();
    /// Some ten times a second.
    void progressed(quint64 trials, quint64 of);
    /// Why nothing was found, in the words of the diagnostics.
    void refused(const QString& text);
    void finished();

protected:
    /// What work is done with: told how far it is, and asked whether to go on. Both may be called on the thread only.
    struct Hands {
        compare::OnPairedProgress progress;
        std::function<bool()> go_on;
    };
    /// How work ends.
    struct Ended {
        std::function<void()> keep = {};  ///< Called on this object's thread; empty: nothing was found.
        QString problem = {};
    };
    /// Called on the thread, so it owns all that it uses.
    using Work = std::function<Ended(const Hands&)>;

    /// Answers at once; the signals tell the rest. Nothing happens while something goes on.
    void begin(Work work);
    /// The errors among the problems, a line each.
    static QString words_of(const scenario::Diagnostics& problems, const std::vector<scenario::SourceFile>& files);

private:
    using Flag = std::shared_ptr<QAtomicInt>;
    void do_work(const Work& work, const Flag& cancelled);
    void leave(const Ended& ended);

    QThread thread_;   ///< From the first work on.
    QObject* worker_;  ///< Lives on the thread; work is posted to it.
    Flag cancelled_;   ///< Of the work that goes on.
};

}  // namespace nines::gui
