// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/document/layout.hpp"

class QLockFile;

/// Copies of unsaved work, in a folder of the user's own data: `<uuid>.json` with `<uuid>.lock` beside it, which is
/// held while the process lives that made the copy. A copy whose lock is free was left behind.
namespace nines::gui {

/// Unsaved work as it stood at a time.
struct Recovery {
    QString path;  ///< Of the scenario's file; empty: it had none.
    QDateTime time;
    std::string text;  ///< UTF-8.
    Layout layout;
    QByteArray file_fingerprint;  ///< Of the file that it was made from.
};

/// The text of a recovery file, and back; nothing if it is none.
std::string recovery_to_text(const Recovery& recovery);
std::optional<Recovery> recovery_from_text(const std::string& text);

/// One file of the folder, held by this process as long as the slot lives.
class RecoverySlot {
public:
    /// A new slot; null if the folder cannot be written.
    static std::unique_ptr<RecoverySlot> create(const QString& folder);
    /// The slot of a file that was left behind; null if its process is alive.
    static std::unique_ptr<RecoverySlot> claim(const QString& file);
    ~RecoverySlot();

    const QString& file() const { return file_; }
    /// Writes the file whole. Answers why it failed; then the copy before it is still there.
    QString write(const Recovery& recovery);
    /// Removes the file: the work is saved, or not wanted.
    void remove();

private:
    RecoverySlot(QString file, std::unique_ptr<QLockFile> lock);

    QString file_;
    std::unique_ptr<QLockFile> lock_;
};

/// Work that was left behind, now held by this process. It stays in the folder until its slot is removed.
struct LeftWork {
    Recovery recovery;
    std::unique_ptr<RecoverySlot> slot;
};

/// All that was left behind in the folder, oldest first.
std::vector<LeftWork> claim_left_work(const QString& folder);

/// Where the program keeps its recovery files.
QString recovery_folder();

}  // namespace nines::gui
