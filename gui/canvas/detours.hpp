// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "gui/canvas/routing.hpp"

/// Curves of single arrows, and ways around boxes that would hide them.
namespace nines::gui {

/// A curve that leaves and arrives in these directions, both pointing away from the boxes.
Route smooth_route(const QPointF& from, const QPointF& leaving, const QPointF& to, const QPointF& arriving);

/// A curve through `bends` that goes straight up or down at each of them.
Route upright_route(const QPointF& from, const std::vector<QPointF>& bends, const QPointF& to);

/// Lanes beside boxes, given out one by one, so that links around the same box do not lie on each other.
class Detours {
public:
    /// `boxes` must outlive it.
    Detours(const std::vector<QRectF>& boxes, const std::vector<bool>& solid, double distance);

    /// Points by which a route avoids what is in its way, two for each box; empty: nothing is.
    std::vector<QPointF> around(const Route& route, std::size_t from, std::size_t to);

private:
    const std::vector<QRectF>& boxes_;
    std::vector<std::size_t> solid_;  ///< From left to right.
    double distance_;
    double widest_ = 0.0;                                ///< Of the solid boxes.
    std::map<std::pair<std::size_t, bool>, int> lanes_;  ///< How many are taken, by box and "on its right".
};

}  // namespace nines::gui
