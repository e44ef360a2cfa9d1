// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nines::gui {

/// What the user has asked of runs and not written into the scenario: kept with the design while windows are made anew.
struct RunDraft {
    /// As typed; empty: what the scenario says.
    QString trials = {};
    QString precision = {};
    QString horizon = {};
    QString seed = {};
    QString confidence = {};
    int threads = 0;  ///< 0: as many as the machine has.
    bool steady = false;
    bool allow_large = false;
    bool beside_recovery = false;
    bool automatic = false;  ///< Run as I edit.
    QString service = {};    ///< Whose convergence is shown, "service:site"; empty: the first one's.
};

}  // namespace nines::gui
