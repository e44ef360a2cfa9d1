// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace nines::gui {

enum class ActionIcon { new_file, open_file, save_file, undo, redo, run, stop, repeat };

/// The icon of what is done most, in the line of the kinds' icons: drawn in the palette's text colour, sharp at every
/// size, readable in light and dark.
QIcon action_icon(ActionIcon icon, const QPalette& palette);

}  // namespace nines::gui
