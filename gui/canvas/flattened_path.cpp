// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/flattened_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace nines::gui {
namespace {

using Curve = std::array<QPointF, 4>;  ///< Control points of a cubic.

constexpr int most_lines_of_curve = 200;

/// May a part of what these points span lie in the rectangle? Not QRectF::intersects: an upright line has no width.
template <typename Points>
bool may_touch(const QRectF& rect, const Points& points) {
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y() < b.y(); });
    return left->x() <= rect.right() && right->x() >= rect.left() && top->y() <= rect.bottom() &&
           bottom->y() >= rect.top();
}

void add_line(QVector<QLineF>& lines, const QRectF& rect, const QPointF& from, const QPointF& to) {
    if (may_touch(rect, std::array{from, to})) lines.append({from, to});
}

double bend(const QPointF& a, const QPointF& b, const QPointF& c) {
    const QPointF second = a - 2 * b + c;
    return std::hypot(second.x(), second.y());
}

QPointF point_at(const Curve& curve, double t) {
    const double s = 1.0 - t;
    return s * s * s * curve[0] + 3 * s * s * t * curve[1] + 3 * s * t * t * curve[2] + t * t * t * curve[3];
}

void add_curve(QVector<QLineF>& lines, const QRectF& rect, const Curve& curve, double deviation) {
    if (!may_touch(rect, curve)) return;
    // A chord over 1/n of a curve is off by at most |second derivative| / (8 n^2), and the second derivative of a cubic
    // is at most 6 times the larger second difference of its control points.
    const double most = std::max(bend(curve[0], curve[1], curve[2]), bend(curve[1], curve[2], curve[3]));
    const double count = std::ceil(std::sqrt(0.75 * most / deviation));
    const int steps = static_cast<int>(std::clamp(count, 1.0, static_cast<double>(most_lines_of_curve)));
    QPointF from = curve[0];
    for (int step = 1; step <= steps; ++step) {
        const QPointF to = step == steps ? curve[3] : point_at(curve, static_cast<double>(step) / steps);
        add_line(lines, rect, from, to);
        from = to;
    }
}

}  // namespace

QVector<QLineF> lines_within(const QPainterPath& path, const QRectF& rect, double deviation) {
    QVector<QLineF> lines;
    QPointF from;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        QPointF to = element;
        if (element.isLineTo()) add_line(lines, rect, from, to);
        if (element.isCurveTo()) {
            to = path.elementAt(i + 2);
            add_curve(lines, rect, {from, element, path.elementAt(i + 1), to}, deviation);
            i += 2;
        }
        from = to;
    }
    return lines;
}

}  // namespace nines::gui
