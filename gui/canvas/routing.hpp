// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <vector>

/// Ways of arrows from border to border.
namespace nines::gui {

/// A link to be drawn: from and to are indices of boxes.
struct RoutedLink {
    std::size_t from = 0;
    std::size_t to = 0;
    bool sideways = false;  ///< Leaves and arrives at a left or right border.
};

struct Route {
    QPainterPath path;
    QPolygonF line;   ///< The same as points, for what needs only that: distances, small scales.
    QPointF end;      ///< Tip of the arrow, at the border.
    QPointF heading;  ///< Unit vector with which it arrives.
    QPointF middle;   ///< Where a label goes.
};

/// One route per link. Ends that share a side of a box are spread along it, in the order in which they leave.
/// `distance` is what ends of arrows want between each other. Links that lead up or down go around what is `solid` of
/// the boxes.
std::vector<Route> route_links(const std::vector<QRectF>& boxes, const std::vector<bool>& solid,
                               const std::vector<RoutedLink>& links, double distance);

/// How far a point is from the route.
double distance_to(const Route& route, const QPointF& point);

}  // namespace nines::gui
