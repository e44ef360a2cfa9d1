// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <vector>

/// Lines that boxes stand on: guides while dragging, aligning and distributing.
namespace nines::gui {

/// How a dragged rectangle should be moved on so that it lines up with others, and the lines that show why.
struct Guidance {
    QPointF shift;
    bool snapped_x = false;
    bool snapped_y = false;
    std::vector<QLineF> lines;
};

/// Lines up edges and middles of `moving` with those of `others` that are nearer than `reach`.
Guidance guide(const QRectF& moving, const std::vector<QRectF>& others, double reach);

enum class Alignment { left, centre, right, top, middle, bottom };

/// The rectangles moved so that they line up with the outermost of them; `centre` and `middle` with their common one.
std::vector<QRectF> aligned(std::vector<QRectF> rects, Alignment how);

/// The rectangles moved so that the gaps between them are the same; the first and the last stay.
std::vector<QRectF> distributed(std::vector<QRectF> rects, Qt::Orientation direction);

}  // namespace nines::gui
