// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/legend_swatch.hpp"

#include <QPainter>

namespace nines::gui {
namespace {

QPolygonF marker_shape(QScatterSeries::MarkerShape shape, const QPointF& middle, double r) {
    const auto at = [&](double x, double y) { return middle + QPointF(x * r, y * r); };
    switch (shape) {
        case QScatterSeries::MarkerShapeRectangle: return {{at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)}};
        case QScatterSeries::MarkerShapeRotatedRectangle: return {{at(0, -1), at(1, 0), at(0, 1), at(-1, 0)}};
        case QScatterSeries::MarkerShapeTriangle: return {{at(0, -1), at(1, 1), at(-1, 1)}};
        case QScatterSeries::MarkerShapePentagon:
            return {{at(0, -1), at(0.95, -0.3), at(0.6, 0.8), at(-0.6, 0.8), at(-0.95, -0.3)}};
        case QScatterSeries::MarkerShapeStar:
            return {{at(0, -1.1), at(0.3, -0.3), at(1.1, -0.3), at(0.45, 0.2), at(0.7, 1), at(0, 0.5), at(-0.7, 1),
                     at(-0.45, 0.2), at(-1.1, -0.3), at(-0.3, -0.3)}};
        case QScatterSeries::MarkerShapeCircle: break;
    }
    return {};
}

}  // namespace

void LegendSwatch::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF middle = area_.center();
    const double radius = area_.height() * 0.28;
    QColor fill = look_.colour;
    switch (kind_) {
        case charts::SeriesKind::line:
        case charts::SeriesKind::step:
            painter->setPen(QPen(look_.colour, 2.0, look_.pen));
            painter->drawLine(QPointF(area_.left(), middle.y()), QPointF(area_.right(), middle.y()));
            return;
        case charts::SeriesKind::band:
        case charts::SeriesKind::bars:
            fill.setAlphaF(kind_ == charts::SeriesKind::band ? 0.3F : 0.75F);
            painter->fillRect(area_.adjusted(0.0, area_.height() * 0.2, 0.0, -area_.height() * 0.2), fill);
            return;
        case charts::SeriesKind::marks:
            painter->setPen(QPen(look_.colour, 2.4, look_.pen));
            painter->drawLine(QPointF(middle.x(), area_.top()), QPointF(middle.x(), area_.bottom()));
            return;
        case charts::SeriesKind::points: break;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const QPolygonF shape = marker_shape(look_.marker, middle, radius);
    if (shape.isEmpty()) {
        painter->drawEllipse(middle, radius, radius);
    } else {
        painter->drawPolygon(shape);
    }
}

}  // namespace nines::gui
