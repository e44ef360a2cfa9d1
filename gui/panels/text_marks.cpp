// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/text_marks.hpp"

#include <QToolTip>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/severity_icon.hpp"
#include "models/edit/text_place.hpp"

namespace nines::gui {
namespace {

constexpr int error_number = 8;  ///< Of marker and indicator; those below belong to lexers.
constexpr int warning_number = 9;
constexpr std::size_t most_marks = 2000;
constexpr unsigned long dwell_milliseconds = 400;

int number_of(scenario::Severity severity) {
    return severity == scenario::Severity::error ? error_number : warning_number;
}

QString words_of(const scenario::Diagnostic& diagnostic) {
    const QString words = QStringLiteral("%1: %2").arg(QString::fromStdString(diagnostic.code),
                                                       QString::fromStdString(diagnostic.message));
    if (diagnostic.hint.empty()) return words;
    return words + QLatin1Char('\n') + QString::fromStdString(diagnostic.hint);
}

}  // namespace

TextMarks::TextMarks(Document& document, CodeArea& area) : QObject(&area), document_(document), area_(area) {
    area_.SendScintilla(QsciScintilla::SCI_SETMOUSEDWELLTIME, dwell_milliseconds);
    connect(&area_, &QsciScintillaBase::SCN_DWELLSTART, this, [this](int, int x, int y) { show_tip(x, y); });
    connect(&area_, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
    for (const int number : {error_number, warning_number})
        area_.indicatorDefine(QsciScintilla::SquiggleIndicator, number);
    take_colours();
}

void TextMarks::take_colours() {
    const int size = area_.fontMetrics().ascent();
    for (const auto severity : {scenario::Severity::error, scenario::Severity::warning}) {
        const Role role = severity == scenario::Severity::error ? Role::error : Role::warning;
        const int number = number_of(severity);
        area_.setIndicatorForegroundColor(colour(role, area_.palette()), number);
        area_.markerDefine(severity_pixmap(severity, area_.palette(), size), number);
    }
}

void TextMarks::refresh() {
    marks_.clear();
    for (const int number : {error_number, warning_number}) {
        area_.SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(number));
        area_.SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(area_.length()));
        area_.markerDeleteAll(number);
    }
    const std::string& text = document_.text();
    for (const scenario::Diagnostic& diagnostic : document_.opened().diagnostics) {
        if (diagnostic.place.file != 0 || diagnostic.place.line == 0) continue;
        if (marks_.size() == most_marks) break;
        const std::size_t begin = offset_of(diagnostic.place);
        const std::size_t end = edit::end_of_value(text, begin);
        const int line = static_cast<int>(diagnostic.place.line) - 1;
        const int number = number_of(diagnostic.severity);
        marks_.push_back({begin, end, line, &diagnostic});
        area_.SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(number));
        area_.SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin),
                            static_cast<long>(end - begin));
        area_.markerAdd(line, number);
    }
}

/// By the index of lines that the area has: fast in long texts.
std::size_t TextMarks::offset_of(const scenario::Place& place) const {
    const auto line = static_cast<unsigned long>(place.line - 1);
    const long begin = area_.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    if (begin < 0) return static_cast<std::size_t>(area_.length());
    const long end = area_.SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    const long characters = place.column > 0 ? static_cast<long>(place.column) - 1 : 0;
    const long at =
        area_.SendScintilla(QsciScintilla::SCI_POSITIONRELATIVE, static_cast<unsigned long>(begin), characters);
    return static_cast<std::size_t>(at < begin || at > end ? end : at);
}

QString TextMarks::words_of_line(int line) const {
    QStringList words;
    for (const Mark& mark : marks_) {
        if (mark.line == line) words.append(words_of(*mark.diagnostic));
    }
    return words.join(QLatin1Char('\n'));
}

bool TextMarks::has_error(int line) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
        return mark.line == line && mark.diagnostic->severity == scenario::Severity::error;
    });
}

void TextMarks::show_tip(int x, int y) {
    const long position = area_.SendScintilla(QsciScintilla::SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(x),
                                              static_cast<long>(y));
    QStringList words;
    for (const Mark& mark : marks_) {
        const bool over = position >= 0 && static_cast<std::size_t>(position) >= mark.begin &&
                          static_cast<std::size_t>(position) <= mark.end;
        if (over) words.append(words_of(*mark.diagnostic));
    }
    const int margins = area_.marginWidth(0) + area_.marginWidth(1) + area_.marginWidth(2);
    if (x < margins) {
        const long nearest = area_.SendScintilla(QsciScintilla::SCI_POSITIONFROMPOINT,
                                                 static_cast<unsigned long>(margins + 1), static_cast<long>(y));
        words = {words_of_line(static_cast<int>(area_.SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, nearest)))};
    }
    const QString text = words.join(QLatin1Char('\n'));
    if (!text.isEmpty()) QToolTip::showText(area_.mapToGlobal(QPoint(x, y)), text, &area_);
}

}  // namespace nines::gui
