// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QEvent;

/// Who takes the key Esc: what goes on under the focus (a drag, a name that is typed, a find bar, an offer of words),
/// then the run that goes on, whose shortcut it is, and only then what is merely selected.
namespace nines::gui {

/// Whether a widget is asked if it takes Esc before the shortcuts of the window do. It accepts the event if so.
bool asks_for_escape(const QEvent& event);

}  // namespace nines::gui
