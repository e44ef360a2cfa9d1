// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace nines::gui {

class ComparePage;
class Workspace;

/// The window in which open designs are held against each other; it follows what is opened, closed and edited.
class CompareWindow : public QWidget {
    Q_OBJECT

public:
    /// `workspace` must outlive the window.
    explicit CompareWindow(Workspace& workspace, QWidget* parent = nullptr);

private:
    void follow(Workspace& workspace);

    ComparePage* page_;
    QTimer refresh_;  ///< Edits come letter by letter.
};

}  // namespace nines::gui
