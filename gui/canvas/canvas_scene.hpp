// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsScene>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gui/canvas/arrangement.hpp"
#include "gui/canvas/drawing_items.hpp"
#include "gui/canvas/overlay.hpp"
#include "gui/document/document.hpp"

namespace nines::gui {

/// The drawing of a document. It is brought up to date by what differs; selection is kept by name.
class CanvasScene : public QGraphicsScene {
    Q_OBJECT

public:
    /// `document` must outlive the scene.
    CanvasScene(Document& document, const QPalette& palette, const QFont& font, QObject* parent = nullptr);
    ~CanvasScene() override;

    Document& document() const { return document_; }
    const edit::Topology& topology() const { return document_.topology(); }
    const Arrangement& arrangement() const { return arrangement_; }
    const DrawingLook& look() const { return look_; }
    const std::vector<edit::KindDescription>& kinds() const { return kinds_; }
    const std::vector<ItemFault>& faults() const { return faults_; }
    ArrangementSizes sizes() const;
    /// Where a thing is drawn now, also while it is dragged.
    QRectF rect_of(std::size_t item) const;
    const Route& route_of(std::size_t link) const { return link_items_[link]->route(); }

    void set_palette(const QPalette& palette, const QFont& font);
    /// Reads the document again. Emits `refreshed`, and `selection_changed` if something selected has gone.
    void refresh();

    /// Indices of drawn items, in order. A thing hidden in a collapsed area may be selected by name, but not here.
    std::vector<std::size_t> selected() const;
    std::vector<edit::ThingName> selected_names() const;
    bool is_selected(std::size_t item) const;
    /// Selects these and no others; the last becomes the current one.
    void select(const std::vector<std::size_t>& items);
    void select_names(const std::vector<edit::ThingName>& names);
    void toggle(std::size_t item);
    /// Index of an arranged link; `no_item`: none.
    std::size_t selected_link() const;
    void select_link(std::size_t link);

    /// Where the keyboard is; `no_item`: nowhere.
    std::size_t current() const;
    void set_current(std::size_t item);
    void set_focus_shown(bool shown);
    void set_hovered(std::size_t item, std::size_t link);
    void set_drop_target(std::size_t item);

    /// Draws things elsewhere, with their links, without changing the document; an empty map puts them back.
    void preview(const std::map<std::size_t, QRectF>& rects);

    void set_overlay(const Overlay& overlay);
    /// Links to what stands at the side; without it only those of what is selected or under the mouse. Until someone
    /// says so, they are shown if there are few.
    void show_shelf_links(bool shown);
    bool shelf_links_shown() const;
    const Overlay& overlay() const { return overlay_; }

Q_SIGNALS:
    void refreshed();
    void selection_changed();
    void current_changed();

private:
    using LinkKey = std::tuple<std::string, std::string, std::string>;

    void refresh_things();
    void refresh_links();
    void forget_gone_names();
    void route_all();
    void show_marks();
    void show_poses();
    void selection_was_changed();
    LinkFace face_of_link(const ArrangedLink& link) const;
    LinkKey key_of(const ArrangedLink& link) const;

    Document& document_;
    std::vector<edit::KindDescription> kinds_;
    DrawingLook look_;
    Arrangement arrangement_;
    std::vector<ItemFault> faults_;
    std::map<std::string, ThingItem*, std::less<>> things_;  ///< By subject.
    std::map<LinkKey, LinkItem*> links_;
    std::vector<ThingItem*> thing_items_;  ///< As in the topology; null: hidden.
    std::vector<LinkItem*> link_items_;    ///< As in the arrangement.
    std::map<std::size_t, QRectF> preview_;
    std::set<edit::ThingName> selected_;
    edit::ThingName current_;
    LinkKey selected_link_;
    std::size_t hovered_ = no_item;
    std::size_t hovered_link_ = no_item;
    std::size_t drop_target_ = no_item;
    bool focus_shown_ = false;
    std::optional<bool> shelf_links_wanted_;
    int faint_links_ = 0;
    Overlay overlay_;
};

}  // namespace nines::gui
