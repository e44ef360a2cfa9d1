// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/identity.hpp"

#include <QApplication>
#include <QIcon>

namespace nines::gui {

void introduce_program() {
    QApplication::setOrganizationName(QStringLiteral("nines"));
    QApplication::setApplicationName(QStringLiteral("nines-gui"));
    QApplication::setApplicationDisplayName(QStringLiteral("Nines"));
    QApplication::setApplicationVersion(QStringLiteral(NINES_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.nines.Nines"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.nines.Nines.svg")));
}

}  // namespace nines::gui
