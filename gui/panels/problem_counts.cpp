// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/problem_counts.hpp"

#include <QCoreApplication>

namespace nines::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nines::gui::ProblemCounts)
};

}  // namespace

QString ProblemCounts::words() const {
    if (is_none()) return Words::tr("No problems");
    QStringList parts;
    if (errors > 0) parts.append(Words::tr("Errors: %1").arg(errors));
    if (warnings > 0) parts.append(Words::tr("Warnings: %1").arg(warnings));
    return parts.join(QStringLiteral(", "));
}

ProblemCounts count_problems(const Document& document) {
    ProblemCounts counts;
    if (document.is_blank()) return counts;
    for (const scenario::Diagnostic& diagnostic : document.opened().diagnostics)
        ++(diagnostic.severity == scenario::Severity::error ? counts.errors : counts.warnings);
    return counts;
}

}  // namespace nines::gui
