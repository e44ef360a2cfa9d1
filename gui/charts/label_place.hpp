// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <vector>

namespace nines::gui {

/// What a label along a level line must heed.
struct LabelRoom {
    QRectF plot;
    std::vector<QRectF> labels;  ///< That stand already.
    std::vector<QPointF> ink;    ///< Points of the curves, close together.
    bool at_left = false;        ///< The end of the line at which labels stand if nothing is in the way.
};

/// Points along the straight lines between `corners`, at most `step` apart.
std::vector<QPointF> points_along(const std::vector<QPointF>& corners, double step);

/// Where a label of the line at `y` stands: near the line, over no other label and over as little of the curves as can
/// be.
QPointF label_place(const LabelRoom& room, const QSizeF& label, double y);

}  // namespace nines::gui
