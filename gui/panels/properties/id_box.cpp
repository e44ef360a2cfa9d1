// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/id_box.hpp"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

#include "gui/panels/properties/quiet_wheel.hpp"

namespace nines::gui {

IdBox::IdBox(PropertySession& session, std::vector<std::string> kinds, QWidget* parent)
    : QComboBox(parent), session_(session), kinds_(std::move(kinds)) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    keep_wheel_for_scrolling(*this);
}

void IdBox::fill() {
    QStringList shown;
    for (int i = 0; i < count(); ++i) shown << itemText(i);
    const QStringList ids = session_.ids_of(kinds_);
    if (shown == ids) return;
    const QSignalBlocker blocker(this);
    const QString typed = currentText();
    const int cursor = lineEdit()->cursorPosition();
    clear();
    addItems(ids);
    setCurrentIndex(-1);
    setEditText(typed);
    lineEdit()->setCursorPosition(cursor);
}

void IdBox::showPopup() {
    fill();
    QComboBox::showPopup();
}

void IdBox::focusInEvent(QFocusEvent* event) {
    fill();
    QComboBox::focusInEvent(event);
}

}  // namespace nines::gui
