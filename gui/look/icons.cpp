// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/icons.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>

#include "gui/look/drawn_icon.hpp"

namespace nines::gui {
namespace {

void draw_box_with_lights(QPainter& painter, const QRectF& box) {
    painter.drawRoundedRect(box, 1.8, 1.8);
    const double middle = box.center().y();
    painter.drawPoint(QPointF(box.left() + 3.5, middle));
    painter.drawPoint(QPointF(box.left() + 6.5, middle));
    painter.drawLine(QPointF(box.right() - 6.5, middle), QPointF(box.right() - 3.5, middle));
}

void draw_domain(QPainter& painter) {
    painter.drawRoundedRect(QRectF(3, 4, 18, 16), 2.5, 2.5);
    painter.drawRoundedRect(QRectF(6.5, 10, 4.5, 6.5), 1, 1);
    painter.drawRoundedRect(QRectF(13, 10, 4.5, 6.5), 1, 1);
    painter.drawLine(QPointF(6.5, 7), QPointF(11, 7));
}

void draw_node(QPainter& painter) {
    draw_box_with_lights(painter, QRectF(3, 8, 18, 8));
}

void draw_group(QPainter& painter) {
    for (const double top : {3.0, 9.5, 16.0}) draw_box_with_lights(painter, QRectF(3, top, 18, 5));
}

void draw_service(QPainter& painter) {
    painter.drawEllipse(QPointF(12, 12), 9, 9);
    painter.drawEllipse(QPointF(12, 12), 3.8, 9);
    painter.drawLine(QPointF(3, 12), QPointF(21, 12));
}

void draw_cylinder(QPainter& painter, const QRectF& box) {
    const double lid = 5.0;
    painter.drawEllipse(QRectF(box.left(), box.top(), box.width(), lid));
    QPainterPath side(QPointF(box.left(), box.top() + lid / 2));
    side.lineTo(box.left(), box.bottom() - lid / 2);
    side.arcTo(QRectF(box.left(), box.bottom() - lid, box.width(), lid), 180, 180);
    side.lineTo(box.right(), box.top() + lid / 2);
    painter.drawPath(side);
}

void draw_store(QPainter& painter) {
    draw_cylinder(painter, QRectF(4, 3, 16, 18));
    painter.drawArc(QRectF(4, 9.5, 16, 5), 180 * 16, 180 * 16);
}

void draw_balancer(QPainter& painter) {
    painter.drawEllipse(QPointF(5.5, 12), 2.3, 2.3);
    for (const double y : {5.0, 12.0, 19.0}) {
        QPainterPath way(QPointF(7.8, 12));
        way.cubicTo(13, 12, 11, y, 16, y);
        painter.drawPath(way);
        painter.drawEllipse(QPointF(18.5, y), 2.0, 2.0);
    }
}

void draw_crew(QPainter& painter) {
    painter.drawEllipse(QPointF(9.5, 8), 3.4, 3.4);
    QPainterPath body(QPointF(3, 20));
    body.cubicTo(3, 12.5, 16, 12.5, 16, 20);
    painter.drawPath(body);
    painter.drawArc(QRectF(12.5, 5, 6, 6), -100 * 16, 210 * 16);
    QPainterPath behind(QPointF(17.5, 14));
    behind.cubicTo(20, 14.8, 21, 17, 21, 20);
    painter.drawPath(behind);
}

void draw_cause(QPainter& painter) {
    painter.drawPolygon(QPolygonF({{13.5, 2.5}, {5, 13.5}, {11, 13.5}, {9.5, 21.5}, {19, 9.8}, {12.6, 9.8}}));
}

void draw_event(QPainter& painter) {
    painter.drawRoundedRect(QRectF(3.5, 5, 17, 15.5), 2, 2);
    painter.drawLine(QPointF(3.5, 9.8), QPointF(20.5, 9.8));
    painter.drawLine(QPointF(8, 3), QPointF(8, 6.5));
    painter.drawLine(QPointF(16, 3), QPointF(16, 6.5));
    painter.drawLine(QPointF(12, 12.5), QPointF(12, 15.5));
    painter.drawLine(QPointF(12, 15.5), QPointF(14.5, 17));
}

void draw_backup(QPainter& painter) {
    painter.drawRoundedRect(QRectF(3, 4, 18, 5), 1.2, 1.2);
    QPainterPath chest(QPointF(4.8, 9));
    chest.lineTo(4.8, 18.5);
    chest.quadTo(4.8, 20.5, 6.8, 20.5);
    chest.lineTo(17.2, 20.5);
    chest.quadTo(19.2, 20.5, 19.2, 18.5);
    chest.lineTo(19.2, 9);
    painter.drawPath(chest);
    painter.drawLine(QPointF(9.5, 13), QPointF(14.5, 13));
}

void draw_plan(QPainter& painter) {
    painter.drawRoundedRect(QRectF(4.5, 4.5, 15, 17), 2, 2);
    painter.drawRoundedRect(QRectF(9, 2.5, 6, 4), 1.2, 1.2);
    for (const double y : {11.0, 16.0}) {
        painter.drawPolyline(QPolygonF({{7.3, y}, {8.5, y + 1.3}, {10.6, y - 1.4}}));
        painter.drawLine(QPointF(12.8, y), QPointF(16.8, y));
    }
}

struct Drawing {
    std::string_view kind;
    void (*draw)(QPainter&);
};

constexpr std::array drawings = {
    Drawing{"domain", draw_domain},   Drawing{"node", draw_node},   Drawing{"group", draw_group},
    Drawing{"service", draw_service}, Drawing{"store", draw_store}, Drawing{"balancer", draw_balancer},
    Drawing{"crew", draw_crew},       Drawing{"cause", draw_cause}, Drawing{"event", draw_event},
    Drawing{"backup", draw_backup},   Drawing{"plan", draw_plan},
};

void draw_letter(QPainter& painter, const std::string& kind) {
    painter.drawRoundedRect(QRectF(3, 3, 18, 18), 3, 3);
    QFont font = painter.font();
    font.setPixelSize(13);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRectF(3, 3, 18, 18), Qt::AlignCenter, QString::fromStdString(kind).left(1).toUpper());
}

void draw_kind(QPainter& painter, const std::string& kind) {
    const auto* found =
        std::find_if(drawings.begin(), drawings.end(), [&](const Drawing& each) { return each.kind == kind; });
    if (found == drawings.end()) return draw_letter(painter, kind);
    found->draw(painter);
}

}  // namespace

QIcon kind_icon(const std::string& kind, const QPalette& palette) {
    return drawn_icon([kind](QPainter& painter) { draw_kind(painter, kind); }, palette);
}

void paint_kind_icon(QPainter& painter, const QRectF& area, const std::string& kind, const QColor& colour) {
    paint_on_sheet(painter, area, colour, [&kind](QPainter& on_sheet) { draw_kind(on_sheet, kind); });
}

}  // namespace nines::gui
