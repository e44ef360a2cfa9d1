// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPalette>
#include <QString>

#include "gui/canvas/overlay.hpp"
#include "models/observe/timeline.hpp"

class QPainter;

namespace nines::gui {

class TimeScale;

/// How standings look: each by colour and by pattern.
QColor standing_colour(observe::Standing standing, const QPalette& palette);
QBrush standing_brush(observe::Standing standing, const QPalette& palette);
void paint_standing(QPainter& painter, const QRectF& box, observe::Standing standing, const QPalette& palette);
/// "down", in the user's language.
QString standing_text(observe::Standing standing);
Mark::State mark_state(observe::Standing standing);
/// What says more is painted over what says less.
int severity(observe::Standing standing);

/// Why a thing stands as it does: "Repair under way: crash".
QString span_words(const observe::Timeline& timeline, const observe::Span& span);

/// Paints a course into a strip of `height` at `y`; what is shorter than a pixel shows as its worst.
void paint_course(QPainter& painter, const observe::Timeline& timeline, const observe::Course& course,
                  const TimeScale& scale, const QRectF& strip, const QPalette& palette, bool with_words);

}  // namespace nines::gui
