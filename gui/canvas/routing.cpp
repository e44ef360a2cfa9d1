// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/routing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "gui/canvas/detours.hpp"
#include "gui/canvas/layered_layout.hpp"

namespace nines::gui {
namespace {

enum class Side { top, right, bottom, left };

struct End {
    std::size_t box = 0;
    Side side = Side::top;
    double wish = 0.0;   ///< Along the side.
    double order = 0.0;  ///< Of ends with the same wish.
    double at = 0.0;
};

bool is_level(Side side) {
    return side == Side::top || side == Side::bottom;
}

/// Sides by which two boxes see each other. Below or above counts before beside: links lead downwards.
std::pair<Side, Side> facing_sides(const QRectF& from, const QRectF& to, bool sideways) {
    if (to.contains(from)) return {Side::right, Side::right};
    if (from.contains(to)) return {Side::right, Side::right};
    const double below = to.top() - from.bottom();
    const double above = from.top() - to.bottom();
    const double right = to.left() - from.right();
    const double left = from.left() - to.right();
    const double level = std::max(right, left);
    if (sideways && level < 0.0) return {Side::right, Side::right};
    if (!sideways && below > 0.0 && below * 6 > level) return {Side::bottom, Side::top};
    if (!sideways && above > 0.0 && above * 6 > level) return {Side::top, Side::bottom};
    return right >= left ? std::pair{Side::right, Side::left} : std::pair{Side::left, Side::right};
}

double along(const QPointF& point, Side side) {
    return is_level(side) ? point.x() : point.y();
}

std::pair<double, double> range_of(const QRectF& box, Side side) {
    const double low = is_level(side) ? box.left() : box.top();
    const double high = is_level(side) ? box.right() : box.bottom();
    const double margin = std::min(14.0, (high - low) / 4);
    return {low + margin, high - margin};
}

/// Near the middle of a box; opposite to the other end on a long side, such as an area's.
double wished_place(const QRectF& box, const QRectF& other, Side side) {
    const auto [low, high] = range_of(box, side);
    const double middle = (low + high) / 2;
    const double slack = std::max(0.0, (high - low) / 2 - 100.0);
    return std::clamp(along(other.center(), side), middle - slack, middle + slack);
}

void spread_ends(const std::vector<QRectF>& boxes, std::vector<End>& ends, double distance) {
    std::map<std::pair<std::size_t, Side>, std::vector<std::size_t>> by_side;
    for (std::size_t end = 0; end < ends.size(); ++end) by_side[{ends[end].box, ends[end].side}].push_back(end);
    for (auto& [key, members] : by_side) {
        std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(ends[a].wish, ends[a].order) < std::pair(ends[b].wish, ends[b].order);
        });
        const auto [low, high] = range_of(boxes[key.first], key.second);
        const auto gaps = static_cast<double>(members.size() - 1);
        const double step = gaps > 0.0 ? std::min(distance, (high - low) / gaps) : 0.0;
        std::vector<double> wishes;
        for (const std::size_t end : members) wishes.push_back(ends[end].wish);
        std::vector<double> places = nearest_in_order(wishes, std::vector<double>(members.size() - 1, step));
        const double over = std::max(0.0, places.back() - high);
        const double shift = std::max(low - places.front(), -over);
        for (std::size_t i = 0; i < members.size(); ++i) {
            ends[members[i]].at = places[i] + (places.front() < low || over > 0.0 ? shift : 0.0);
        }
    }
}

QPointF point_of(const QRectF& box, const End& end) {
    switch (end.side) {
        case Side::top: return {end.at, box.top()};
        case Side::right: return {box.right(), end.at};
        case Side::bottom: return {end.at, box.bottom()};
        case Side::left: return {box.left(), end.at};
    }
    return box.center();
}

QPointF outward(Side side) {
    switch (side) {
        case Side::top: return {0.0, -1.0};
        case Side::right: return {1.0, 0.0};
        case Side::bottom: return {0.0, 1.0};
        case Side::left: return {-1.0, 0.0};
    }
    return {};
}

/// Labels of links between the same two boxes stand apart along their ways.
void part_labels(const std::vector<RoutedLink>& links, std::vector<Route>& routes) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> by_ends;
    for (std::size_t link = 0; link < links.size(); ++link) {
        by_ends[std::minmax(links[link].from, links[link].to)].push_back(link);
    }
    for (const auto& [ends, together] : by_ends) {
        if (together.size() < 2) continue;
        for (std::size_t i = 0; i < together.size(); ++i) {
            Route& route = routes[together[i]];
            const bool is_forth = links[together[i]].from == ends.first;
            const std::size_t part = is_forth ? i + 1 : together.size() - i;
            route.middle = route.line[route.line.size() * static_cast<qsizetype>(part) /
                                      static_cast<qsizetype>(together.size() + 1)];
        }
    }
}

double distance_to_segment(const QPointF& point, const QPointF& a, const QPointF& b) {
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double t = square > 0.0 ? std::clamp(QPointF::dotProduct(point - a, way) / square, 0.0, 1.0) : 0.0;
    const QPointF off = point - (a + way * t);
    return std::hypot(off.x(), off.y());
}

}  // namespace

std::vector<Route> route_links(const std::vector<QRectF>& boxes, const std::vector<bool>& solid,
                               const std::vector<RoutedLink>& links, double distance) {
    std::vector<End> ends;
    ends.reserve(2 * links.size());
    for (const auto& [from, to, sideways] : links) {
        const auto [from_side, to_side] = facing_sides(boxes[from], boxes[to], sideways);
        const double from_wish = wished_place(boxes[from], boxes[to], from_side);
        const double to_wish = wished_place(boxes[to], boxes[from], to_side);
        ends.push_back({from, from_side, from_wish, along(boxes[to].center(), from_side), 0.0});
        ends.push_back({to, to_side, to_wish, along(boxes[from].center(), to_side), 0.0});
    }
    spread_ends(boxes, ends, distance);
    std::vector<Route> routes;
    routes.reserve(links.size());
    Detours detours(boxes, solid, distance);
    for (std::size_t link = 0; link < links.size(); ++link) {
        const End& from = ends[2 * link];
        const End& to = ends[2 * link + 1];
        const QPointF start = point_of(boxes[from.box], from);
        const QPointF end = point_of(boxes[to.box], to);
        routes.push_back(smooth_route(start, outward(from.side), end, outward(to.side)));
        if (!is_level(from.side) || from.side == to.side || links[link].sideways) continue;
        const std::vector<QPointF> bends = detours.around(routes.back(), from.box, to.box);
        if (!bends.empty()) routes.back() = upright_route(start, bends, end);
    }
    part_labels(links, routes);
    return routes;
}

double distance_to(const Route& route, const QPointF& point) {
    double nearest = std::numeric_limits<double>::max();
    for (qsizetype i = 1; i < route.line.size(); ++i) {
        nearest = std::min(nearest, distance_to_segment(point, route.line[i - 1], route.line[i]));
    }
    return nearest;
}

}  // namespace nines::gui
