// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/topology_canvas.hpp"

namespace nines::gui {

TopologyCanvas::TopologyCanvas(Document& document, QWidget* parent) : QWidget(parent), document_(document) {}

std::vector<edit::ThingName> TopologyCanvas::selection() const {
    return {};
}

void TopologyCanvas::select(const std::vector<edit::ThingName>&) {}

void TopologyCanvas::set_overlay(const Overlay&) {}

std::vector<QAction*> TopologyCanvas::canvas_actions() const {
    return {};
}

}  // namespace nines::gui
