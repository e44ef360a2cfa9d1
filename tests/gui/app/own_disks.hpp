// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nines::gui {

/// From now on this process has mounts of its own, which nobody else sees and which end with it; also without being
/// root, where the system allows that. To be called before there are threads. False: it is not allowed here.
bool take_own_mounts();

/// A disk of this process, mounted on a folder until it is deleted.
class OwnDisk {
public:
    /// An empty one of so many bytes, in whole pages.
    OwnDisk(const QString& folder, int bytes);
    ~OwnDisk();
    OwnDisk(const OwnDisk&) = delete;
    OwnDisk& operator=(const OwnDisk&) = delete;

    bool is_mounted() const { return mounted_; }
    QString file(const char* name) const;
    /// Nothing can be written any more, not even by root.
    bool make_read_only();
    /// Writes a file that takes what room there is.
    bool fill(const char* name);

private:
    QByteArray folder_;
    bool mounted_ = false;
};

}  // namespace nines::gui
