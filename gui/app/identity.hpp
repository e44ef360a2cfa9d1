// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

/// Tells the desktop which program this is: its name for people, its icon, its desktop file.
/// To be called once, when there is a QApplication and before there is a window.
void introduce_program();

}  // namespace nines::gui
