// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QTabWidget;

namespace nines::gui {

class DesignView;

/// The program's window: open designs in tabs, and everything that can be done with them in menus.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// The design in front; null: none is open.
    DesignView* current_design() const;
    /// Opens a file in a new tab. A broken file opens too, with its errors; what cannot be read is said.
    DesignView* open_design(const QString& path);
    DesignView* new_design();

private:
    DesignView* add_design(DesignView* design);

    QTabWidget* tabs_;
};

}  // namespace nines::gui
