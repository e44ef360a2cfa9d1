// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "gui/document/document.hpp"

namespace nines::gui {

class CodeArea;

/// Diagnostics where they are in the text: wavy lines, signs in the margin, words under the mouse.
class TextMarks : public QObject {
    Q_OBJECT

public:
    /// `document` and `area` must outlive it.
    TextMarks(Document& document, CodeArea& area);

    /// Marks the diagnostics of the document's text, which the area shows.
    void refresh();
    /// Takes the signs of the palette.
    void take_colours();
    /// The diagnostics of a line (from 0), one a line, in the words of the command line; empty: there are none.
    QString words_of_line(int line) const;
    bool has_error(int line) const;

private:
    struct Mark {
        std::size_t begin;
        std::size_t end;
        int line;
        const scenario::Diagnostic* diagnostic;
    };

    std::size_t offset_of(const scenario::Place& place) const;
    void show_tip(int x, int y);

    Document& document_;
    CodeArea& area_;
    std::vector<Mark> marks_;
};

}  // namespace nines::gui
