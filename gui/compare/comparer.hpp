// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <utility>
#include <vector>

#include "gui/compare/paired_worker.hpp"
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
class Comparer : public PairedWorker {
    Q_OBJECT

public:
    using PairedWorker::PairedWorker;

    /// Answers at once; the signals tell the rest. Nothing happens while a comparison goes on.
    void start(const std::vector<ComparedText>& designs, const compare::CompareOptions& options);

    /// The latest comparison, or null.
    std::shared_ptr<const compare::Comparison> comparison() const { return comparison_; }
    /// Is one of the designs that it is of not among these any more, as it was then?
    bool is_stale(const std::vector<ComparedText>& designs) const;

Q_SIGNALS:
    void comparison_changed();

private:
    using Compared = std::vector<std::pair<QString, quint64>>;  ///< Title and revision of each design.
    void keep(const std::shared_ptr<const compare::Comparison>& comparison, const Compared& compared);

    std::shared_ptr<const compare::Comparison> comparison_;
    Compared compared_;  ///< What it is of.
};

}  // namespace nines::gui
