// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "gui/document/document.hpp"

namespace nines::gui {

/// Notices when another program changes, replaces or removes a document's file. While nothing is edited here the file
/// is taken at once; else the user is to be asked.
class FileWatch : public QObject {
    Q_OBJECT

public:
    enum class State { same, changed, gone };

    /// `document` must outlive the watch.
    explicit FileWatch(Document& document, QObject* parent = nullptr);

    State state() const { return state_; }
    /// Looks at the file now, without waiting for news of it.
    void check();
    /// The user's choice: what is here stays, until the file is changed once more.
    void keep_mine();

Q_SIGNALS:
    void state_changed();
    /// The file was taken, as nothing had been edited here.
    void reloaded();

private:
    void watch();
    void miss();
    void set_state(State state);

    Document& document_;
    QFileSystemWatcher watcher_;
    QTimer soon_;
    QString watched_;
    State state_ = State::same;
    bool missed_ = false;
};

}  // namespace nines::gui
