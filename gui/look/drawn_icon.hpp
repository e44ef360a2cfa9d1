// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <functional>

class QPainter;
class QRectF;

namespace nines::gui {

/// Drawings for icons are made on a square sheet of this side.
inline constexpr double icon_sheet = 24.0;

/// Draws on the sheet, with the pen that is set.
using DrawIcon = std::function<void(QPainter&)>;

/// Draws with a round pen of this colour, as large as the square that fits into `area`.
void paint_on_sheet(QPainter& painter, const QRectF& area, const QColor& colour, const DrawIcon& draw);

/// An icon that is drawn anew at every size, in the palette's text colour, or one of its own.
QIcon drawn_icon(DrawIcon draw, const QPalette& palette, const QColor& own_colour = {});

}  // namespace nines::gui
