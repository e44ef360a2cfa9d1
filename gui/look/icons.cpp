// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/icons.hpp"

#include <QPainter>
#include <QPixmap>

namespace nines::gui {

QIcon kind_icon(const std::string& kind, const QPalette& palette) {
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawRect(2, 2, 28, 28);
    painter.drawText(pixmap.rect(), Qt::AlignCenter, QString::fromStdString(kind).left(1).toUpper());
    return pixmap;
}

}  // namespace nines::gui
