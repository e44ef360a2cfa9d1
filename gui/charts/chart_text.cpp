// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_text.hpp"

#include <QStringList>

#include "gui/look/translated.hpp"

namespace nines::gui {

QString words(const charts::Text& text) {
    return translated(text);
}

QString words(const std::vector<charts::Text>& sentences) {
    QStringList list;
    for (const charts::Text& sentence : sentences) list.append(words(sentence));
    return in_a_row(list);
}

}  // namespace nines::gui
