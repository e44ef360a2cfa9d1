// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/integer_field.hpp"

#include <QLineEdit>
#include <algorithm>
#include <cmath>

#include "gui/panels/properties/quiet_wheel.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {
namespace {

constexpr double widest = 9e15;  ///< Doubles count whole numbers up to here.

qint64 whole(double bound, double fallback) {
    return static_cast<qint64>(std::clamp(std::isfinite(bound) ? bound : fallback, -widest, widest));
}

/// The number that a default begins with: "3" or "10000; with `precision` 1000000".
qint64 leading_number(const std::string& text) {
    const QString digits = QString::fromStdString(text).section(QLatin1Char(' '), 0, 0).remove(QLatin1Char(';'));
    return digits.toLongLong();
}

}  // namespace

IntegerBox::IntegerBox(qint64 lowest, qint64 highest, QWidget* parent)
    : QAbstractSpinBox(parent), lowest_(lowest), highest_(highest) {}

void IntegerBox::stepBy(int steps) {
    bool ok = false;
    const qint64 typed = lineEdit()->text().trimmed().toLongLong(&ok);
    const qint64 next = std::clamp((ok ? typed : start_) + steps, lowest_, highest_);
    lineEdit()->setText(QString::number(next));
    Q_EMIT lineEdit()->textEdited(lineEdit()->text());
}

QAbstractSpinBox::StepEnabled IntegerBox::stepEnabled() const {
    if (isReadOnly()) return StepNone;
    return StepUpEnabled | StepDownEnabled;
}

IntegerField::IntegerField(const edit::FieldInfo& field, QWidget* parent) : FieldEditor(field, parent) {
    box_ = new IntegerBox(whole(field.bounds.low, 0.0), whole(field.bounds.high, widest), this);
    box_->setObjectName(QStringLiteral("value"));
    box_->set_start(leading_number(field.default_text));
    keep_wheel_for_scrolling(*box_);
    fill_with(box_);
    box_->line()->setAccessibleName(QString::fromStdString(field.key));
    connect(box_->line(), &QLineEdit::textEdited, this, &IntegerField::edited);
    connect(box_, &QAbstractSpinBox::editingFinished, this, &IntegerField::committed);
}

void IntegerField::show_value(const edit::PropertyState* value, const QString& hint) {
    box_->line()->setPlaceholderText(hint);
    show_in_line(*box_->line(), value == nullptr ? QString() : QString::fromStdString(value->text()));
}

std::string IntegerField::toml() const {
    const QString text = box_->line()->text().trimmed();
    return text.isEmpty() ? std::string() : edit::toml_of_text(field(), text.toStdString());
}

void IntegerField::type_text(const QString& text) {
    box_->line()->setText(text);
    Q_EMIT edited();
}

}  // namespace nines::gui
