// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/menu_letters.hpp"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>
#include <QToolButton>

namespace nines::gui {
namespace {

/// "Trials" of "&Trials", and also of "Trials(&T)".
QString without_letter(QString text) {
    static const QRegularExpression in_brackets(QStringLiteral("\\(&\\w\\)"));
    const QString shorter = QString(text).remove(in_brackets);
    return shorter == text ? text.remove(QRegularExpression(QStringLiteral("&(?!&)"))) : shorter;
}

}  // namespace

void leave_letters_to_menus(QWidget& part, const QMenuBar& menus) {
    QList<QKeySequence> taken;
    for (const QAction* menu : menus.actions()) taken << QKeySequence::mnemonic(menu->text());
    const auto is_taken = [&](const QString& text) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        return !letter.isEmpty() && taken.contains(letter);
    };
    for (QLabel* label : part.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr && is_taken(label->text())) label->setText(without_letter(label->text()));
    }
    for (QAbstractButton* button : part.findChildren<QAbstractButton*>()) {
        if (is_taken(button->text())) button->setText(without_letter(button->text()));
    }
    for (QTabBar* tabs : part.findChildren<QTabBar*>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (is_taken(tabs->tabText(i))) tabs->setTabText(i, without_letter(tabs->tabText(i)));
        }
    }
}

}  // namespace nines::gui
