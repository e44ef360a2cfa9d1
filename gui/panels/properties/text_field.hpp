// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/properties/field_editor.hpp"

class QLineEdit;

namespace nines::gui {

/// A line of text: durations, rates, shares, schedules, distributions, free text.
class TextField : public FieldEditor {
    Q_OBJECT

public:
    explicit TextField(const edit::FieldInfo& field, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;
    void type_text(const QString& text) override;

private:
    QLineEdit* line_;
};

/// Shows `text` in a line; a cursor in the line stays where it is when the text is the same but for blanks at its ends.
void show_in_line(QLineEdit& line, const QString& text);

}  // namespace nines::gui
