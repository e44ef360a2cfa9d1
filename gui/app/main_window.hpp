// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QUndoGroup>

#include "gui/app/workspace.hpp"

class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace nines::gui {

class DesignTabs;
class DesignView;
class FileDealings;
class MainMenus;
class NoticeBar;
class StartPage;

/// The program's window: the open designs in tabs, on two sides if the user wants to see two, and everything that can
/// be done with them in menus. It may be deleted and made anew around the same workspace.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `workspace` must outlive the window.
    explicit MainWindow(Workspace& workspace, QWidget* parent = nullptr);
    ~MainWindow() override;

    Workspace& workspace() { return workspace_; }
    FileDealings& files() { return *files_; }
    /// The view of an open design.
    DesignView* view_of(const Design& design) const;
    /// The view in front; null: nothing is open.
    DesignView* current_view() const;

    bool is_side_by_side() const;
    /// Shows the design in front beside the others, or all on one side again.
    void set_side_by_side(bool wanted);
    void move_to_other_side(Design& design);

    /// Size, place and panels are kept for the next window.
    void keep_geometry() const;

Q_SIGNALS:
    void preferences_wanted();
    /// Another design is in front, or none; or the sides have changed.
    void view_changed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    DesignTabs* make_tabs(Side side);
    void take_first_size();
    void make_content();
    void wire_workspace();
    void wire_start_page();
    void add_view(Design& design);
    void place_view(Design& design);
    void remove_view(const Design& design);
    void show_current();
    void show_sides();
    void show_title();
    void show_problems();
    void show_left_work();
    DesignTabs* tabs_of(const Design& design) const;

    Workspace& workspace_;
    FileDealings* files_;
    QUndoGroup undo_group_;
    QVBoxLayout* notices_;
    QStackedWidget* content_;
    StartPage* start_page_;
    QSplitter* sides_;
    DesignTabs* left_;
    DesignTabs* right_;
    QToolButton* problems_;
    MainMenus* menus_ = nullptr;
    std::vector<NoticeBar*> left_work_notices_;
    bool placing_ = false;
};

}  // namespace nines::gui
