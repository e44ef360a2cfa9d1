// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/code_area.hpp"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>
#include <algorithm>
#include <array>

#include "gui/look/colours.hpp"
#include "gui/look/escape_key.hpp"
#include "gui/panels/toml_lexer.hpp"

namespace nines::gui {
namespace {

constexpr int number_margin = 0;
constexpr int mark_margin = 1;
constexpr int fold_margin = 2;
constexpr char candidate_separator = '\n';
constexpr int custom_order = 2;

/// Keys that mean something for the whole program and not only for a text.
constexpr std::array keys_of_others = {
    QsciCommand::Undo,     QsciCommand::Redo,          QsciCommand::SelectionDuplicate, QsciCommand::LineCut,
    QsciCommand::LineCopy, QsciCommand::LineTranspose, QsciCommand::LineDelete,         QsciCommand::EditToggleOvertype,
    QsciCommand::Cancel,
};

}  // namespace

CodeArea::CodeArea(QWidget* parent) : QsciScintilla(parent), lexer_(new TomlLexer(this)) {
    setUtf8(true);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    setLexer(lexer_);
    setIndentationsUseTabs(false);
    setTabWidth(4);
    setBackspaceUnindents(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidthTracking(true);
    setScrollWidth(1);
    setCaretLineVisible(true);
    SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>(candidate_separator));
    SendScintilla(SCI_AUTOCSETORDER, static_cast<unsigned long>(custom_order));
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
    set_up_margins();
    set_up_keys();
    take_colours();
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char*, int length) { note_change(position, type, length); });
    connect(this, &QsciScintillaBase::SCN_FOCUSOUT, this, &CodeArea::left);
}

/// What Scintilla says while it ends (the list of candidates closes) would reach widgets that are gone already.
CodeArea::~CodeArea() {
    blockSignals(true);
}

std::string CodeArea::bytes() const {
    std::string bytes(static_cast<std::size_t>(length()), '\0');
    const auto* begin = reinterpret_cast<const char*>(SendScintilla(SCI_GETCHARACTERPOINTER));
    std::copy(begin, begin + bytes.size(), bytes.begin());
    return bytes;
}

void CodeArea::replace(const Splice& splice) {
    const auto at = static_cast<unsigned long>(splice.at);
    const bool read_only = isReadOnly();
    replacing_ = true;
    SendScintilla(SCI_SETREADONLY, 0UL);
    SendScintilla(SCI_SETTARGETRANGE, at, static_cast<long>(splice.at + splice.removed.size()));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(splice.added.size()), splice.added.data());
    SendScintilla(SCI_SETREADONLY, read_only ? 1UL : 0UL);
    replacing_ = false;
    expected_ = -1;
}

std::size_t CodeArea::cursor() const {
    return static_cast<std::size_t>(SendScintilla(SCI_GETCURRENTPOS));
}

void CodeArea::set_cursor(std::size_t offset) {
    const auto position = static_cast<unsigned long>(offset);
    const auto line = static_cast<unsigned long>(SendScintilla(SCI_LINEFROMPOSITION, position));
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, line);
    SendScintilla(SCI_GOTOPOS, position);
    SendScintilla(SCI_VERTICALCENTRECARET);
}

void CodeArea::offer(const QStringList& candidates, std::size_t typed) {
    SendScintilla(SCI_SCROLLCARET);
    // The list stands where the word begins, and QScintilla takes it for granted that a screen is there.
    const auto word = SendScintilla(SCI_GETCURRENTPOS) - static_cast<long>(typed);
    const QPoint place(static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, word)),
                       static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, word)));
    if (QGuiApplication::screenAt(viewport()->mapToGlobal(place)) == nullptr) return;
    const QByteArray list = candidates.join(QLatin1Char(candidate_separator)).toUtf8();
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(typed), list.constData());
}

bool CodeArea::is_offering() const {
    return SendScintilla(SCI_AUTOCACTIVE) != 0;
}

void CodeArea::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) take_colours();
}

/// Esc closes the list of candidates; without one it may cancel a run.
bool CodeArea::event(QEvent* event) {
    if (!is_offering() || !asks_for_escape(*event)) return QsciScintilla::event(event);
    event->accept();
    return true;
}

/// Keys with Ctrl that mean nothing here are for the program, not letters.
void CodeArea::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        SendScintilla(SCI_CANCEL);
        return;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool commands = modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::AltModifier);
    const int keys = event->key() | static_cast<int>(modifiers);
    if (commands && standardCommands()->boundTo(keys) == nullptr) return event->ignore();
    QsciScintilla::keyPressEvent(event);
}

/// Files that are dropped here are to be opened, not their paths inserted.
bool CodeArea::canInsertFromMimeData(const QMimeData* source) const {
    return !source->hasUrls() && QsciScintilla::canInsertFromMimeData(source);
}

void CodeArea::set_up_margins() {
    setMarginType(number_margin, QsciScintilla::NumberMargin);
    setMarginType(mark_margin, QsciScintilla::SymbolMargin);
    setMarginWidth(mark_margin, fontMetrics().height());
    setFolding(QsciScintilla::BoxedTreeFoldStyle, fold_margin);
    const auto widen = [this] { setMarginWidth(number_margin, QString(QStringLiteral("00%1")).arg(lines())); };
    connect(this, &QsciScintilla::linesChanged, this, widen);
    widen();
}

void CodeArea::set_up_keys() {
    for (const QsciCommand::Command command : keys_of_others) {
        QsciCommand* found = standardCommands()->find(command);
        if (found == nullptr) continue;
        found->setKey(0);
        found->setAlternateKey(0);
    }
}

void CodeArea::take_colours() {
    const QPalette& colours = palette();
    lexer_->take_colours(colours);
    setColor(colours.color(QPalette::Text));
    setPaper(colours.color(QPalette::Base));
    setCaretForegroundColor(colours.color(QPalette::Text));
    setCaretLineBackgroundColor(colours.color(QPalette::AlternateBase));
    setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    setSelectionForegroundColor(colours.color(QPalette::HighlightedText));
    setMarginsForegroundColor(colour(Role::muted, colours));
    setMarginsBackgroundColor(colours.color(QPalette::Window));
    setFoldMarginColors(colours.color(QPalette::Window), colours.color(QPalette::Window));
    setMatchedBraceForegroundColor(colour(Role::selection, colours));
    setMatchedBraceBackgroundColor(colours.color(QPalette::AlternateBase));
    setUnmatchedBraceForegroundColor(colour(Role::error, colours));
    setUnmatchedBraceBackgroundColor(colours.color(QPalette::Base));
    for (int marker = int{SC_MARKNUM_FOLDEREND}; marker <= int{SC_MARKNUM_FOLDEROPEN}; ++marker) {
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), colours.color(QPalette::Window));
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), colour(Role::muted, colours));
    }
    setMarginsFont(lexer_->defaultFont(0));
}

void CodeArea::note_change(int position, int type, int length) {
    const bool inserted = (type & SC_MOD_INSERTTEXT) != 0;
    const bool deleted = (type & SC_MOD_DELETETEXT) != 0;
    if (replacing_ || (!inserted && !deleted)) return;
    const bool elsewhere = expected_ >= 0 && position != expected_ && !(deleted && position + length == expected_);
    expected_ = inserted ? position + length : position;
    Q_EMIT edited(elsewhere);
}

}  // namespace nines::gui
