// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/translated.hpp"

#include <QCoreApplication>

namespace nines::gui {

QString translated(std::string_view text) {
    return QCoreApplication::translate("models", std::string(text).c_str());
}

QString translated(const wording::Text& text) {
    return QString::fromStdString(
        wording::written(text, [](const std::string& pattern) { return translated(pattern).toStdString(); }));
}

}  // namespace nines::gui
