// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/canvas/faces.hpp"
#include "gui/canvas/state_marks.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

void paint_fold_button(QPainter& painter, const QRectF& box, bool collapsed, const DrawingLook& look) {
    const QRectF button = fold_button(box, look);
    const QPointF middle = button.center();
    const double arm = look.unit;
    const QPolygonF down(
        {middle + QPointF(-arm, -arm / 2), middle + QPointF(0, arm / 2), middle + QPointF(arm, -arm / 2)});
    const QPolygonF right(
        {middle + QPointF(-arm / 2, -arm), middle + QPointF(arm / 2, 0), middle + QPointF(-arm / 2, arm)});
    painter.setPen(QPen(look.muted_text, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(collapsed ? right : down);
}

/// What a thing says beside its name goes as far as the first link that passes over the title.
void paint_title(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                 const BorderLinks& links, const DrawingLook& look, double scale) {
    const double left = fold_button(box, look).right() + look.unit / 2;
    const double right = paint_corner(painter, box, face, marks, look, scale) - look.unit;
    const QRectF strip = title_strip(box, look);
    QRectF place(left, strip.top() + look.unit / 2, right - left, look.title_height);
    painter.setFont(look.title_font);
    painter.setPen(blend(look.muted_text, look.text, 0.45));
    const QFontMetricsF metrics(look.title_font);
    const QString title = metrics.elidedText(face.name, Qt::ElideMiddle, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    if (face.details.isEmpty() || scale < least_scale_of_details) return;
    place.setLeft(left + metrics.horizontalAdvance(title) + 2 * look.unit);
    for (const double link : links.entering) {
        const double before = box.left() + link - look.unit;
        if (before + look.unit >= place.left()) place.setRight(std::min(place.right(), before));
    }
    const QString detail =
        QFontMetricsF(look.detail_font).elidedText(face.details.front(), Qt::ElideRight, place.width());
    if (place.width() < 8 * look.unit) return;
    painter.setFont(look.detail_font);
    painter.setPen(look.muted_text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, detail);
}

void paint_grip(QPainter& painter, const QRectF& box, const DrawingLook& look) {
    const QRectF grip = resize_grip(box, look);
    painter.setPen(QPen(look.muted_text, 1.2, Qt::SolidLine, Qt::RoundCap));
    const QPointF corner = grip.bottomRight() - QPointF(look.unit, look.unit);
    for (const double length : {1.0, 2.0}) {
        painter.drawLine(corner - QPointF(length * look.unit, 0), corner - QPointF(0, length * look.unit));
    }
}

/// An area on its own layer of paper behind a collapsed one: there is more inside.
void paint_stack(QPainter& painter, const QRectF& box, const DrawingLook& look) {
    painter.setPen(QPen(look.area_edge, 1.0));
    painter.setBrush(look.area(1));
    painter.drawRoundedRect(box.adjusted(look.unit, look.unit, look.unit, look.unit), look.corner(), look.corner());
}

}  // namespace

QRectF fold_button(const QRectF& box, const DrawingLook& look) {
    const double side = 4 * look.unit;
    return {box.left() + look.unit, box.top() + look.unit + (look.title_height + look.unit - side) / 2, side, side};
}

QRectF title_strip(const QRectF& box, const DrawingLook& look) {
    return {box.left(), box.top() + look.unit / 2, box.width(), look.title_height + 2 * look.unit};
}

QRectF resize_grip(const QRectF& box, const DrawingLook& look) {
    const double side = 4 * look.unit;
    return {box.right() - side, box.bottom() - side, side, side};
}

void paint_area(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                const ThingPose& pose, const BorderLinks& links, const DrawingLook& look, double scale) {
    if (face.collapsed && scale >= least_scale_of_dots) paint_stack(painter, box, look);
    const bool marked = marks.mark.state != Mark::State::none;
    const QColor state = state_colour(marks.mark.state, look.palette);
    QColor fill = look.area(face.depth);
    if (marks.mark.heat >= 0.0) fill = blend(fill, heat_colour(1.0, look.palette), marks.mark.heat * 0.35);
    if (marked) fill = blend(fill, state, 0.07);
    if (pose.drop_target) fill = blend(fill, look.selection, 0.18);
    const QColor edge = pose.drop_target ? look.selection : marked ? blend(look.area_edge, state, 0.7) : look.area_edge;
    const double thin = std::max(1.0, 0.8 / scale);
    painter.setPen(
        QPen(edge, pose.drop_target || marked ? 1.8 * thin : thin, face.editable ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, look.corner(), look.corner());
    if (scale >= least_scale_of_text) {
        paint_fold_button(painter, box, face.collapsed, look);
        paint_title(painter, box, face, marks, links, look, scale);
    }
    if (!face.collapsed && (pose.hovered || pose.selected)) paint_grip(painter, box, look);
    paint_frame(painter, box, pose, look, scale);
}

void paint_frame(QPainter& painter, const QRectF& box, const ThingPose& pose, const DrawingLook& look, double scale) {
    const double pixel = 1.0 / std::max(scale, 0.05);
    if (pose.drop_target || pose.selected) {
        painter.setPen(QPen(look.selection, std::max(2.0, 1.5 * pixel)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, look.corner(), look.corner());
    }
    if (pose.focused) {
        const double gap = 4 * std::min(pixel, 1.5);
        painter.setPen(QPen(look.text, std::max(1.2, pixel), Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-gap, -gap, gap, gap), look.corner() + gap, look.corner() + gap);
    }
    if (!pose.handles) return;
    painter.setPen(QPen(look.selection, 1.4));
    painter.setBrush(look.box);
    const QPointF middle = box.center();
    for (const QPointF& place : {QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                                 QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())}) {
        painter.drawEllipse(place, look.unit * 1.15, look.unit * 1.15);
    }
}

double paint_corner(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                    const DrawingLook& look, double scale) {
    double right = box.right() - 2 * look.unit;
    const double middle = box.top() + 1.75 * look.unit + look.name_height / 2;
    const double radius = 1.35 * look.unit;
    if (face.fault.kind != ItemFault::Kind::none) {
        const bool error = face.fault.kind == ItemFault::Kind::error;
        const QPointF centre(right - radius * 1.2, middle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(error ? look.error : look.warning);
        const double r = radius * 1.3;
        if (error) {
            painter.drawEllipse(centre, r, r);
        } else {
            painter.drawPolygon(QPolygonF(
                {centre + QPointF(0, -r), centre + QPointF(r * 1.1, r * 0.9), centre + QPointF(-r * 1.1, r * 0.9)}));
        }
        painter.setPen(QPen(look.box, look.unit * 0.45, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre + QPointF(0, -r * 0.45), centre + QPointF(0, r * 0.12));
        painter.drawPoint(centre + QPointF(0, r * 0.58));
        right -= 2 * r + look.unit;
    }
    if (marks.mark.state != Mark::State::none) {
        paint_state(painter, marks.mark.state, {right - radius, middle}, radius, look.palette);
        right -= 2 * radius + look.unit;
    }
    if (scale < least_scale_of_text) return right;
    if (!face.collapsed || face.hidden == 0) return right;
    const QString hidden = QString::number(face.hidden);
    const double width = chip_width(hidden, look);
    paint_chip(painter, hidden, {right - width, middle - look.detail_height / 2, width, look.detail_height}, look);
    return right - width;
}

}  // namespace nines::gui
