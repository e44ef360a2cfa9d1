// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>
#include <QString>
#include <functional>

class QWidget;

namespace nines::gui {

class DesignView;
class MainWindow;
class Workspace;

/// Waits until `done` holds, while events are handled. False: it did not within five minutes.
bool wait_until(const std::function<bool()>& done);

/// Takes the pictures of one theme and one language.
class Photographer {
public:
    /// Pictures go to `folder` as "NAME`ending`.png"; the program's window has this size.
    Photographer(QDir folder, QString ending, QSize window)
        : folder_(std::move(folder)), ending_(std::move(ending)), window_size_(window) {}

    /// All of them. Answers what went wrong; empty: nothing.
    QString take_all();

private:
    void take(QWidget& widget, const char* name);
    void take_start(MainWindow& window);
    void take_design(MainWindow& window, Workspace& workspace);
    void take_run(DesignView& view, MainWindow& window);
    void run(DesignView& view);
    void take_charts(DesignView& view, const char* prefix);
    void take_store(MainWindow& window, Workspace& workspace);
    void take_shop(MainWindow& window, Workspace& workspace);
    void take_restore(DesignView& view, MainWindow& window);
    void take_ends_of_figures(DesignView& view);
    void take_replay(DesignView& view, MainWindow& window);
    void take_properties(DesignView& view, MainWindow& window);
    void take_text(MainWindow& window, Workspace& workspace);
    void take_dialogs(const QWidget& window);
    void take_comparison();
    void take_sweep();
    void take_charts_of(QWidget& window, const char* list, const char* prefix);

    QDir folder_;
    QString ending_;
    QSize window_size_;
    QString problem_;
};

}  // namespace nines::gui
