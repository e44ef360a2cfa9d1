// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/file_watch.hpp"

#include <QFileInfo>
#include <chrono>

#include "gui/document/file_bytes.hpp"

namespace nines::gui {
namespace {

/// Editors write in several steps; one look after the last is enough.
constexpr std::chrono::milliseconds until_written{150};

}  // namespace

FileWatch::FileWatch(Document& document, QObject* parent) : QObject(parent), document_(document) {
    soon_.setSingleShot(true);
    soon_.setInterval(until_written);
    connect(&soon_, &QTimer::timeout, this, &FileWatch::check);
    // An editor that replaces the file ends the watch of the file, but not that of its folder.
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &soon_, qOverload<>(&QTimer::start));
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &soon_, qOverload<>(&QTimer::start));
    connect(&document_, &Document::identity_changed, this, &FileWatch::watch);
    watch();
}

void FileWatch::check() {
    watch();
    if (document_.path().isEmpty() || document_.file_fingerprint().isEmpty()) return set_state(State::same);
    const FileBytes file = read_file_bytes(document_.path());
    if (!file.problem.isEmpty()) return miss();
    missed_ = false;
    if (fingerprint(file.bytes) == document_.file_fingerprint()) return set_state(State::same);
    document_.gather();
    if (document_.is_modified()) return set_state(State::changed);
    if (document_.reload().isEmpty()) Q_EMIT reloaded();
    set_state(State::same);
}

/// A program that replaces the file may leave it away for a moment.
void FileWatch::miss() {
    if (!missed_) {
        missed_ = true;
        soon_.start();
        return;
    }
    if (state_ == State::gone) return;
    document_.keep_against(document_.file_fingerprint());
    set_state(State::gone);
}

void FileWatch::keep_mine() {
    const FileBytes file = read_file_bytes(document_.path());
    document_.keep_against(file.problem.isEmpty() ? fingerprint(file.bytes) : QByteArray());
    set_state(State::same);
}

/// Watches the file of the document, which may be another now, or be there again.
void FileWatch::watch() {
    const QString path = document_.path();
    if (path != watched_) {
        if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
        if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
        watched_ = path;
    }
    if (path.isEmpty()) return;
    if (watcher_.directories().isEmpty()) watcher_.addPath(QFileInfo(path).absolutePath());
    if (watcher_.files().isEmpty() && QFileInfo::exists(path)) watcher_.addPath(path);
}

void FileWatch::set_state(State state) {
    if (state == state_) return;
    state_ = state;
    Q_EMIT state_changed();
}

}  // namespace nines::gui
