// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/file_bytes.hpp"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include "models/toml/read.hpp"

namespace nines::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nines::gui::FileBytes)
};

QByteArrayView view_of(const std::string& bytes) {
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

FileBytes read_file_bytes(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return {{}, Words::tr("%1 does not exist").arg(path)};
    if (!info.isFile()) return {{}, Words::tr("%1 is not a file").arg(path)};
    if (info.size() > static_cast<qint64>(scenario::max_file_bytes))
        return {{}, Words::tr("%1 is larger than 8 MiB").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {{}, Words::tr("cannot read %1: %2").arg(path, file.errorString())};
    FileBytes read{.bytes = file.readAll().toStdString(), .problem = {}};
    if (file.error() != QFileDevice::NoError)
        read.problem = Words::tr("cannot read %1: %2").arg(path, file.errorString());
    return read;
}

QByteArray fingerprint(const std::string& bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(view_of(bytes));
    return hash.result().toHex();
}

QString why_not_text(const std::string& bytes) {
    if (bytes.find('\0') != std::string::npos)
        return Words::tr("This file is binary. It is shown, but cannot be edited here.");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(view_of(bytes));
    if (!decoder.hasError()) return {};
    return Words::tr("This file is not UTF-8. It is shown, but cannot be edited here.");
}

}  // namespace nines::gui
