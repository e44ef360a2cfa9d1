// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/search_bar.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "gui/look/escape_key.hpp"

namespace nines::gui {
namespace {

QString text_of(const edit::Item& item) {
    std::string text = item.name.kind + " " + item.name.id + " " + item.description;
    for (const std::string& detail : item.details) text += " " + detail;
    return QString::fromStdString(text);
}

}  // namespace

std::vector<std::size_t> find_items(const edit::Topology& topology, const QString& words) {
    std::array<std::vector<std::size_t>, 3> found;  // Of that very name, with a word in the name, others.
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty()) return {};
    for (std::size_t index = 0; index < topology.items.size(); ++index) {
        const QString text = text_of(topology.items[index]);
        const QString id = QString::fromStdString(topology.items[index].name.id);
        const auto is_in = [](const QString& whole) {
            return [&whole](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); };
        };
        if (!std::all_of(wanted.begin(), wanted.end(), is_in(text))) continue;
        if (id.compare(words.trimmed(), Qt::CaseInsensitive) == 0) {
            found[0].push_back(index);
        } else {
            found[std::any_of(wanted.begin(), wanted.end(), is_in(id)) ? 1 : 2].push_back(index);
        }
    }
    // Who types a name wants that thing, and not first what mentions it.
    for (const std::size_t later : {1U, 2U}) found[0].insert(found[0].end(), found[later].begin(), found[later].end());
    return found[0];
}

SearchBar::SearchBar(QWidget* parent) : QWidget(parent), line_(new QLineEdit(this)), count_(new QLabel(this)) {
    setObjectName(QStringLiteral("search_bar"));
    line_->setObjectName(QStringLiteral("search_line"));
    line_->setAccessibleName(tr("Search the drawing"));
    line_->setPlaceholderText(tr("Name, kind or detail"));
    line_->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    row->setContentsMargins(margin, margin, margin, margin);
    row->addWidget(line_);
    row->addWidget(count_);
    const auto add_button = [&](Qt::ArrowType arrow, const QString& name) {
        auto* button = new QToolButton(this);
        button->setArrowType(arrow);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setAutoRaise(true);
        row->addWidget(button);
        return button;
    };
    const QToolButton* previous = add_button(Qt::UpArrow, tr("Previous"));
    const QToolButton* next = add_button(Qt::DownArrow, tr("Next"));
    auto* close = add_button(Qt::NoArrow, tr("Close the search"));
    close->setText(QStringLiteral("\u00d7"));
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT step_wanted(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT step_wanted(true); });
    connect(close, &QToolButton::clicked, this, &SearchBar::closed);
    connect(line_, &QLineEdit::textChanged, this, &SearchBar::words_changed);
    hide();
}

void SearchBar::open() {
    show();
    line_->setFocus(Qt::ShortcutFocusReason);
    line_->selectAll();
}

QString SearchBar::words() const {
    return line_->text();
}

void SearchBar::show_count(int at, int count) {
    if (words().trimmed().isEmpty()) {
        count_->clear();
    } else if (count == 0) {
        count_->setText(tr("Nothing found"));
    } else {
        count_->setText(tr("%1 of %2").arg(at).arg(count));
    }
}

bool SearchBar::event(QEvent* event) {
    if (!asks_for_escape(*event)) return QWidget::event(event);
    event->accept();
    return true;
}

void SearchBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT step_wanted(!event->modifiers().testFlag(Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace nines::gui
