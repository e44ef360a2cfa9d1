// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <limits>
#include <string>
#include <vector>

#include "gui/document/layout.hpp"
#include "models/edit/topology.hpp"

/// Where everything of a topology is drawn: what the user has placed stays there, the rest is laid out around it.
namespace nines::gui {

inline constexpr std::size_t no_item = std::numeric_limits<std::size_t>::max();

struct ArrangedItem {
    QRectF rect;                   ///< In the coordinates of the drawing.
    std::size_t parent = no_item;  ///< The area around it.
    std::size_t shown_as = 0;      ///< Itself, or the outermost collapsed area that hides it.
    int depth = 0;                 ///< Areas around it.
    bool area = false;
    bool collapsed = false;
    bool on_shelf = false;
    int hidden = 0;  ///< Of a collapsed area: how many things are in it.
};

/// Links between the same two drawn things under the same key: one arrow.
struct ArrangedLink {
    std::size_t from = 0;  ///< Items that are drawn.
    std::size_t to = 0;
    std::string key;
    std::vector<std::size_t> links;  ///< Indices of the topology's links.
};

struct Arrangement {
    std::vector<ArrangedItem> items;  ///< As in the topology.
    std::vector<ArrangedLink> links;
    QRectF bounds;

    bool is_drawn(std::size_t item) const { return items[item].shown_as == item; }
    /// The item or something around it is `area`.
    bool is_within(std::size_t item, std::size_t area) const;
};

/// What an arrangement needs to know of the look: sizes as boxes (of areas: collapsed), least sizes of areas, gaps.
struct ArrangementSizes {
    std::vector<QSizeF> boxes;
    std::vector<QSizeF> least_areas;
    double grid = 1.0;
    double between_boxes = 0.0;
    double between_layers = 0.0;
    double padding = 0.0;  ///< Between an area's border and its content.
    double title = 0.0;    ///< Above the content.
};

/// The position of a placement that only says whether an area is collapsed.
QPointF nowhere();

Arrangement arrange(const edit::Topology& topology, const Layout& layout, const ArrangementSizes& sizes);

}  // namespace nines::gui
