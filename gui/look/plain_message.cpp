// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/plain_message.hpp"

#include <QMessageBox>

namespace nines::gui {

void warn(QWidget* parent, const QString& title, const QString& text) {
    QMessageBox box(QMessageBox::Warning, title, text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

}  // namespace nines::gui
