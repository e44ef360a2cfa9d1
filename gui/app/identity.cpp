// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/identity.hpp"

#include <QApplication>
#include <QIcon>

namespace nines::gui {

void introduce_program() {
    QApplication::setApplicationDisplayName(QStringLiteral("Nines"));
    QApplication::setDesktopFileName(QStringLiteral("org.nines.Nines"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.nines.Nines.svg")));
}

}  // namespace nines::gui
