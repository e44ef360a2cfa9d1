// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "gui/app/language.hpp"
#include "gui/app/theme.hpp"

class QSettings;

namespace nines::gui {

/// What the user has chosen for the whole program. Settings of one run belong to its design.
struct Preferences {
    Theme theme = Theme::system;
    Language language = Language::system;
    std::chrono::seconds autosave_interval{10};  ///< Between copies of unsaved work; 0: none are made.

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

inline constexpr int most_autosave_seconds = 3600;

/// What is not in the settings, or means nothing, is as in `Preferences()`.
Preferences read_preferences(const QSettings& settings);
void write_preferences(QSettings& settings, const Preferences& preferences);

}  // namespace nines::gui
