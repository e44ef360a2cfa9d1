// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

#include "models/scenario/diagnostic.hpp"

namespace nines::gui {

/// Error: a disc with a cross; warning: a triangle with an exclamation mark. The shapes differ, not only the colours.
QIcon severity_icon(scenario::Severity severity, const QPalette& palette);
QPixmap severity_pixmap(scenario::Severity severity, const QPalette& palette, int size);

QString severity_word(scenario::Severity severity);

}  // namespace nines::gui
