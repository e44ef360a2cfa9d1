// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

#include "models/scenario/wording.hpp"

namespace nines::gui {

/// A text that comes from below the desktop (the help of a key, the title of a metric or a chart) in the user's
/// language; as it is if there is no translation. Texts of the desktop itself use `tr`.
QString translated(std::string_view text);
/// A sentence from there with its arguments.
QString translated(const wording::Text& text);

}  // namespace nines::gui
