// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/properties/field_editor.hpp"

class QCheckBox;
class QComboBox;
class QToolButton;

namespace nines::gui {

/// One of a closed set of words. What is not among them is shown too, as it stands in the text.
class WordField : public FieldEditor {
    Q_OBJECT

public:
    explicit WordField(const edit::FieldInfo& field, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;

private:
    QComboBox* box_;
};

/// Yes or no. Without a value it shows what holds by default.
class BoolField : public FieldEditor {
    Q_OBJECT

public:
    explicit BoolField(const edit::FieldInfo& field, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;

private:
    QCheckBox* box_;
};

/// The name of a thing: chosen, or typed where more than a bare name may stand ("2 of web", "eu/*").
class ReferenceField : public FieldEditor {
    Q_OBJECT

public:
    ReferenceField(const edit::FieldInfo& field, PropertySession& session, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;
    void type_text(const QString& text) override;
    QWidget* tool() const override;
    QString text() const;

private:
    void refresh_jump();

    PropertySession& session_;
    QComboBox* box_;
    QToolButton* jump_;
};

}  // namespace nines::gui
