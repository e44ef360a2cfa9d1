// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/translated.hpp"

#include <QCoreApplication>

namespace nines::gui {

QString translated(std::string_view text) {
    return QCoreApplication::translate("models", std::string(text).c_str());
}

QString in_a_row(const QStringList& sentences) {
    QString text;
    for (const QString& sentence : sentences) {
        // A full-width mark brings its space along.
        constexpr QChar full_stop(0x3002);
        if (!text.isEmpty() && !text.endsWith(full_stop)) text += QLatin1Char(' ');
        text += sentence;
    }
    return text;
}

QString english_note() {
    const char* const note = QT_TRANSLATE_NOOP("EnglishNote", "These sentences are in English.");
    const QString translation = QCoreApplication::translate("EnglishNote", note);
    return translation == QLatin1String(note) ? QString() : translation;
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
