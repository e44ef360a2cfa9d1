// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/canvas/overlay.hpp"
#include "gui/document/document.hpp"

namespace nines::gui {

/// The drawing of a document's topology, in which it is edited too.
class TopologyCanvas : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the canvas.
    explicit TopologyCanvas(Document& document, QWidget* parent = nullptr);

    /// The things that are selected, in the order of the topology.
    std::vector<edit::ThingName> selection() const;
    void select(const std::vector<edit::ThingName>& names);

    /// Lays colours and badges over the drawing; an empty overlay takes them away.
    void set_overlay(const Overlay& overlay);

    /// Everything that can be done here, for menus, toolbars and the list of shortcuts.
    std::vector<QAction*> canvas_actions() const;

Q_SIGNALS:
    void selection_changed();
    /// A problem of an edit, for the status bar.
    void problem(const QString& text);

private:
    Document& document_;
};

}  // namespace nines::gui
