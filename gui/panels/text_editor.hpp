// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <chrono>

#include "gui/document/document.hpp"
#include "models/scenario/origin.hpp"

class QLabel;

namespace nines::gui {

class CodeArea;
class Completer;
class FindBar;
class TextMarks;

/// The document's text, edited as text: line numbers, colours, diagnostics where they are.
class TextEditor : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the editor.
    explicit TextEditor(Document& document, QWidget* parent = nullptr);
    ~TextEditor() override;

    /// Puts the cursor there, in view, and takes the keyboard.
    void jump_to(const scenario::Place& place);

    /// Find, find next, complete, ..: for menus and the list of shortcuts.
    std::vector<QAction*> text_actions() const;
    /// For cut, copy and paste of the program's menu.
    CodeArea& area() { return *area_; }

Q_SIGNALS:
    /// The cursor has come to the text of a thing.
    void thing_reached(const nines::edit::ThingName& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void make_actions();
    void note_edit(bool elsewhere);
    void hand_in();
    void take_text();
    void follow_cursor();
    void tell_line();

    Document& document_;
    CodeArea* area_;
    TextMarks* marks_;
    Completer* completer_;
    FindBar* find_bar_;
    QLabel* line_words_;
    QString help_;  ///< Of the candidate that could be chosen now.
    QTimer soon_;
    QElapsedTimer since_edit_;
    std::chrono::milliseconds reading_time_{};  ///< That the document took for the latest change.
    int step_ = 0;                              ///< Of undo: typing in a row is one.
    bool pending_ = false;
    bool handing_in_ = false;
    edit::ThingName reached_;
};

}  // namespace nines::gui
