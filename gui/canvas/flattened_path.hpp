// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPainterPath>
#include <QVector>

namespace nines::gui {

/// The path as straight lines that lie within `deviation` of it, without those that do not touch the rectangle.
QVector<QLineF> lines_within(const QPainterPath& path, const QRectF& rect, double deviation);

}  // namespace nines::gui
