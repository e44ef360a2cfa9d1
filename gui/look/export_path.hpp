// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace nines::gui {

/// The path that a dialog gave, with the ending ("pdf") that was not typed. The dialog has asked only about the name as
/// it was typed, so a file that has the longer name is replaced only after a question. Empty: leave it.
QString with_ending(QWidget* parent, const QString& path, const QString& ending);

}  // namespace nines::gui
