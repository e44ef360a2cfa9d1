// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/escape_key.hpp"

#include <QKeyEvent>

namespace nines::gui {

bool asks_for_escape(const QEvent& event) {
    if (event.type() != QEvent::ShortcutOverride) return false;
    const auto& key = static_cast<const QKeyEvent&>(event);
    return key.key() == Qt::Key_Escape && key.modifiers() == Qt::NoModifier;
}

}  // namespace nines::gui
