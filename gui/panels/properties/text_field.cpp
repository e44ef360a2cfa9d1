// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/text_field.hpp"

#include <QLineEdit>

#include "models/edit/value_toml.hpp"

namespace nines::gui {

void show_in_line(QLineEdit& line, const QString& text) {
    const bool same = line.hasFocus() ? line.text().trimmed() == text.trimmed() : line.text() == text;
    if (same) return;
    const int cursor = line.cursorPosition();
    line.setText(text);
    line.setCursorPosition(line.hasFocus() ? cursor : 0);
}

TextField::TextField(const edit::FieldInfo& field, QWidget* parent) : FieldEditor(field, parent) {
    line_ = new QLineEdit(this);
    line_->setObjectName(QStringLiteral("value"));
    fill_with(line_);
    connect(line_, &QLineEdit::textEdited, this, &TextField::edited);
    connect(line_, &QLineEdit::editingFinished, this, &TextField::committed);
}

void TextField::show_value(const edit::PropertyState* value, const QString& hint) {
    line_->setPlaceholderText(hint);
    show_in_line(*line_, value == nullptr ? QString() : QString::fromStdString(value->text()));
}

std::string TextField::toml() const {
    const QString text = line_->text().trimmed();
    return text.isEmpty() ? std::string() : edit::toml_of_text(field(), text.toStdString());
}

void TextField::type_text(const QString& text) {
    line_->setText(text);
    Q_EMIT edited();
}

}  // namespace nines::gui
