// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QSizeF>
#include <QString>
#include <set>

#include "models/charts/chart.hpp"

namespace nines::gui {

/// How a chart is to be drawn into a file.
struct ChartPicture {
    QSizeF size = {960.0, 600.0};  ///< In pixels; of PDF in points of 1/96 inch.
    QPalette palette = {};
    QFont font = {};
    std::set<std::size_t> hidden = {};  ///< Series that are left out.
};

/// The chart as pixels, `scale` of them for each of the picture's.
QImage chart_image(const charts::Chart& chart, const ChartPicture& picture, double scale = 1.0);

/// The chart as SVG text; the same each time.
QByteArray chart_svg(const charts::Chart& chart, const ChartPicture& picture);

/// Writes a file; the ending says how: png, svg, pdf or csv. `scale` is for png. Answers why it failed, empty: it did
/// not.
QString save_chart(const charts::Chart& chart, const ChartPicture& picture, const QString& path, double scale = 1.0);

}  // namespace nines::gui
