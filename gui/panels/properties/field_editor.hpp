// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>

#include "gui/panels/properties/property_session.hpp"

namespace nines::gui {

/// What the user edits one value with. It shows and tells; who holds it writes the text.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(const edit::FieldInfo& field, QWidget* parent = nullptr);
    ~FieldEditor() override;

    const edit::FieldInfo& field() const { return field_; }

    /// Shows a value, or with null none: then `hint` stands in its place, muted. Keeps the cursor of who is typing the
    /// very same value. Emits nothing.
    virtual void show_value(const edit::PropertyState* value, const QString& hint) = 0;

    /// What the user has put in, as TOML; empty: nothing, so that the key is to go.
    virtual std::string toml() const = 0;

    /// A button beside the editor, such as one that shows what is named; null: none.
    virtual QWidget* tool() const { return nullptr; }
    /// The editor has buttons of its own, and takes the place beside it too.
    virtual bool is_wide() const { return false; }

    /// How wide a hint may be that is to be read whole, in pixels.
    virtual int room_for_text() const;

    /// Replaces the text, as if typed; nothing in editors that hold no text.
    virtual void type_text(const QString& text);

Q_SIGNALS:
    /// The user has changed it, and perhaps has not finished.
    void edited();
    /// The user has chosen, pressed Enter or gone elsewhere.
    void committed();
    /// The user wants to see what the value names.
    void thing_wanted(const nines::edit::ThingName& name);

protected:
    /// Puts one widget where the editor is, and makes it take the focus and the accessible name.
    void fill_with(QWidget* widget);

private:
    edit::FieldInfo field_;
};

/// The editor that suits a field by its form.
FieldEditor* make_field_editor(const edit::FieldInfo& field, PropertySession& session, QWidget* parent);

}  // namespace nines::gui
