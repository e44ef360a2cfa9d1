// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the menus that belongs to the design in front.
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "gui/app/design_view.hpp"
#include "gui/app/main_menus.hpp"
#include "gui/app/main_window.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/text_editor.hpp"
#include "gui/run/run_panel.hpp"

namespace nines::gui {
namespace {

/// Whether an action is one of those that everybody looks for in the menu "Edit".
bool is_editing(const QAction& action) {
    const std::array editing = {QKeySequence(QKeySequence::Cut),    QKeySequence(QKeySequence::Copy),
                                QKeySequence(QKeySequence::Paste),  QKeySequence(Qt::CTRL | Qt::Key_D),
                                QKeySequence(QKeySequence::Delete), QKeySequence(QKeySequence::SelectAll),
                                QKeySequence(QKeySequence::Find)};
    return std::any_of(editing.begin(), editing.end(),
                       [&](const QKeySequence& keys) { return action.shortcuts().contains(keys); });
}

bool exports(const QAction& action) {
    return action.objectName().contains(QLatin1String("export"));
}

void fill(QMenu& menu, const std::vector<QAction*>& actions) {
    menu.clear();
    for (QAction* action : actions) menu.addAction(action);
    menu.menuAction()->setVisible(!actions.empty());
}

}  // namespace

void MainMenus::follow_view() {
    DesignView* view = window_.current_view();
    for (QAction* action : borrowed_edit_) edit_->removeAction(action);
    for (QAction* action : borrowed_file_) file_->removeAction(action);
    // Of two designs beside each other the one in front has the keys; two actions with one key would do nothing.
    for (QAction* action : tool_bar_run_) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QAction* action : tool_bar_run_) tool_bar_->removeAction(action);
    borrowed_edit_.clear();
    borrowed_file_.clear();
    tool_bar_run_.clear();
    for (QAction* action : for_design_) action->setEnabled(view != nullptr);
    const bool several = window_.workspace().designs().size() > 1;
    side_by_side_->setEnabled(several);
    side_by_side_->setChecked(window_.is_side_by_side());
    other_side_->setEnabled(several);
    if (view == nullptr) {
        for (QMenu* menu : {drawing_, text_, run_, panels_}) fill(*menu, {});
        return;
    }
    follow_canvas(*view);
    fill(*text_, view->text_editor().text_actions());
    fill(*panels_, view->dock_actions());
    tool_bar_run_ = view->run_panel().run_actions();
    fill(*run_, tool_bar_run_);
    for (QAction* action : tool_bar_run_) {
        action->setShortcutContext(Qt::WindowShortcut);
        tool_bar_->addAction(action);
        // What is done most says its name.
        if (auto* button = qobject_cast<QToolButton*>(tool_bar_->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void MainMenus::follow_canvas(DesignView& view) {
    std::vector<QAction*> others;
    for (QAction* action : view.canvas().canvas_actions()) {
        if (is_editing(*action)) {
            borrowed_edit_.push_back(action);
            edit_->addAction(action);
        } else if (exports(*action)) {
            borrowed_file_.push_back(action);
            file_->insertAction(export_place_, action);
        } else {
            others.push_back(action);
        }
    }
    fill(*drawing_, others);
}

}  // namespace nines::gui
