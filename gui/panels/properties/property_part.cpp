// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_part.hpp"

namespace nines::gui {

void discard(QWidget* widget) {
    for (QObject* child : widget->findChildren<QObject*>()) child->blockSignals(true);
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

QFont smaller(QFont font) {
    constexpr double shrink = 0.9;
    font.setPointSizeF(font.pointSizeF() * shrink);
    return font;
}

}  // namespace nines::gui
