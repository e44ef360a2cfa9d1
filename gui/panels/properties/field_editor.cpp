// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/field_editor.hpp"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <algorithm>

#include "gui/panels/properties/choice_fields.hpp"
#include "gui/panels/properties/integer_field.hpp"
#include "gui/panels/properties/list_field.hpp"
#include "gui/panels/properties/preset_field.hpp"
#include "gui/panels/properties/text_field.hpp"

namespace nines::gui {
namespace {

bool takes_only(const edit::FieldInfo& field, const char* json_type) {
    const std::vector<std::string>& types = field.form.json_types;
    return types.size() == 1 && types.front() == json_type;
}

}  // namespace

FieldEditor::FieldEditor(const edit::FieldInfo& field, QWidget* parent) : QWidget(parent), field_(field) {}

FieldEditor::~FieldEditor() {
    // Else what has the keyboard loses it, and commits its text, when nothing but a plain widget is left of this.
    setFocusProxy(nullptr);
}

void FieldEditor::type_text(const QString&) {}

/// Frames and margins; in boxes also the arrows.
int FieldEditor::room_for_text() const {
    constexpr int letters_of_frame = 3;
    constexpr int letters_of_arrows = 3;
    const bool has_arrows =
        findChild<QAbstractSpinBox*>() != nullptr || findChild<QComboBox*>() != nullptr || findChild<QCheckBox*>();
    const int letters = letters_of_frame + (has_arrows ? letters_of_arrows : 0);
    return width() - letters * fontMetrics().averageCharWidth();
}

void FieldEditor::fill_with(QWidget* widget) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widget);
    setFocusProxy(widget);
    widget->setAccessibleName(QString::fromStdString(field_.key));
}

FieldEditor* make_field_editor(const edit::FieldInfo& field, PropertySession& session, QWidget* parent) {
    if (!field.library.empty()) return new PresetField(field, parent);
    if (field.form.list) return new ListField(field, session, parent);
    if (!field.refers.empty()) return new ReferenceField(field, session, parent);
    if (takes_only(field, "boolean")) return new BoolField(field, parent);
    if (takes_only(field, "integer")) return new IntegerField(field, parent);
    if (!field.form.words.empty()) return new WordField(field, parent);
    return new TextField(field, parent);
}

}  // namespace nines::gui
