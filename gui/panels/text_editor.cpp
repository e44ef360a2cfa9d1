// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/text_editor.hpp"

namespace nines::gui {

TextEditor::TextEditor(Document& document, QWidget* parent) : QWidget(parent), document_(document) {}

void TextEditor::jump_to(const scenario::Place&) {}

}  // namespace nines::gui
