// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/detours.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nines::gui {
namespace {

constexpr int steps_of_line = 14;
constexpr double shortest_bend = 14.0;
constexpr double longest_bend = 110.0;
constexpr int lanes_beside_box = 4;

/// Where the route crosses a box, if it does.
std::optional<QPointF> crossing(const Route& route, const QRectF& box) {
    for (qsizetype i = 1; i < route.line.size(); ++i) {
        const QPointF middle = (route.line[i - 1] + route.line[i]) / 2;
        if (box.contains(route.line[i])) return route.line[i];
        if (box.contains(middle)) return middle;
    }
    return std::nullopt;
}

void add_curve(Route& route, const QPointF& to, const QPointF& leaving, const QPointF& arriving) {
    const Route part = smooth_route(route.path.currentPosition(), leaving, to, arriving);
    route.path.connectPath(part.path);
    route.line += part.line;
}

}  // namespace

Route smooth_route(const QPointF& from, const QPointF& leaving, const QPointF& to, const QPointF& arriving) {
    Route route;
    const QPointF between = to - from;
    const double way = std::hypot(between.x(), between.y());
    const double forward = std::abs(QPointF::dotProduct(between, leaving));
    const double bend = std::clamp(std::max(forward * 0.5, way * 0.2), std::min(shortest_bend, way), longest_bend);
    const QPointF first = from + leaving * bend;
    const QPointF second = to + arriving * bend;
    route.path.moveTo(from);
    route.path.cubicTo(first, second, to);
    for (int step = 0; step <= steps_of_line; ++step) {
        const double t = static_cast<double>(step) / steps_of_line;
        const double s = 1.0 - t;
        route.line << s * s * s * from + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * to;
    }
    route.end = to;
    route.heading = -arriving;
    route.middle = (route.line[steps_of_line / 2 - 1] + route.line[steps_of_line / 2 + 1]) / 2;
    return route;
}

Route upright_route(const QPointF& from, const std::vector<QPointF>& bends, const QPointF& to) {
    const QPointF onwards(0.0, to.y() > from.y() ? 1.0 : -1.0);
    Route route;
    route.path.moveTo(from);
    route.line << from;
    for (const QPointF& bend : bends) {
        if (std::abs(bend.x() - route.path.currentPosition().x()) < 0.5) {
            route.path.lineTo(bend);
            route.line << bend;
        } else {
            add_curve(route, bend, onwards, -onwards);
        }
    }
    add_curve(route, to, onwards, -onwards);
    route.end = to;
    route.heading = onwards;
    route.middle = route.line[route.line.size() / 2];
    return route;
}

Detours::Detours(const std::vector<QRectF>& boxes, const std::vector<bool>& solid, double distance)
    : boxes_(boxes), distance_(distance) {
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        if (solid[box]) solid_.push_back(box);
        if (solid[box]) widest_ = std::max(widest_, boxes[box].width());
    }
    std::stable_sort(solid_.begin(), solid_.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].left() < boxes[b].left(); });
}

std::vector<QPointF> Detours::around(const Route& route, std::size_t from, std::size_t to) {
    struct Bend {
        double from;
        double to;
        double x;
    };
    std::vector<Bend> bends;
    const bool down = route.line.last().y() > route.line.first().y();
    const QRectF bounds = route.line.boundingRect();
    const auto leftmost = std::partition_point(
        solid_.begin(), solid_.end(), [&](std::size_t box) { return boxes_[box].left() < bounds.left() - widest_; });
    for (auto at_box = leftmost; at_box != solid_.end() && boxes_[*at_box].left() <= bounds.right(); ++at_box) {
        const std::size_t box = *at_box;
        if (box == from || box == to || !bounds.adjusted(-1, 0, 1, 0).intersects(boxes_[box])) continue;
        const QRectF& rect = boxes_[box];
        const std::optional<QPointF> at = crossing(route, rect);
        if (!at) continue;
        const bool right = at->x() > rect.center().x();
        int& taken = lanes_[{box, right}];
        const double off = distance_ * (0.75 + 0.5 * (taken++ % lanes_beside_box));
        const double x = right ? rect.right() + off : rect.left() - off;
        const double gap = distance_ / 2;
        bends.push_back(down ? Bend{rect.top() - gap, rect.bottom() + gap, x}
                             : Bend{rect.bottom() + gap, rect.top() - gap, x});
    }
    std::sort(bends.begin(), bends.end(),
              [&](const Bend& a, const Bend& b) { return down ? a.from < b.from : a.from > b.from; });
    std::vector<QPointF> points;
    for (const Bend& bend : bends) {
        const QPointF first(bend.x, bend.from);
        // Boxes beside each other are passed by the first one's lane.
        const bool overtaken =
            !points.empty() && (down ? first.y() <= points.back().y() : first.y() >= points.back().y());
        if (overtaken) continue;
        points.push_back(first);
        points.emplace_back(bend.x, bend.to);
    }
    return points;
}

}  // namespace nines::gui
