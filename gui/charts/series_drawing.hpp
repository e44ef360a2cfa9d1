// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QPointF>
#include <QScatterSeries>
#include <QSizeF>
#include <vector>

#include "models/charts/chart.hpp"

class QAbstractSeries;
class QChart;

/// The one place that knows Qt Charts' series.
namespace nines::gui {

/// The colour of a series or a rule by what it stands for.
QColor tone_colour(charts::Tone tone, int colour, const QPalette& palette);

/// Colour, marker and dashes of a series, for the chart and its legend.
struct SeriesLook {
    QColor colour;
    QScatterSeries::MarkerShape marker = QScatterSeries::MarkerShapeCircle;
    Qt::PenStyle pen = Qt::SolidLine;
};
SeriesLook look_of(const charts::Chart& chart, std::size_t series, const QPalette& palette);

/// Where a point is, in the even coordinates of the chart's axes. Points of several series that share a category stand
/// beside each other. Precondition: `series` is one of the chart.
QPointF place_of(const charts::Chart& chart, const charts::Series& series, const charts::Point& point);
/// The chart can show it: the value has a place on its scale.
bool has_place(const charts::Chart& chart, const charts::Point& point);

/// Adds hidden axes and all series to a chart, whose plot will have this size. Answers for each series of the
/// description what draws it.
std::vector<std::vector<QAbstractSeries*>> add_series(QChart& target, const charts::Chart& chart,
                                                      const QPalette& palette, const QSizeF& plot);

}  // namespace nines::gui
