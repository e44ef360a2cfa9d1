// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

#include "gui/canvas/faces.hpp"
#include "gui/canvas/flattened_path.hpp"

namespace nines::gui {
namespace {

constexpr double faint_share = 0.38;
constexpr double quiet_share = 0.4;
constexpr double far_share = 0.45;  ///< When so much is in view that links would cover it.
constexpr double head_length = 8.5;
constexpr double head_width = 3.8;
constexpr double deviation = 0.15;  ///< Of lines from a curve, in pixels: cannot be seen.

void paint_head(QPainter& painter, const Route& route, LinkStyle::Head head, const QColor& colour, double width) {
    const QPointF across(-route.heading.y(), route.heading.x());
    const QPointF back = route.end - route.heading * head_length;
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    switch (head) {
        case LinkStyle::Head::filled:
            painter.drawPolygon(QPolygonF({route.end, back + across * head_width, back - across * head_width}));
            return;
        case LinkStyle::Head::open:
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(QPolygonF({back + across * head_width, route.end, back - across * head_width}));
            return;
        case LinkStyle::Head::diamond: {
            const QPointF middle = route.end - route.heading * (head_length * 0.55);
            const QPointF tail = route.end - route.heading * (head_length * 1.1);
            painter.drawPolygon(
                QPolygonF({route.end, middle + across * head_width, tail, middle - across * head_width}));
            return;
        }
        case LinkStyle::Head::disc: painter.drawEllipse(route.end - route.heading * 3.0, 3.0, 3.0); return;
    }
}

void paint_label(QPainter& painter, const Route& route, const QString& label, const DrawingLook& look) {
    const QFontMetricsF metrics(look.detail_font);
    const QSizeF size(metrics.horizontalAdvance(label) + 2 * look.unit, look.detail_height);
    const QRectF place(route.middle - QPointF(size.width(), size.height()) / 2, size);
    QColor paper = look.background;
    paper.setAlphaF(0.9F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(place, look.unit, look.unit);
    painter.setFont(look.detail_font);
    painter.setPen(look.text);
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, label);
}

}  // namespace

void paint_link(QPainter& painter, const Route& route, const LinkFace& face, const LinkPose& pose,
                const DrawingLook& look, double scale, const QRectF& seen) {
    const LinkStyle style = link_style(face.key);
    const bool bright = pose.selected || pose.lit;
    double share = face.faint && !bright ? faint_share : 1.0;
    if (pose.quiet && !bright) share *= quiet_share;
    const QColor colour = blend(look.background, bright ? look.selection : look.link, share);
    double width = style.width + (pose.selected ? 1.2 : pose.lit ? 0.5 : 0.0) + (face.count > 1 ? 1.0 : 0.0);
    if (scale < least_scale_of_dots) {
        // Dashes and curves cannot be seen, and would take most of the time.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(bright ? colour : blend(look.background, colour, far_share), 0));
        painter.drawLine(route.line.first(), route.line.last());
        painter.setRenderHint(QPainter::Antialiasing, true);
        return;
    }
    width = std::max(width, 0.8 / scale);
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!style.dashes.isEmpty()) pen.setDashPattern(style.dashes);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const bool is_on_screen = painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::Raster;
    if (is_on_screen && style.dashes.isEmpty()) {
        // Short lines that overlap look the same, and take a third of the time.
        pen.setCapStyle(Qt::SquareCap);
        painter.setPen(pen);
        painter.drawLines(lines_within(route.path, seen, deviation / scale));
    } else {
        painter.drawPath(route.path);
    }
    if (seen.contains(route.end)) paint_head(painter, route, style.head, colour, std::min(width, 1.5));
    const bool labelled = bright ? scale >= least_scale_of_text : scale >= least_scale_of_labels && !face.faint;
    if (labelled && !face.label.isEmpty()) paint_label(painter, route, face.label, look);
}

}  // namespace nines::gui
