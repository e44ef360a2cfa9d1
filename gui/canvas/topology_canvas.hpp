// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/canvas/overlay.hpp"
#include "gui/document/document.hpp"

class QAction;
class QLabel;
class QPrinter;

namespace nines::gui {

class CanvasActions;
class CanvasEdits;
class CanvasScene;
class CanvasView;
class KindPalette;
class LegendBox;
class Minimap;
class SearchBar;

/// The drawing of a document's topology, in which it is edited too.
class TopologyCanvas : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the canvas.
    explicit TopologyCanvas(Document& document, QWidget* parent = nullptr);
    ~TopologyCanvas() override;

    /// The things that are selected, in the order of the topology.
    std::vector<edit::ThingName> selection() const;
    /// Selects these and brings the last into view. `selection_changed` is emitted if that changes anything.
    void select(const std::vector<edit::ThingName>& names);

    /// Lays colours and badges over the drawing; an empty overlay takes them away.
    void set_overlay(const Overlay& overlay);

    /// Everything that can be done here, for menus, toolbars and the list of shortcuts. Their object names begin with
    /// "canvas_" and are stable.
    std::vector<QAction*> canvas_actions() const;

    /// Writes the whole drawing to a .png (of `scale` pixels per unit), .svg or .pdf file. Answers why it could not be
    /// done, empty if it was.
    QString export_to(const QString& path, double scale = 2.0);
    /// Prints the whole drawing on one page. Answers why it could not be done, empty if it was.
    QString print_on(QPrinter& printer);

    CanvasScene& scene() { return *scene_; }
    CanvasView& view() { return *view_; }

Q_SIGNALS:
    void selection_changed();
    /// A problem of an edit, for the status bar.
    void problem(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void wire();
    void scene_was_refreshed();
    void tell_selection();
    void settle_note();
    void connect_drawn(std::size_t from, std::size_t to);
    void connect_by_dialog();
    void search(bool forward, bool anew);
    void ask_export();
    void ask_print();

    Document& document_;
    CanvasScene* scene_;
    CanvasEdits* edits_;
    CanvasView* view_;
    CanvasActions* actions_;
    KindPalette* palette_;
    SearchBar* search_bar_;
    Minimap* minimap_;
    LegendBox* legend_;
    QLabel* note_;
    std::string first_thing_;  ///< Tells another document from an edit of this one.
};

}  // namespace nines::gui
