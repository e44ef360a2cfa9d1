// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace nines::gui {

/// The wheel over this widget scrolls what it stands in, and never changes its value.
void keep_wheel_for_scrolling(QWidget& widget);

}  // namespace nines::gui
