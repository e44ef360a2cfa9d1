// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QTabWidget;
class QVBoxLayout;

namespace nines::gui {

class Design;
class SweepPage;
class TornadoPage;
class Workspace;
struct SweptDesign;

/// The window in which other values of the design in front are tried; it follows which one that is, and its edits. What
/// was typed and found stays with each design.
class SweepWindow : public QWidget {
    Q_OBJECT

public:
    /// `workspace` must outlive the window.
    explicit SweepWindow(Workspace& workspace, QWidget* parent = nullptr);

private:
    void show_current();
    void refresh();
    SweptDesign design_now() const;

    Workspace& workspace_;
    QPointer<Design> design_;
    QTabWidget* tabs_ = nullptr;
    SweepPage* sweep_ = nullptr;
    TornadoPage* tornado_ = nullptr;
    QVBoxLayout* column_;
    QTimer refresh_;  ///< Edits come letter by letter.
};

}  // namespace nines::gui
