// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/choice_fields.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "gui/panels/properties/id_box.hpp"
#include "gui/panels/properties/quiet_wheel.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {

WordField::WordField(const edit::FieldInfo& field, QWidget* parent) : FieldEditor(field, parent) {
    box_ = new QComboBox(this);
    box_->setObjectName(QStringLiteral("value"));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    keep_wheel_for_scrolling(*box_);
    fill_with(box_);
    connect(box_, &QComboBox::activated, this, &WordField::edited);
    connect(box_, &QComboBox::activated, this, &WordField::committed);
}

void WordField::show_value(const edit::PropertyState* value, const QString& hint) {
    const QSignalBlocker blocker(box_);
    box_->clear();
    box_->addItem(hint);
    const QColor muted = palette().color(QPalette::PlaceholderText);
    box_->setItemData(0, muted, Qt::ForegroundRole);
    for (const std::string& word : field().form.words) box_->addItem(QString::fromStdString(word));
    const bool known = value != nullptr && !value->items.empty();
    QPalette colours = palette();
    if (!known) colours.setColor(QPalette::ButtonText, muted);
    if (!known) colours.setColor(QPalette::Text, muted);
    box_->setPalette(colours);
    if (!known) return;
    const QString text = QString::fromStdString(value->text());
    if (box_->findText(text) < 1) box_->addItem(text);
    box_->setCurrentIndex(box_->findText(text));
}

std::string WordField::toml() const {
    return box_->currentIndex() < 1 ? std::string() : edit::toml_of_text(field(), box_->currentText().toStdString());
}

BoolField::BoolField(const edit::FieldInfo& field, QWidget* parent) : FieldEditor(field, parent) {
    box_ = new QCheckBox(this);
    box_->setObjectName(QStringLiteral("value"));
    fill_with(box_);
    connect(box_, &QCheckBox::clicked, this, &BoolField::edited);
    connect(box_, &QCheckBox::clicked, this, &BoolField::committed);
}

void BoolField::show_value(const edit::PropertyState* value, const QString& hint) {
    const bool known = value != nullptr && !value->items.empty();
    const std::string text = known ? value->text() : field().default_text;
    const QSignalBlocker blocker(box_);
    box_->setChecked(text == "true");
    box_->setText(known ? (text == "true"    ? tr("yes")
                           : text == "false" ? tr("no")
                                             : QString::fromStdString(text))
                        : hint);
}

std::string BoolField::toml() const {
    return box_->isChecked() ? "true" : "false";
}

ReferenceField::ReferenceField(const edit::FieldInfo& field, PropertySession& session, QWidget* parent)
    : FieldEditor(field, parent), session_(session) {
    box_ = new IdBox(session, field.refers, this);
    box_->setObjectName(QStringLiteral("value"));
    box_->lineEdit()->setAccessibleName(QString::fromStdString(field.key));
    jump_ = new QToolButton(this);
    jump_->setObjectName(QStringLiteral("jump"));
    jump_->setText(QStringLiteral("\u2192"));
    jump_->setAutoRaise(true);
    jump_->setAccessibleName(tr("Show what %1 names").arg(QString::fromStdString(field.key)));
    fill_with(box_);
    connect(box_, &QComboBox::activated, this, &ReferenceField::edited);
    connect(box_, &QComboBox::activated, this, &ReferenceField::committed);
    connect(box_->lineEdit(), &QLineEdit::textEdited, this, &ReferenceField::edited);
    connect(box_->lineEdit(), &QLineEdit::editingFinished, this, &ReferenceField::committed);
    connect(jump_, &QToolButton::clicked, this, [this] {
        if (const auto name = session_.thing_in(text(), this->field().refers)) Q_EMIT thing_wanted(*name);
    });
}

QWidget* ReferenceField::tool() const {
    return jump_;
}

QString ReferenceField::text() const {
    return box_->currentText().trimmed();
}

void ReferenceField::show_value(const edit::PropertyState* value, const QString& hint) {
    box_->lineEdit()->setPlaceholderText(hint);
    show_in_line(*box_->lineEdit(), value == nullptr ? QString() : QString::fromStdString(value->text()));
    refresh_jump();
}

void ReferenceField::refresh_jump() {
    const auto name = session_.thing_in(text(), field().refers);
    jump_->setEnabled(name.has_value());
    jump_->setToolTip(name ? tr("Show %1 %2").arg(QString::fromStdString(name->kind), QString::fromStdString(name->id))
                           : tr("It names no thing that can be shown"));
}

std::string ReferenceField::toml() const {
    return text().isEmpty() ? std::string() : edit::toml_of_text(field(), text().toStdString());
}

void ReferenceField::type_text(const QString& text) {
    box_->setEditText(text);
    Q_EMIT edited();
}

}  // namespace nines::gui
