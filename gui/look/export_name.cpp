// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/export_name.hpp"

#include <QDir>
#include <QFileInfo>

namespace nines::gui {

QString export_name(const QString& design_path, const QString& what, const QString& ending) {
    const QString name = what + QLatin1Char('.') + ending;
    if (design_path.isEmpty()) return name;
    const QFileInfo file(design_path);
    return file.dir().filePath(file.completeBaseName() + QLatin1Char('-') + name);
}

}  // namespace nines::gui
