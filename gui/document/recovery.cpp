// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/recovery.hpp"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "models/scenario/write_file.hpp"

namespace nines::gui {
namespace {

using Json = nlohmann::ordered_json;

QString lock_of(const QString& file) {
    return file.chopped(QStringLiteral(".json").size()) + QStringLiteral(".lock");
}

std::unique_ptr<QLockFile> hold(const QString& file) {
    auto lock = std::make_unique<QLockFile>(lock_of(file));
    lock->setStaleLockTime(0);  // work may go on for days: only the death of its process frees it
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

std::string text_at(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

}  // namespace

std::string recovery_to_text(const Recovery& recovery) {
    const Json document = {{"format", 1},
                           {"path", recovery.path.toStdString()},
                           {"time", recovery.time.toUTC().toString(Qt::ISODateWithMs).toStdString()},
                           {"file_sha256", recovery.file_fingerprint.toStdString()},
                           {"text", recovery.text},
                           {"layout", layout_to_text(recovery.layout)}};
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Recovery> recovery_from_text(const std::string& text) {
    const Json document = Json::parse(text, nullptr, false);
    if (!document.is_object() || !document.contains("text") || !document["text"].is_string()) return std::nullopt;
    return Recovery{.path = QString::fromStdString(text_at(document, "path")),
                    .time = QDateTime::fromString(QString::fromStdString(text_at(document, "time")), Qt::ISODateWithMs),
                    .text = text_at(document, "text"),
                    .layout = layout_from_text(text_at(document, "layout")),
                    .file_fingerprint = QByteArray::fromStdString(text_at(document, "file_sha256"))};
}

RecoverySlot::RecoverySlot(QString file, std::unique_ptr<QLockFile> lock)
    : file_(std::move(file)), lock_(std::move(lock)) {}

RecoverySlot::~RecoverySlot() = default;

std::unique_ptr<RecoverySlot> RecoverySlot::create(const QString& folder) {
    QDir().mkpath(folder);
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".json");
    const QString file = QDir(folder).filePath(name);
    auto lock = hold(file);
    return lock ? std::unique_ptr<RecoverySlot>(new RecoverySlot(file, std::move(lock))) : nullptr;
}

std::unique_ptr<RecoverySlot> RecoverySlot::claim(const QString& file) {
    auto lock = hold(file);
    if (!lock || !QFile::exists(file)) return nullptr;
    return std::unique_ptr<RecoverySlot>(new RecoverySlot(file, std::move(lock)));
}

QString RecoverySlot::write(const Recovery& recovery) {
    return QString::fromStdString(scenario::write_file_whole(file_.toStdString(), recovery_to_text(recovery)));
}

void RecoverySlot::remove() {
    QFile::remove(file_);
}

std::vector<LeftWork> claim_left_work(const QString& folder) {
    std::vector<LeftWork> left;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
        auto slot = RecoverySlot::claim(QDir(folder).filePath(name));
        if (!slot) continue;
        QFile file(slot->file());
        if (!file.open(QIODevice::ReadOnly)) continue;
        if (auto recovery = recovery_from_text(file.readAll().toStdString()))
            left.push_back({std::move(*recovery), std::move(slot)});
    }
    std::sort(left.begin(), left.end(),
              [](const LeftWork& a, const LeftWork& b) { return a.recovery.time < b.recovery.time; });
    return left;
}

QString recovery_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

}  // namespace nines::gui
