// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/find_bar.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

#include "gui/look/escape_key.hpp"
#include "gui/panels/code_area.hpp"

namespace nines::gui {
namespace {

QToolButton* make_button(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

FindBar::FindBar(CodeArea& area, QWidget* parent)
    : QWidget(parent),
      area_(area),
      words_(new QLineEdit),
      match_case_(new QCheckBox(tr("Match &case"))),
      found_(new QLabel) {
    setObjectName(QStringLiteral("find_bar"));
    words_->setObjectName(QStringLiteral("find_words"));
    words_->setAccessibleName(tr("Find in the text"));
    words_->setPlaceholderText(tr("Find in the text"));
    words_->setClearButtonEnabled(true);
    auto* previous = make_button(tr("Previous"), tr("Previous place (Shift+F3)"), this);
    auto* next = make_button(tr("Next"), tr("Next place (F3)"), this);
    auto* close = make_button(QString(), tr("Close (Esc)"), this);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAccessibleName(tr("Close the search"));
    auto* row = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    row->setContentsMargins(margin, margin, margin, margin);
    row->addWidget(words_, 1);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(match_case_);
    row->addWidget(found_);
    row->addWidget(close);
    connect(words_, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(match_case_, &QCheckBox::toggled, this, [this] { find(true, true); });
    connect(words_, &QLineEdit::returnPressed, this, &FindBar::find_next);
    connect(previous, &QToolButton::clicked, this, &FindBar::find_previous);
    connect(next, &QToolButton::clicked, this, &FindBar::find_next);
    connect(close, &QToolButton::clicked, this, &FindBar::close_bar);
    hide();
}

void FindBar::open() {
    const QString selected = area_.selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n'))) words_->setText(selected);
    words_->setFocus();
    words_->selectAll();
}

void FindBar::find_next() {
    find(true, false);
}

void FindBar::find_previous() {
    find(false, false);
}

bool FindBar::event(QEvent* event) {
    if (!asks_for_escape(*event)) return QWidget::event(event);
    event->accept();
    return true;
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close_bar();
    if (event->key() == Qt::Key_Return && (event->modifiers() & Qt::ShiftModifier) != 0) return find_previous();
    QWidget::keyPressEvent(event);
}

void FindBar::close_bar() {
    hide();
    area_.setFocus();
}

void FindBar::find(bool forward, bool from_start_of_selection) {
    found_->clear();
    if (words_->text().isEmpty()) return;
    int line = -1;
    int index = -1;
    if (area_.hasSelectedText() && (from_start_of_selection || !forward)) {
        int line_to = 0;
        int index_to = 0;
        area_.getSelection(&line, &index, &line_to, &index_to);
    }
    const bool found = area_.findFirst(words_->text(), false, match_case_->isChecked(), false, true, forward, line,
                                       index, true, false);
    found_->setText(found ? tr("Places: %1").arg(count()) : tr("Not found"));
}

int FindBar::count() const {
    return static_cast<int>(
        area_.text().count(words_->text(), match_case_->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive));
}

}  // namespace nines::gui
