// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/preset_field.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

#include "gui/look/translated.hpp"
#include "gui/panels/properties/preset_picker.hpp"
#include "gui/panels/properties/quiet_wheel.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {

PresetField::PresetField(const edit::FieldInfo& field, QWidget* parent) : FieldEditor(field, parent) {
    box_ = new QComboBox(this);
    box_->setObjectName(QStringLiteral("value"));
    box_->setEditable(true);
    box_->setInsertPolicy(QComboBox::NoInsert);
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->lineEdit()->setAccessibleName(QString::fromStdString(field.key));
    keep_wheel_for_scrolling(*box_);
    for (const edit::PresetInfo& preset : edit::describe_presets(field.library)) {
        box_->addItem(QString::fromStdString(preset.name));
        box_->setItemData(box_->count() - 1, translated(preset.description), Qt::ToolTipRole);
    }
    box_->setCurrentIndex(-1);
    auto* browse = new QToolButton(this);
    browse->setObjectName(QStringLiteral("browse"));
    browse->setText(QStringLiteral("\u2026"));
    browse->setToolTip(tr("Compare the presets and their sources"));
    browse->setAccessibleName(browse->toolTip());
    browse->setAutoRaise(true);
    browse_ = browse;
    fill_with(box_);
    connect(box_, &QComboBox::activated, this, &PresetField::edited);
    connect(box_, &QComboBox::activated, this, &PresetField::committed);
    connect(box_->lineEdit(), &QLineEdit::textEdited, this, &PresetField::edited);
    connect(box_->lineEdit(), &QLineEdit::editingFinished, this, &PresetField::committed);
    connect(browse, &QToolButton::clicked, this, &PresetField::browse);
}

void PresetField::browse() {
    auto* picker = new PresetPicker(field().library, box_->currentText().trimmed(), this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &PresetPicker::accepted, this, [this, picker] {
        box_->setEditText(picker->chosen());
        Q_EMIT edited();
        Q_EMIT committed();
    });
    picker->open();
}

void PresetField::show_value(const edit::PropertyState* value, const QString& hint) {
    box_->lineEdit()->setPlaceholderText(hint);
    show_in_line(*box_->lineEdit(), value == nullptr ? QString() : QString::fromStdString(value->text()));
}

std::string PresetField::toml() const {
    const QString text = box_->currentText().trimmed();
    return text.isEmpty() ? std::string() : edit::toml_of_text(field(), text.toStdString());
}

void PresetField::type_text(const QString& text) {
    box_->setEditText(text);
    Q_EMIT edited();
}

}  // namespace nines::gui
