// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInt>
#include <QObject>
#include <memory>
#include <vector>

#include "models/observe/timeline.hpp"

class QThread;

namespace nines::gui {

/// Simulates single trials and makes timelines of them, on a thread of its own. A new one takes the place of the one
/// before, which is ended.
class TrialLoader : public QObject {
    Q_OBJECT

public:
    explicit TrialLoader(QObject* parent = nullptr);
    ~TrialLoader() override;

    void load(std::shared_ptr<const compile::Program> program, quint64 seed, quint64 trial);
    /// The present one is not wanted any more; it ends by itself soon.
    void cancel();
    bool is_loading() const { return is_cancelled_ != nullptr; }

Q_SIGNALS:
    void loaded(std::shared_ptr<const nines::observe::Timeline> timeline);

private:
    void finish(int number, std::shared_ptr<const observe::Timeline> timeline);

    std::vector<QThread*> threads_;             ///< That run, the present one and those that are to end.
    std::shared_ptr<QAtomicInt> is_cancelled_;  ///< Of the present one; null: there is none.
    int number_ = 0;
};

}  // namespace nines::gui
