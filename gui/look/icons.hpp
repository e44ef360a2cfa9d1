// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>
#include <string>

class QPainter;

namespace nines::gui {

/// The icon of a kind of thing ("group", "store", ..), drawn in the palette's text colour; kinds without a drawing of
/// their own get a plain box with their first letter. Sharp at every size.
QIcon kind_icon(const std::string& kind, const QPalette& palette);

/// The same drawing in a colour of one's own, as large as the square that fits into `area`.
void paint_kind_icon(QPainter& painter, const QRectF& area, const std::string& kind, const QColor& colour);

}  // namespace nines::gui
