// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/own_disks.hpp"

#include <QFile>
#include <cerrno>

#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace nines::gui {
namespace {

bool write_file(const char* path, const std::string& text) {
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text.data(), std::ssize(text)) > 0;
}

/// Root of a world of its own is who else must not mount.
bool become_root_of_own_users() {
    const auto user = ::getuid();
    const auto group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    return write_file("/proc/self/setgroups", "deny") &&
           write_file("/proc/self/uid_map", fmt::format("0 {} 1", user)) &&
           write_file("/proc/self/gid_map", fmt::format("0 {} 1", group));
}

}  // namespace

bool take_own_mounts() {
    const bool alone = ::unshare(CLONE_NEWNS) == 0 || become_root_of_own_users();
    return alone && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

OwnDisk::OwnDisk(const QString& folder, int bytes) : folder_(QFile::encodeName(folder)) {
    const std::string options = fmt::format("size={},mode=700", bytes);
    mounted_ = ::mount("nines-test", folder_.constData(), "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) == 0;
}

OwnDisk::~OwnDisk() {
    if (mounted_) ::umount2(folder_.constData(), MNT_DETACH);
}

QString OwnDisk::file(const char* name) const {
    return QFile::decodeName(folder_) + QLatin1Char('/') + QLatin1String(name);
}

bool OwnDisk::make_read_only() {
    return ::mount(nullptr, folder_.constData(), nullptr, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, nullptr) == 0;
}

bool OwnDisk::fill(const char* name) {
    QFile filler(file(name));
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return false;
    const QByteArray page(4096, 'x');
    while (filler.write(page) == page.size()) {}
    return filler.error() != QFileDevice::NoError;
}

}  // namespace nines::gui
