// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/scintilla.hpp"

namespace nines::gui {

/// Colours of TOML, and what can be folded: tables, with the tables within them.
class TomlLexer : public QsciLexerCustom {
    Q_OBJECT

public:
    /// `editor` owns it.
    explicit TomlLexer(QsciScintilla* editor);

    /// Takes colours and font from the palette and the system; to be called again when these change.
    void take_colours(const QPalette& palette);

    const char* language() const override { return "TOML"; }
    QString description(int style) const override;
    const char* wordCharacters() const override;
    void styleText(int start, int end) override;

private:
    void fold_line(int line, std::string_view text, bool whole);
};

}  // namespace nines::gui
