// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "gui/document/change_command.hpp"
#include "gui/panels/scintilla.hpp"

namespace nines::gui {

class TomlLexer;

/// The area in which a text is typed: line numbers, folding, colours. Its bytes are exactly those of the document.
/// It has no undo of its own.
class CodeArea : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeArea(QWidget* parent = nullptr);
    ~CodeArea() override;

    std::string bytes() const;
    /// Puts a piece in place of another; cursor and scroll stay where they are in the text around it. `edited` is not
    /// sent.
    void replace(const Splice& splice);

    std::size_t cursor() const;
    void set_cursor(std::size_t offset);

    /// Candidates to choose from, which take the place of the `typed` bytes left of the cursor. It is brought into
    /// view; nothing is offered where that is beyond the screen.
    void offer(const QStringList& candidates, std::size_t typed);
    bool is_offering() const;

Q_SIGNALS:
    /// The user has changed the text; `elsewhere`: not right where the change before was.
    void edited(bool elsewhere);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    void set_up_margins();
    void set_up_keys();
    void take_colours();
    void note_change(int position, int type, int length);

    TomlLexer* lexer_;
    int expected_ = -1;  ///< Where the next letter would be typed.
    bool replacing_ = false;
};

}  // namespace nines::gui
