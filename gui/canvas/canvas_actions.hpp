// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <functional>
#include <vector>

class QMenu;

namespace nines::gui {

class CanvasEdits;
class CanvasScene;
class CanvasView;

/// Everything that can be done with the drawing, each with a name, a shortcut and a line for the status bar.
/// `objectName` is stable: "canvas_duplicate", "canvas_add_group".
class CanvasActions : public QObject {
    Q_OBJECT

public:
    /// The actions work in `owner` and what is in it. All arguments must outlive this, or own it.
    CanvasActions(CanvasScene& scene, CanvasEdits& edits, CanvasView& view, QWidget* owner);

    std::vector<QAction*> all() const { return all_; }
    QAction* find(const char* name) const;
    /// What can be done with what is selected.
    void fill_context_menu(QMenu& menu) const;

Q_SIGNALS:
    void connect_wanted();
    void search_wanted();
    void palette_wanted();
    void minimap_wanted(bool shown);
    void shelf_links_wanted(bool shown);
    void export_wanted();
    void print_wanted();

private:
    struct Spec {
        const char* name;
        QString text;
        QString tip;
        QKeySequence shortcut;
    };
    QAction* add(const Spec& spec, std::function<void()> run);
    void add_kinds();
    void add_editing();
    void add_arranging();
    void add_looking();
    void add_leaving();
    void enable();

    CanvasScene& scene_;
    CanvasEdits& edits_;
    CanvasView& view_;
    QWidget* owner_;
    QWidget* place_ = nullptr;  ///< Where the shortcuts of the actions that are being made work.
    std::vector<QAction*> all_;
};

}  // namespace nines::gui
