// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gui/panels/properties/field_editor.hpp"

class QComboBox;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace nines::gui {

/// A list, one line for each item and an empty one at the end to add another. Lines that name things offer them.
class ListField : public FieldEditor {
    Q_OBJECT

public:
    ListField(const edit::FieldInfo& field, PropertySession& session, QWidget* parent = nullptr);

    void show_value(const edit::PropertyState* value, const QString& hint) override;
    std::string toml() const override;
    bool is_wide() const override { return true; }
    int room_for_text() const override;

private:
    struct Line {
        QWidget* whole = nullptr;
        QLineEdit* text = nullptr;
        QComboBox* choice = nullptr;  ///< Null: plain text.
        QToolButton* jump = nullptr;  ///< Null: it names nothing.
        QToolButton* remove = nullptr;
    };

    void add_line();
    void make_text(Line& line);
    void make_jump(Line& line);
    void make_remove(Line& line);
    void drop_last_line();
    void keep_one_empty_line();
    void show_items(const std::vector<std::string>& items);
    void refresh_lines(const QString& hint);
    std::vector<std::string> items() const;

    PropertySession& session_;
    QVBoxLayout* layout_;
    std::vector<Line> lines_;
    bool as_list_;
    bool has_value_ = false;
};

}  // namespace nines::gui
