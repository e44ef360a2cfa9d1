// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

/// Tells Qt and the desktop which program this is: name, version, icon, its desktop file, and where settings are kept.
/// To be called once, when there is a QApplication and before there is a window.
void introduce_program();

}  // namespace nines::gui
