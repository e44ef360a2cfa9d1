// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "gui/document/document.hpp"

namespace nines::gui {

struct ProblemCounts {
    int errors = 0;
    int warnings = 0;

    bool is_none() const { return errors == 0 && warnings == 0; }
    /// "Errors: 2, Warnings: 1"; "No problems".
    QString words() const;
};

/// Of a blank design none.
ProblemCounts count_problems(const Document& document);

}  // namespace nines::gui
