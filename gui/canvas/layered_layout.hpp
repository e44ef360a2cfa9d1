// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

/// Places boxes in layers, so that links lead downwards. Knows nothing of scenarios or of Qt.
namespace nines::gui {

struct LayoutBox {
    double width = 0.0;
    double height = 0.0;
    bool stays_on_top = false;  ///< Is not pulled down to what it links to.
    bool sinks = false;         ///< Without links: below the others without links.
    double x = 0.0;             ///< Left edge: the result.
    double y = 0.0;             ///< Top edge: the result.
};

using LayoutEdge = std::pair<std::size_t, std::size_t>;  ///< From, to: indices of boxes.

struct LayoutSpacing {
    double between_boxes = 0.0;   ///< Beside each other.
    double between_layers = 0.0;  ///< Above each other.
    double aspect = 1.6;          ///< Wanted width over height: rows much wider than this are broken.
};

struct LayoutExtent {
    double width = 0.0;
    double height = 0.0;
};

/// Sets x and y of every box, from (0, 0) on, without overlaps. The same input always gives the same result; cycles of
/// links are allowed.
LayoutExtent layered_layout(std::vector<LayoutBox>& boxes, const std::vector<LayoutEdge>& edges,
                            const LayoutSpacing& spacing);

/// The positions nearest to `wanted` (least squares, weighed alike) that keep the order and, between the i-th and the
/// next, at least `distances[i]`. `distances` has one element less than `wanted`.
std::vector<double> nearest_in_order(const std::vector<double>& wanted, const std::vector<double>& distances);

}  // namespace nines::gui
