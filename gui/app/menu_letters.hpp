// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;
class QWidget;

namespace nines::gui {

/// Takes the letters of the menus ("Alt+D") from the labels, buttons and tabs below `part`: where two things want one
/// letter, neither gets it.
void leave_letters_to_menus(QWidget& part, const QMenuBar& menus);

}  // namespace nines::gui
