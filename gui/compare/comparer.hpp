// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInt>
#include <QObject>
#include <QString>
#include <QThread>
#include <memory>
#include <utility>
#include <vector>

#include "models/compare/compare.hpp"
#include "models/validate/open.hpp"

namespace nines::gui {

/// A design that may be compared, as its text is now.
struct ComparedText {
    QString title;
    validate::Opened opened;
    quint64 revision = 0;
};

/// Compares designs on a thread of its own, by the same calls as the command line.
class Comparer : public QObject {
    Q_OBJECT

public:
    explicit Comparer(QObject* parent = nullptr);
    ~Comparer() override;

    /// Answers at once; the signals tell the rest. Nothing happens while a comparison goes on.
    void start(const std::vector<ComparedText>& designs, const compare::CompareOptions& options);
    /// Ends it within one range of trials; what all designs have done until then is compared.
    void cancel();
    bool is_running() const { return job_ != nullptr; }

    /// The latest comparison, or null.
    std::shared_ptr<const compare::Comparison> comparison() const { return comparison_; }
    /// Is one of the designs that it is of not among these any more, as it was then?
    bool is_stale(const std::vector<ComparedText>& designs) const;

Q_SIGNALS:
    void started();
    /// Some ten times a second.
    void progressed(quint64 trials, quint64 of);
    void comparison_changed();
    /// Why nothing was compared, in the words of the diagnostics.
    void refused(const QString& text);
    void finished();

private:
    struct Job;
    void do_job(const Job& job);
    void leave(const std::shared_ptr<const compare::Comparison>& comparison, const QString& problem);

    QThread thread_;
    QObject* worker_;  ///< Lives on the thread; jobs are posted to it.
    std::shared_ptr<Job> job_;
    std::shared_ptr<const compare::Comparison> comparison_;
    std::vector<std::pair<QString, quint64>> compared_;  ///< Title and revision of what it is of.
};

}  // namespace nines::gui
