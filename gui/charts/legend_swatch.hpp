// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "gui/charts/series_drawing.hpp"

namespace nines::gui {

/// The small picture of a series in a legend: colour, and what kind of drawing it is.
class LegendSwatch : public QGraphicsItem {
public:
    LegendSwatch(charts::SeriesKind kind, SeriesLook look, const QRectF& area)
        : kind_(kind), look_(look), area_(area) {}

    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    charts::SeriesKind kind_;
    SeriesLook look_;
    QRectF area_;
};

}  // namespace nines::gui
