// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <vector>

#include "gui/panels/properties/field_editor.hpp"
#include "gui/panels/properties/property_part.hpp"

class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace nines::gui {

class ElidedLabel;
class LawPanel;

/// One key with its editor, where its value comes from, what is wrong with it, and a way back to the default. Keys that
/// say the same thing in other ways share a row; then the key is chosen.
class PropertyRow : public PropertyPart {
    Q_OBJECT

public:
    /// `choices` has one field, or several alternatives; `prefix` is the path of the table that they stand in.
    PropertyRow(PropertySession& session, std::vector<edit::FieldInfo> choices, edit::Path prefix,
                QWidget* parent = nullptr);

    void refresh() override;
    void finish() override;
    bool filter(const PropertyFilter& filter) override;

    /// The field that is shown; of alternatives the one that is chosen.
    const edit::FieldInfo& field() const { return choices_[chosen_]; }
    edit::Path path() const;
    const edit::PropertyState* value() const { return session_.value(path()); }
    /// Help on the key, as rich text.
    QString help() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* make_label();
    QToolButton* make_button(const QString& name, const QString& text, const QString& tip);
    void replace_editor();
    void place_editor();
    bool wants_own_line() const;
    void settle_editor();
    void follow_value();
    void choose(int index);
    std::vector<edit::Path> other_own_paths() const;
    bool is_set() const;
    QString hint() const;
    QString carried_text(const edit::FieldInfo& from, const edit::PropertyState& value) const;
    bool has_room_for_hint() const;
    void show_value();
    edit::Path path_of(const edit::FieldInfo& field) const;
    void typed();
    void committed();
    void write();
    void reset();
    void refresh_below();
    void refresh_law();
    void toggle_law(bool open);

    PropertySession& session_;
    std::vector<edit::FieldInfo> choices_;
    edit::Path prefix_;
    std::size_t chosen_ = 0;
    bool chosen_by_hand_ = false;
    bool dirty_ = false;
    bool hint_fitted_ = true;
    bool has_own_line_ = false;
    int steps_ = 0;  ///< Counts finished edits, so that each is a step of undo of its own.
    QTimer pause_;

    QGridLayout* grid_ = nullptr;
    ElidedLabel* label_ = nullptr;
    QComboBox* key_choice_ = nullptr;
    FieldEditor* editor_ = nullptr;
    QToolButton* law_button_ = nullptr;
    QToolButton* reset_ = nullptr;
    ElidedLabel* origin_ = nullptr;
    QLabel* hint_ = nullptr;  ///< What holds without a value, where the editor is too narrow to say it.
    QLabel* diagnostics_ = nullptr;
    LawPanel* law_panel_ = nullptr;
};

}  // namespace nines::gui
