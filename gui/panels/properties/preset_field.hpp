// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/properties/field_editor.hpp"

class QComboBox;
class QToolButton;

namespace nines::gui {

/// The name of a preset: chosen by name, or from a window that shows what each says and on whose word.
class PresetField : public FieldEditor {
    Q_OBJECT

public:
    explicit PresetField(const edit::FieldInfo& field, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;
    void type_text(const QString& text) override;
    QWidget* tool() const override { return browse_; }

private:
    void browse();

    QComboBox* box_;
    QWidget* browse_;
};

}  // namespace nines::gui
