// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace nines::gui {

/// One key and the values to try, as they were typed.
struct VariedDraft {
    QString path = {};
    QString values = {};
    QString name = {};  ///< Of its column, as `[[vary]]` says.
    QString with = {};  ///< The one that it goes along with.

    friend bool operator==(const VariedDraft&, const VariedDraft&) = default;
};

/// What was typed into the window of sweeps for one design. It outlives the window.
struct SweepDraft {
    std::vector<VariedDraft> varied = {};
    std::vector<VariedDraft> of_text = {};  ///< What the scenario's `[[vary]]` said when they were last taken over.
    QString metrics = {};
    QString trials = {};
    QString tornado_metric = {};
    QString tornado_trials = {};
    double range_percent = 50.0;
};

}  // namespace nines::gui
