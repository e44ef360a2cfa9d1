// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/scenario/diagnostic.hpp"

namespace nines::gui {

struct ProblemCounts {
    int errors = 0;
    int warnings = 0;

    bool is_none() const { return errors == 0 && warnings == 0; }
    /// "Errors: 2, Warnings: 1"; "No problems".
    QString words() const;
};

ProblemCounts count_problems(const scenario::Diagnostics& diagnostics);

}  // namespace nines::gui
