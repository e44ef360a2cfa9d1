// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/canvas/alignment.hpp"
#include "gui/canvas/canvas_scene.hpp"
#include "gui/canvas/starter.hpp"

namespace nines::gui {

/// Everything that the drawing can change in its document. Each call is one step of undo; what it made is selected.
class CanvasEdits : public QObject {
    Q_OBJECT

public:
    /// `scene` must outlive the edits.
    explicit CanvasEdits(CanvasScene& scene, QObject* parent = nullptr);

    /// Adds a thing of a kind; with a position its box is centred there, and an area around that takes it in.
    void add(const std::string& kind, const std::optional<QPointF>& at = {});
    void remove_selected();
    void duplicate_selected();
    void copy_selected();
    void cut_selected();
    void paste();
    void rename(std::size_t item, const QString& id);
    void connect_things(const Connection& connection);
    void remove_link(std::size_t arranged_link);
    /// Puts what is selected into a new area.
    void group_selected();

    /// Moves drawn things; with `into` also into that area (`no_item`: out of all).
    void move(const std::map<std::size_t, QRectF>& rects, const std::optional<std::size_t>& into = {},
              const QString& merge = {});
    /// Moves what is selected, areas with their content.
    void nudge(const QPointF& by);
    void resize_area(std::size_t area, const QSizeF& size);
    void align(Alignment how);
    void distribute(Qt::Orientation direction);
    void set_collapsed(const std::vector<std::size_t>& areas, bool collapsed);
    /// Forgets all placements.
    void lay_out_again();

    /// What moves when these do: with the content of areas.
    std::map<std::size_t, QRectF> with_content(const std::vector<std::size_t>& items) const;

Q_SIGNALS:
    void problem(const QString& text);

private:
    Document& document() const { return scene_.document(); }
    bool done(const QString& problem_text);
    /// Takes their text to the clipboard; false if it cannot be taken out, which is said.
    bool copy(const std::vector<edit::ThingName>& names);
    /// Placements of all that has none yet, where it is drawn now: what the user arranges stays as it looks.
    LayoutChange frozen() const;
    Placement placement_of(std::size_t item, const QRectF& rect) const;
    edit::Edited placed(const std::map<std::size_t, QRectF>& rects, std::size_t into);
    void arrange_selected(const QString& label, const std::vector<QRectF>& rects);
    std::vector<std::size_t> selected_roots() const;
    std::vector<edit::ThingName> editable_selection() const;

    CanvasScene& scene_;
};

}  // namespace nines::gui
