// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "gui/app/workspace.hpp"

class QTabWidget;

namespace nines::gui {

class DesignView;

/// The program's window: the open designs in tabs, and everything that can be done with them in menus. It may be
/// deleted and made anew around the same workspace.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `workspace` must outlive the window.
    explicit MainWindow(Workspace& workspace, QWidget* parent = nullptr);

    /// The view of an open design.
    DesignView* view_of(const Design& design) const;
    /// The view in front; null: nothing is open.
    DesignView* current_view() const;

private:
    void add_view(Design& design);

    Workspace& workspace_;
    QTabWidget* tabs_;
};

}  // namespace nines::gui
