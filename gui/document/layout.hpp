// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>
#include <map>
#include <optional>
#include <string>

/// Where things are drawn. Kept in a file of its own beside the scenario, `web.toml.layout`, so that moving a box never
/// touches the scenario's text.
namespace nines::gui {

struct Placement {
    QPointF position;        ///< Top left corner, in the coordinates of the whole drawing.
    QSizeF size;             ///< Of areas; empty: as its content needs.
    bool collapsed = false;  ///< Areas: what they contain is hidden.

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// By subject, "group:web". What is not there is placed automatically.
using Layout = std::map<std::string, Placement>;

/// A change to a layout: the new placement of each subject, or none to forget it.
using LayoutChange = std::map<std::string, std::optional<Placement>>;

/// Applies the change and returns the one that takes it back.
LayoutChange exchange(Layout& layout, const LayoutChange& change);

/// The text of a layout file (JSON), and back. What is not understood is left out: a layout is never worth an error.
std::string layout_to_text(const Layout& layout);
Layout layout_from_text(const std::string& text);

/// "web.toml" -> "web.toml.layout".
std::string layout_path(const std::string& scenario_path);

}  // namespace nines::gui
