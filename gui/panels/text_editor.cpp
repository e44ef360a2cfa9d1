// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/text_editor.hpp"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/completer.hpp"
#include "gui/panels/find_bar.hpp"
#include "gui/panels/text_marks.hpp"
#include "models/edit/text_place.hpp"

namespace nines::gui {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t large_bytes = 200'000;  ///< From here on a text is read again only when typing pauses.
constexpr auto pause_of_large = 200ms;
constexpr std::chrono::milliseconds pause_between_steps = 1s;  ///< After it, typing is a new step of undo.

void show_colour(QLabel& label, const QColor& colour) {
    QPalette palette = label.parentWidget()->palette();
    palette.setColor(QPalette::WindowText, colour);
    label.setPalette(palette);
}

}  // namespace

TextEditor::TextEditor(Document& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      area_(new CodeArea(this)),
      marks_(new TextMarks(document, *area_)),
      completer_(new Completer(document, *area_)),
      find_bar_(new FindBar(*area_, this)),
      line_words_(new QLabel(this)) {
    area_->setObjectName(QStringLiteral("text_area"));
    area_->setAccessibleName(tr("Text of the scenario"));
    line_words_->setObjectName(QStringLiteral("line_words"));
    line_words_->setWordWrap(true);
    line_words_->setTextFormat(Qt::PlainText);
    line_words_->setMargin(fontMetrics().height() / 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area_, 1);
    column->addWidget(line_words_);
    column->addWidget(find_bar_);
    setFocusProxy(area_);
    soon_.setSingleShot(true);
    make_actions();
    connect(&soon_, &QTimer::timeout, this, &TextEditor::hand_in);
    connect(area_, &CodeArea::edited, this, &TextEditor::note_edit);
    connect(area_, &CodeArea::left, this, &TextEditor::hand_in);
    connect(area_, &QsciScintilla::cursorPositionChanged, this, &TextEditor::follow_cursor);
    connect(completer_, &Completer::help_changed, this, [this](const QString& help) {
        help_ = help;
        tell_line();
    });
    connect(&document_, &Document::pending_wanted, this, &TextEditor::hand_in);
    connect(&document_, &Document::text_changed, this, &TextEditor::take_text);
    take_text();
}

TextEditor::~TextEditor() {
    hand_in();
    // Else the area loses the keyboard, and says so, when nothing but a plain widget is left of this.
    disconnect(area_, nullptr, this, nullptr);
}

void TextEditor::jump_to(const scenario::Place& place) {
    area_->set_cursor(edit::offset_of(document_.text(), place.line, place.column));
    area_->setFocus();
    tell_line();
}

std::vector<QAction*> TextEditor::text_actions() const {
    const QList<QAction*> list = actions();
    return {list.begin(), list.end()};
}

void TextEditor::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    marks_->take_colours();
    tell_line();
}

void TextEditor::make_actions() {
    const auto add = [this](const QString& text, const QString& tip, const char* name, const QKeySequence& keys) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setStatusTip(tip);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    connect(add(tr("&Find in the Text…"), tr("Looks for words in the text."), "text_find", QKeySequence::Find),
            &QAction::triggered, find_bar_, &FindBar::open);
    connect(add(tr("Find &Next"), tr("Goes to the next place with the same words."), "text_find_next",
                QKeySequence::FindNext),
            &QAction::triggered, find_bar_, &FindBar::find_next);
    connect(add(tr("Find &Previous"), tr("Goes to the place before with the same words."), "text_find_previous",
                QKeySequence::FindPrevious),
            &QAction::triggered, find_bar_, &FindBar::find_previous);
    connect(add(tr("&Complete"), tr("Shows what may stand at the cursor."), "text_complete",
                QKeySequence(Qt::CTRL | Qt::Key_Space)),
            &QAction::triggered, completer_, &Completer::show_all);
}

void TextEditor::note_edit(bool elsewhere) {
    const bool paused = !since_edit_.isValid() || since_edit_.hasExpired(pause_between_steps.count());
    if ((elsewhere || paused) && !pending_) ++step_;
    since_edit_.start();
    pending_ = true;
    // Not at once, as the area is in the middle of its own change now.
    if (static_cast<std::size_t>(area_->length()) < large_bytes) {
        soon_.start(0);
    } else {
        soon_.start(std::max<std::chrono::milliseconds>(pause_of_large, reading_time_));
    }
}

/// What was typed becomes a step of the document.
void TextEditor::hand_in() {
    soon_.stop();
    if (!pending_ || handing_in_) return;
    pending_ = false;
    handing_in_ = true;
    QElapsedTimer reading;
    reading.start();
    document_.apply(
        {.label = tr("Typing"), .text = area_->bytes(), .layout = {}, .merge = QStringLiteral("typing %1").arg(step_)});
    reading_time_ = std::chrono::milliseconds(reading.elapsed());
    handing_in_ = false;
    completer_->follow_typing();
}

/// The document has another text: what differs is replaced, all else stays.
void TextEditor::take_text() {
    if (!handing_in_) {
        pending_ = false;
        soon_.stop();
        ++step_;
        const std::string shown = area_->bytes();
        if (shown != document_.text()) area_->replace(splice_between(shown, document_.text()));
        const bool windows_lines = document_.text().find("\r\n") != std::string::npos;
        area_->setEolMode(windows_lines ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
        area_->setReadOnly(!document_.read_only_reason().isEmpty());
    }
    marks_->refresh();
    tell_line();
}

void TextEditor::follow_cursor() {
    tell_line();
    if (!area_->hasFocus()) return;
    // In a huge table its header may be too far away to be looked for at each step of the cursor.
    const std::size_t cursor = std::min(area_->cursor(), document_.text().size());
    const std::size_t begin = cursor > large_bytes ? cursor - large_bytes : 0;
    const auto name = edit::thing_at(std::string_view(document_.text()).substr(begin), cursor - begin);
    if (!name || *name == reached_) return;
    reached_ = *name;
    Q_EMIT thing_reached(*name);
}

void TextEditor::tell_line() {
    int line = 0;
    int index = 0;
    area_->getCursorPosition(&line, &index);
    const QString words = help_.isEmpty() ? marks_->words_of_line(line) : help_;
    line_words_->setText(words);
    line_words_->setVisible(!words.isEmpty());
    const QColor of_marks = colour(marks_->has_error(line) ? Role::error : Role::warning, palette());
    show_colour(*line_words_, help_.isEmpty() ? of_marks : palette().color(QPalette::WindowText));
}

}  // namespace nines::gui
