// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/export_path.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>

namespace nines::gui {
namespace {

struct ExportPath {
    Q_DECLARE_TR_FUNCTIONS(ExportPath)
};

}  // namespace

QString with_ending(QWidget* parent, const QString& path, const QString& ending) {
    if (path.isEmpty() || path.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive)) return path;
    const QString longer = path + QLatin1Char('.') + ending;
    if (!QFileInfo::exists(longer)) return longer;
    QMessageBox box(QMessageBox::Warning, ExportPath::tr("Replace the File"),
                    ExportPath::tr("%1 is there already. Replace it?").arg(longer), QMessageBox::Yes | QMessageBox::No,
                    parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes ? longer : QString();
}

}  // namespace nines::gui
