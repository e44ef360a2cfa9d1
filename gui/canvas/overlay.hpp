// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <string>

namespace nines::gui {

/// What is laid over one thing of the drawing: results (how hot) or the state at an instant of a replay.
struct Mark {
    enum class State { none, up, degraded, down, recovering, standby, planned };
    State state = State::none;
    double heat = -1.0;  ///< 0 to 1; below 0: none.
    QString badge;       ///< A few characters at its corner: "38 %", "primary".
    QString words;       ///< For the tool tip and for those who cannot see colours.
};

/// Marks by subject, "group:web", "node:web/1"; with a legend that says what colour and badge mean.
struct Overlay {
    std::map<std::string, Mark> marks;
    QString legend;
    bool is_replay = false;
};

}  // namespace nines::gui
