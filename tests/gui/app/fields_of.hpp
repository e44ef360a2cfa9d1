// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace nines::gui {

/// What the keyboard reaches in a part of a window.
inline std::vector<QWidget*> fields_of(const QWidget& part) {
    std::vector<QWidget*> fields;
    for (QWidget* widget : part.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0)
            fields.push_back(widget);
    }
    return fields;
}

}  // namespace nines::gui
