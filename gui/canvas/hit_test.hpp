// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "gui/canvas/canvas_scene.hpp"

namespace nines::gui {

/// What lies under a point of the drawing.
struct Hit {
    enum class Part { nothing, thing, area_title, area_body, fold_button, resize_grip, handle, link };
    Part part = Part::nothing;
    std::size_t item = no_item;  ///< Of a thing or area.
    std::size_t link = no_item;
};

/// `reach` is how near is near enough for links and handles, in units of the drawing.
Hit hit_test(const CanvasScene& scene, const QPointF& point, double reach);

/// The innermost thing or area there, but for those that `skip` says.
template <class Skip>
std::size_t innermost_item(const CanvasScene& scene, const QPointF& point, Skip skip) {
    std::size_t found = no_item;
    const Arrangement& arrangement = scene.arrangement();
    for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
        if (!arrangement.is_drawn(item) || skip(item) || !scene.rect_of(item).contains(point)) continue;
        const auto rank = [&](std::size_t of) {
            const ArrangedItem& each = arrangement.items[of];
            return std::pair(!each.area || each.collapsed, each.depth);
        };
        if (found == no_item || rank(item) >= rank(found)) found = item;
    }
    return found;
}

}  // namespace nines::gui
