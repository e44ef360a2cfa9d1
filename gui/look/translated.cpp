// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/translated.hpp"

#include <QCoreApplication>

namespace nines::gui {

QString translated(std::string_view text) {
    return QCoreApplication::translate("models", std::string(text).c_str());
}

QString kind_title(std::string_view kind) {
    QString title = translated(kind);
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
}

QString translated(const wording::Text& text) {
    return QString::fromStdString(
        wording::written(text, [](const std::string& pattern) { return translated(pattern).toStdString(); }));
}

}  // namespace nines::gui
