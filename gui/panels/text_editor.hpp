// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/document/document.hpp"
#include "models/scenario/origin.hpp"

namespace nines::gui {

/// The document's text, edited as text: line numbers, colours, diagnostics where they are.
class TextEditor : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the editor.
    explicit TextEditor(Document& document, QWidget* parent = nullptr);

    /// Puts the cursor there, in view, and takes the keyboard.
    void jump_to(const scenario::Place& place);

Q_SIGNALS:
    /// The cursor has come to the text of a thing.
    void thing_reached(const nines::edit::ThingName& name);

private:
    Document& document_;
};

}  // namespace nines::gui
