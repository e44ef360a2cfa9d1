// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "gui/app/main_window.hpp"
#include "gui/app/preferences.hpp"
#include "gui/app/workspace.hpp"

namespace nines::gui {

/// What runs as `nines-gui`: the workspace, its window, and the user's preferences. When another language is chosen
/// the window is made anew; what is open stays.
class Program : public QObject {
    Q_OBJECT

public:
    Program();

    Workspace& workspace() { return workspace_; }
    MainWindow& window() { return *window_; }
    /// Shows the window with these files.
    void start(const QStringList& files);
    /// Takes the preferences and keeps them.
    void apply(const Preferences& preferences);

private:
    void make_window();
    void ask_for_preferences();

    Preferences preferences_;
    Workspace workspace_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace nines::gui
