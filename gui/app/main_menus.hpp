// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

class QAction;
class QMenu;
class QToolBar;
class QUndoGroup;

namespace nines::gui {

class CompareWindow;
class SweepWindow;
class Design;
class DesignView;
class MainWindow;

/// Menus and tool bar of the program's window. Those parts that belong to the design in front come from its view.
class MainMenus : public QObject {
    Q_OBJECT

public:
    /// `window` owns it; `undo_group` has the undo of all open designs.
    MainMenus(MainWindow& window, QUndoGroup& undo_group);

    /// In the colours of the window as they are now.
    void draw_icons();

private:
    /// How an action is made.
    struct Wanted {
        QString text;
        QString tip;  ///< For the status bar.
        const char* name;
        QKeySequence keys = {};
    };

    QAction* add(QMenu& menu, const Wanted& wanted, std::function<void()> act);
    /// The same; it is enabled while a design is open.
    QAction* add_for_design(QMenu& menu, const Wanted& wanted, std::function<void(DesignView&)> act);
    void make_file_menu();
    void make_edit_menu(QUndoGroup& undo_group);
    void make_view_menu();
    void make_go_menu();
    void show_comparison();
    void show_sweep();
    void make_run_menu();
    void make_help_menu();
    void make_tool_bar();
    void fill_templates();
    void fill_recent();
    /// Takes the actions of the view that is in front now.
    void follow_view();
    void follow_canvas(DesignView& view);

    MainWindow& window_;
    std::vector<QAction*> for_design_;
    std::vector<QAction*> tool_bar_run_;
    QMenu* file_ = nullptr;
    QMenu* templates_ = nullptr;
    QMenu* recent_ = nullptr;
    QMenu* edit_ = nullptr;
    QMenu* drawing_ = nullptr;
    QMenu* text_ = nullptr;
    QMenu* view_ = nullptr;
    QMenu* panels_ = nullptr;
    QMenu* run_ = nullptr;
    QToolBar* tool_bar_ = nullptr;
    CompareWindow* comparison_ = nullptr;
    SweepWindow* sweep_ = nullptr;
    QAction* new_ = nullptr;
    QAction* open_ = nullptr;
    QAction* save_ = nullptr;
    QAction* export_place_ = nullptr;  ///< What exports the drawing stands before it.
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
    QAction* side_by_side_ = nullptr;
    QAction* other_side_ = nullptr;
    std::vector<QAction*> borrowed_edit_;
    std::vector<QAction*> borrowed_file_;
};

}  // namespace nines::gui
