// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace nines::gui {

/// A tool tip of what a scenario says: Qt reads tips as markup where they look like it, so that a name "<b>" would be
/// gone.
inline QString plain_tip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

}  // namespace nines::gui
