// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/toml_lexer.hpp"

#include <QFontDatabase>
#include <string>

#include "gui/look/colours.hpp"
#include "models/edit/text_place.hpp"
#include "models/edit/toml_tokens.hpp"

namespace nines::gui {
namespace {

using edit::LineState;
using edit::TokenKind;

constexpr int plain_style = 0;
constexpr int style_count = 9;
constexpr int longest_thing_header = 2;  ///< Keys of `[node.web]`; what has more is a table within.

int style_of(TokenKind kind) {
    return static_cast<int>(kind) + 1;
}

QColor colour_of(int style, const QPalette& palette) {
    if (style == plain_style) return palette.color(QPalette::Text);
    switch (static_cast<TokenKind>(style - 1)) {
        case TokenKind::comment: return colour(Role::muted, palette);
        case TokenKind::header: return colour(Role::selection, palette);
        case TokenKind::key:
        case TokenKind::sign: return palette.color(QPalette::Text);
        case TokenKind::text: return colour(Role::up, palette);
        case TokenKind::number:
        case TokenKind::word: return colour(Role::objective, palette);
        case TokenKind::wrong: return colour(Role::error, palette);
    }
    return palette.color(QPalette::Text);
}

/// A line's state as the whole number that Scintilla keeps for it.
int packed(const LineState& state) {
    return state.brackets * 4 + static_cast<int>(state.inside);
}

LineState unpacked(int number) {
    return {.inside = static_cast<LineState::Inside>(number % 4), .brackets = number / 4};
}

bool is_blank_or_comment(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || line[first] == '#';
}

}  // namespace

TomlLexer::TomlLexer(QsciScintilla* editor) : QsciLexerCustom(editor) {}

void TomlLexer::take_colours(const QPalette& palette) {
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setDefaultFont(fixed);
    setDefaultColor(palette.color(QPalette::Text));
    setDefaultPaper(palette.color(QPalette::Base));
    for (int style = 0; style < style_count; ++style) {
        QFont font = fixed;
        font.setBold(style == style_of(TokenKind::header));
        setFont(font, style);
        setColor(colour_of(style, palette), style);
        setPaper(palette.color(QPalette::Base), style);
    }
}

QString TomlLexer::description(int style) const {
    return style < style_count ? QString::number(style) : QString();
}

const char* TomlLexer::wordCharacters() const {
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
}

void TomlLexer::styleText(int start, int end) {
    QsciScintilla& area = *editor();
    const auto line_at = [&](int position) {
        return static_cast<int>(area.SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, position));
    };
    const auto begin_of = [&](int line) {
        return static_cast<int>(area.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line));
    };
    int line = line_at(start);
    const int last = line_at(end);
    start = begin_of(line);
    LineState state;
    if (line > 0) state = unpacked(static_cast<int>(area.SendScintilla(QsciScintilla::SCI_GETLINESTATE, line - 1)));
    std::string styles;
    for (; line <= last; ++line) {
        const int begin = begin_of(line);
        const int after = line + 1 < area.lines() ? begin_of(line + 1) : area.length();
        std::string text(static_cast<std::size_t>(after - begin) + 1, '\0');
        area.SendScintilla(QsciScintilla::SCI_GETLINE, static_cast<unsigned long>(line), text.data());
        text.resize(static_cast<std::size_t>(after - begin));
        const std::size_t offset = styles.size();
        styles.append(text.size(), static_cast<char>(plain_style));
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
        const bool whole = state == LineState{};
        for (const edit::Token& token : edit::tokens_of_line(text, state)) {
            styles.replace(offset + token.begin, token.end - token.begin, token.end - token.begin,
                           static_cast<char>(style_of(token.kind)));
        }
        area.SendScintilla(QsciScintilla::SCI_SETLINESTATE, static_cast<unsigned long>(line),
                           static_cast<long>(packed(state)));
        fold_line(line, text, whole);
    }
    startStyling(start);
    area.SendScintilla(QsciScintilla::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()), styles.data());
}

/// Blank lines and comments above a header belong to it, not to the table before it.
void TomlLexer::fold_line(int line, std::string_view text, bool whole) {
    QsciScintilla& area = *editor();
    const auto set_level = [&](int of, int level) {
        area.SendScintilla(QsciScintilla::SCI_SETFOLDLEVEL, static_cast<unsigned long>(of), static_cast<long>(level));
    };
    const auto level_of = [&](int of) {
        return static_cast<int>(area.SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, of));
    };
    const auto header = whole ? edit::header_of_line(text) : std::nullopt;
    if (!header) {
        const int above = line > 0 ? level_of(line - 1) : QsciScintilla::SC_FOLDLEVELBASE;
        const bool opens = (above & QsciScintilla::SC_FOLDLEVELHEADERFLAG) != 0;
        set_level(line, (above & QsciScintilla::SC_FOLDLEVELNUMBERMASK) + (opens ? 1 : 0));
        return;
    }
    const int level =
        QsciScintilla::SC_FOLDLEVELBASE + (static_cast<int>(header->keys.size()) > longest_thing_header ? 1 : 0);
    set_level(line, level | QsciScintilla::SC_FOLDLEVELHEADERFLAG);
    for (int above = line - 1; above >= 0; --above) {
        const QByteArray bytes = area.text(above).toUtf8();
        if (!is_blank_or_comment({bytes.constData(), static_cast<std::size_t>(bytes.size())})) break;
        set_level(above, level);
    }
}

}  // namespace nines::gui
