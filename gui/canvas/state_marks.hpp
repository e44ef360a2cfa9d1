// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QPointF>
#include <QString>

#include "gui/canvas/overlay.hpp"

class QPainter;

/// How states look: each has a colour and a shape of its own, and a word.
namespace nines::gui {

QColor state_colour(Mark::State state, const QPalette& palette);

/// "up", "failing over or under repair", ..; empty for none.
QString state_word(Mark::State state);

/// A disc, a triangle, a cross, a ring with a gap, an empty ring or a diamond.
void paint_state(QPainter& painter, Mark::State state, const QPointF& centre, double radius, const QPalette& palette);

/// The states in the order of a legend.
inline constexpr Mark::State all_states[] = {Mark::State::up,         Mark::State::degraded, Mark::State::down,
                                             Mark::State::recovering, Mark::State::standby,  Mark::State::planned};

}  // namespace nines::gui
