// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

#include "gui/canvas/drawing_look.hpp"
#include "gui/canvas/routing.hpp"

class QPainter;

/// The few characters that an overlay lays on the border of a box or an area: "38 %", "primary eu-1".
namespace nines::gui {

/// Where links meet or cross the upper and the lower border of a thing: distances from its left end.
struct BorderLinks {
    std::vector<double> top;
    std::vector<double> bottom;
    std::vector<double> entering;  ///< Those of the upper border that go on through it, over the title of an area.

    friend bool operator==(const BorderLinks&, const BorderLinks&) = default;
};

/// Of each box: where links end; of what is `open`, an area, also where they pass through to what is in it.
std::vector<BorderLinks> links_on_borders(const std::vector<QRectF>& boxes, const std::vector<bool>& open,
                                          const std::vector<RoutedLink>& links, const std::vector<Route>& routes);

/// Where a badge of this size stands: on the upper border at the right if the heads of links leave room there, else
/// between them, else on the lower border. Where it finds room nowhere, it becomes as narrow as the widest gap.
QRectF badge_place(const QRectF& box, const QSizeF& wanted, const BorderLinks& links, double unit);

/// Shortened where the place is narrower than the words; left out where not even an ellipsis would stand.
void paint_badge(QPainter& painter, const QRectF& box, const QString& badge, const BorderLinks& links,
                 const DrawingLook& look);

/// A word in a capsule.
void paint_chip(QPainter& painter, const QString& word, const QRectF& place, const DrawingLook& look);
double chip_width(const QString& word, const DrawingLook& look);

}  // namespace nines::gui
