// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace nines::gui {

/// A warning with an OK button. The text is shown as it is, also where a name in it looks like marked-up text.
void warn(QWidget* parent, const QString& title, const QString& text);

}  // namespace nines::gui
