// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include "gui/panels/properties/field_editor.hpp"

namespace nines::gui {

/// A spin box of 64 bits that may be empty. Whatever is typed stays; who reads it judges it.
class IntegerBox : public QAbstractSpinBox {
    Q_OBJECT

public:
    IntegerBox(qint64 lowest, qint64 highest, QWidget* parent = nullptr);

    QLineEdit* line() const { return lineEdit(); }
    QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }
    void fixup(QString&) const override {}
    void stepBy(int steps) override;
    /// What the first step starts from while the box is empty.
    void set_start(qint64 start) { start_ = start; }

protected:
    StepEnabled stepEnabled() const override;

private:
    qint64 lowest_;
    qint64 highest_;
    qint64 start_ = 0;
};

/// A whole number; empty: the default.
class IntegerField : public FieldEditor {
    Q_OBJECT

public:
    explicit IntegerField(const edit::FieldInfo& field, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;
    void type_text(const QString& text) override;

private:
    IntegerBox* box_;
};

}  // namespace nines::gui
