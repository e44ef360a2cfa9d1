// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/state_marks.hpp"

#include <QCoreApplication>
#include <QPainter>

#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

struct StateMarks {
    Q_DECLARE_TR_FUNCTIONS(StateMarks)
};

QPolygonF shape_around(const QPointF& centre, double radius, std::initializer_list<QPointF> corners) {
    QPolygonF shape;
    for (const QPointF& corner : corners) shape << centre + corner * radius;
    return shape;
}

void paint_filled(QPainter& painter, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
}

void paint_stroked(QPainter& painter, const QColor& colour, double radius) {
    painter.setPen(QPen(colour, radius * 0.55, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
}

}  // namespace

QColor state_colour(Mark::State state, const QPalette& palette) {
    switch (state) {
        case Mark::State::none: return colour(Role::muted, palette);
        case Mark::State::up: return colour(Role::up, palette);
        case Mark::State::degraded: return colour(Role::degraded, palette);
        case Mark::State::down: return colour(Role::down, palette);
        case Mark::State::recovering: return colour(Role::recovering, palette);
        case Mark::State::standby: return colour(Role::standby, palette);
        case Mark::State::planned: return colour(Role::planned, palette);
    }
    return {};
}

QString state_word(Mark::State state) {
    switch (state) {
        case Mark::State::none: return {};
        case Mark::State::up: return StateMarks::tr("up");
        case Mark::State::degraded: return StateMarks::tr("degraded");
        case Mark::State::down: return StateMarks::tr("down");
        case Mark::State::recovering: return StateMarks::tr("recovering");
        case Mark::State::standby: return StateMarks::tr("on standby");
        case Mark::State::planned: return StateMarks::tr("down as planned");
    }
    return {};
}

void paint_state(QPainter& painter, Mark::State state, const QPointF& centre, double radius, const QPalette& palette) {
    const QColor colour = state_colour(state, palette);
    switch (state) {
        case Mark::State::none:
            paint_stroked(painter, colour, radius * 0.6);
            painter.drawEllipse(centre, radius * 0.8, radius * 0.8);
            return;
        case Mark::State::up:
            paint_filled(painter, colour);
            painter.drawEllipse(centre, radius, radius);
            return;
        case Mark::State::degraded:
            paint_filled(painter, colour);
            painter.drawPolygon(shape_around(centre, radius * 1.15, {{0.0, -1.0}, {1.0, 0.8}, {-1.0, 0.8}}));
            return;
        case Mark::State::down: {
            paint_stroked(painter, colour, radius * 1.15);
            const double arm = radius * 0.8;
            painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
            painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
            return;
        }
        case Mark::State::recovering: {
            paint_stroked(painter, colour, radius * 0.9);
            const QRectF circle(centre.x() - radius * 0.8, centre.y() - radius * 0.8, radius * 1.6, radius * 1.6);
            painter.drawArc(circle, 60 * 16, 270 * 16);
            return;
        }
        case Mark::State::standby:
            paint_stroked(painter, colour, radius * 0.75);
            painter.drawEllipse(centre, radius * 0.8, radius * 0.8);
            return;
        case Mark::State::planned:
            paint_filled(painter, colour);
            painter.drawPolygon(shape_around(centre, radius * 1.2, {{0, -1}, {1, 0}, {0, 1}, {-1, 0}}));
            return;
    }
}

}  // namespace nines::gui
