// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/action_icons.hpp"

#include <QPainter>
#include <QPainterPath>

#include "gui/look/colours.hpp"
#include "gui/look/drawn_icon.hpp"

namespace nines::gui {
namespace {

void draw_sheet_of_paper(QPainter& painter) {
    painter.drawPolygon(QPolygonF({{5.5, 3}, {14, 3}, {18.5, 7.5}, {18.5, 21}, {5.5, 21}}));
    painter.drawPolyline(QPolygonF({{14, 3}, {14, 7.5}, {18.5, 7.5}}));
}

void draw_folder(QPainter& painter) {
    painter.drawPolyline(QPolygonF({{3, 19}, {3, 5}, {9, 5}, {11, 7.5}, {18.5, 7.5}, {18.5, 10.5}}));
    painter.drawPolygon(QPolygonF({{3, 19.5}, {6.5, 10.5}, {21.5, 10.5}, {18, 19.5}}));
}

void draw_disk(QPainter& painter) {
    painter.drawPolygon(QPolygonF({{3.5, 3.5}, {17, 3.5}, {20.5, 7}, {20.5, 20.5}, {3.5, 20.5}}));
    painter.drawPolyline(QPolygonF({{7.5, 3.5}, {7.5, 8.5}, {15, 8.5}, {15, 3.5}}));
    painter.drawPolyline(QPolygonF({{7, 20.5}, {7, 13.5}, {17, 13.5}, {17, 20.5}}));
}

void draw_undo(QPainter& painter) {
    QPainterPath way(QPointF(4, 9));
    way.lineTo(14.5, 9);
    way.cubicTo(22, 9, 22, 19.5, 14.5, 19.5);
    way.lineTo(9, 19.5);
    painter.drawPath(way);
    painter.drawPolyline(QPolygonF({{8.5, 4.5}, {4, 9}, {8.5, 13.5}}));
}

void draw_redo(QPainter& painter) {
    painter.translate(icon_sheet, 0);
    painter.scale(-1, 1);
    draw_undo(painter);
}

QPolygonF triangle(double left, double top, double right, double bottom) {
    return QPolygonF({{left, top}, {right, (top + bottom) / 2}, {left, bottom}});
}

void draw_run(QPainter& painter) {
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(triangle(7, 4.5, 19.5, 19.5));
}

void draw_stop(QPainter& painter) {
    painter.setBrush(painter.pen().color());
    painter.drawRoundedRect(QRectF(6, 6, 12, 12), 1, 1);
}

void draw_repeat(QPainter& painter) {
    painter.drawArc(QRectF(3, 3, 18, 18), 50 * 16, 275 * 16);
    painter.drawPolyline(QPolygonF({{13.5, 4.2}, {18.2, 5.3}, {18.6, 0.8}}));
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(triangle(10, 8.5, 16, 15.5));
}

void draw(ActionIcon icon, QPainter& painter) {
    switch (icon) {
        case ActionIcon::new_file: return draw_sheet_of_paper(painter);
        case ActionIcon::open_file: return draw_folder(painter);
        case ActionIcon::save_file: return draw_disk(painter);
        case ActionIcon::undo: return draw_undo(painter);
        case ActionIcon::redo: return draw_redo(painter);
        case ActionIcon::run: return draw_run(painter);
        case ActionIcon::stop: return draw_stop(painter);
        case ActionIcon::repeat: return draw_repeat(painter);
    }
}

}  // namespace

QIcon action_icon(ActionIcon icon, const QPalette& palette) {
    const QColor own = icon == ActionIcon::run ? colour(Role::up, palette) : QColor();
    return drawn_icon([icon](QPainter& painter) { draw(icon, painter); }, palette, own);
}

}  // namespace nines::gui
