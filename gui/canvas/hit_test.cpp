// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/hit_test.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace nines::gui {
namespace {

bool is_near(const QPointF& a, const QPointF& b, double reach) {
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= reach;
}

/// The box whose handle is there. Handles are on the border, so they are found from outside too.
std::size_t handle_at(const CanvasScene& scene, const QPointF& point, double reach) {
    const Arrangement& arrangement = scene.arrangement();
    for (std::size_t item = arrangement.items.size(); item-- > 0;) {
        const ArrangedItem& arranged = arrangement.items[item];
        if (!arrangement.is_drawn(item) || (arranged.area && !arranged.collapsed)) continue;
        const QRectF rect = scene.rect_of(item);
        if (!rect.adjusted(-reach, -reach, reach, reach).contains(point)) continue;
        const QPointF middle = rect.center();
        const std::array handles = {QPointF(middle.x(), rect.top()), QPointF(rect.right(), middle.y()),
                                    QPointF(middle.x(), rect.bottom()), QPointF(rect.left(), middle.y())};
        // A box that is small on the screen is still to be taken hold of between its handles.
        const double near = std::min(reach, std::min(rect.width(), rect.height()) / 4.0);
        for (const QPointF& handle : handles) {
            if (is_near(handle, point, near)) return item;
        }
    }
    return no_item;
}

std::size_t link_at(const CanvasScene& scene, const QPointF& point, double reach) {
    std::size_t nearest = no_item;
    double least = reach;
    for (std::size_t link = 0; link < scene.arrangement().links.size(); ++link) {
        const Route& route = scene.route_of(link);
        if (!route.line.boundingRect().adjusted(-reach, -reach, reach, reach).contains(point)) continue;
        const double distance = distance_to(route, point);
        if (distance > least) continue;
        least = distance;
        nearest = link;
    }
    return nearest;
}

Hit area_hit(const CanvasScene& scene, std::size_t item, const QPointF& point) {
    const QRectF rect = scene.rect_of(item);
    if (fold_button(rect, scene.look()).contains(point)) return {Hit::Part::fold_button, item, no_item};
    if (scene.arrangement().items[item].collapsed) return {Hit::Part::thing, item, no_item};
    if (resize_grip(rect, scene.look()).contains(point)) return {Hit::Part::resize_grip, item, no_item};
    if (title_strip(rect, scene.look()).contains(point)) return {Hit::Part::area_title, item, no_item};
    return {Hit::Part::area_body, item, no_item};
}

}  // namespace

Hit hit_test(const CanvasScene& scene, const QPointF& point, double reach) {
    const std::size_t handle = handle_at(scene, point, reach);
    if (handle != no_item) return {Hit::Part::handle, handle, no_item};
    const std::size_t item = innermost_item(scene, point, [](std::size_t) { return false; });
    const bool is_area = item != no_item && scene.arrangement().items[item].area;
    if (item != no_item && !is_area) return {Hit::Part::thing, item, no_item};
    if (is_area) {
        const Hit hit = area_hit(scene, item, point);
        if (hit.part == Hit::Part::fold_button || hit.part == Hit::Part::thing) return hit;
    }
    const std::size_t link = link_at(scene, point, reach);
    if (link != no_item) return {Hit::Part::link, no_item, link};
    return is_area ? area_hit(scene, item, point) : Hit();
}

}  // namespace nines::gui
