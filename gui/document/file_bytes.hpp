// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <string>

/// Bytes of files as documents see them.
namespace nines::gui {

struct FileBytes {
    std::string bytes;
    QString problem;  ///< Why it could not be read, as a sentence; empty: it was.
};

/// Reads a regular file of at most 8 MiB.
FileBytes read_file_bytes(const QString& path);

/// The same for the same bytes, another for others: tells whether a file was changed.
QByteArray fingerprint(const std::string& bytes);

/// Why bytes cannot be edited as text: they are binary, or not UTF-8. Empty: they can be.
QString why_not_text(const std::string& bytes);

}  // namespace nines::gui
