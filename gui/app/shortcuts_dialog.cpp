// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/shortcuts_dialog.hpp"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace nines::gui {
namespace {

constexpr int width_in_characters = 130;
constexpr int height_in_lines = 26;

QString without_mnemonic(const QString& text) {
    QString plain;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && i + 1 < text.size()) ++i;
        plain += text[i];
    }
    // Chinese menus show the key in brackets after the word.
    const qsizetype bracket = plain.lastIndexOf(QLatin1Char('('));
    if (text.contains(QStringLiteral("(&")) && bracket > 0) plain.truncate(bracket);
    return plain.trimmed();
}

QString keys_of(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts()) keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

class Collector {
public:
    void add(const QString& place, const QAction& action) {
        if (action.isSeparator() || action.shortcuts().isEmpty()) return;
        const ShortcutLine line{place, without_mnemonic(action.text()), keys_of(action), action.statusTip()};
        // A menu may show an action of a panel by one of its own.
        if (known_.contains({line.action, line.keys})) return;
        known_.insert({line.action, line.keys});
        lines_.push_back(line);
    }

    void add_menu(const QString& place, const QMenu& menu) {
        for (const QAction* action : menu.actions()) {
            if (action->menu() != nullptr) {
                add_menu(place, *action->menu());
            } else {
                add(place, *action);
            }
        }
    }

    std::vector<ShortcutLine> take() { return std::move(lines_); }

private:
    QSet<std::pair<QString, QString>> known_;  ///< Action and keys.
    std::vector<ShortcutLine> lines_;
};

/// What people would call the part of the window in which a widget is.
QString place_of(const QWidget& widget) {
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
        if (const auto* dock = qobject_cast<const QDockWidget*>(at)) return dock->windowTitle();
        if (!at->accessibleName().isEmpty()) return at->accessibleName();
        if (at->isWindow()) break;
    }
    return ShortcutsDialog::tr("Window");
}

bool matches(const ShortcutLine& line, const QString& words) {
    const QString all =
        line.place + QLatin1Char(' ') + line.action + QLatin1Char(' ') + line.keys + QLatin1Char(' ') + line.help;
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

std::vector<ShortcutLine> shortcuts_of(const QWidget& window) {
    Collector collector;
    if (const auto* bar = window.findChild<QMenuBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QAction* action : bar->actions()) {
            if (action->menu() != nullptr) collector.add_menu(without_mnemonic(action->text()), *action->menu());
        }
    }
    for (const QAction* action : window.actions()) collector.add(place_of(window), *action);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        for (const QAction* action : widget->actions()) collector.add(place_of(*widget), *action);
    }
    return collector.take();
}

QString shortcuts_text(const std::vector<ShortcutLine>& lines) {
    qsizetype widest = 0;
    for (const ShortcutLine& line : lines) widest = std::max(widest, line.keys.size());
    QString text;
    QString place;
    for (const ShortcutLine& line : lines) {
        if (line.place != place)
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + line.place + QLatin1Char('\n');
        place = line.place;
        text += QStringLiteral("  %1  %2\n").arg(line.keys.leftJustified(widest), line.action);
    }
    return text;
}

ShortcutsDialog::ShortcutsDialog(const QWidget& window, QWidget* parent)
    : QDialog(parent), lines_(shortcuts_of(window)), filter_(new QLineEdit(this)), tree_(new QTreeWidget(this)) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    filter_->setObjectName(QStringLiteral("filter"));
    filter_->setPlaceholderText(tr("Search for an action or a key"));
    filter_->setAccessibleName(tr("Search"));
    filter_->setClearButtonEnabled(true);
    tree_->setObjectName(QStringLiteral("shortcuts"));
    tree_->setAccessibleName(tr("Keyboard shortcuts"));
    tree_->setHeaderLabels({tr("Action"), tr("Keys"), tr("What it does")});
    tree_->setSelectionMode(QAbstractItemView::SingleSelection);
    tree_->setUniformRowHeights(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy as Text"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(shortcuts_text(lines_)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter_, &QLineEdit::textChanged, this, &ShortcutsDialog::show_matching);

    auto* column = new QVBoxLayout(this);
    column->addWidget(filter_);
    column->addWidget(tree_);
    column->addWidget(buttons);
    show_matching({});
    for (const int i : {0, 1}) tree_->resizeColumnToContents(i);
    resize(fontMetrics().averageCharWidth() * width_in_characters, fontMetrics().height() * height_in_lines);
}

void ShortcutsDialog::show_matching(const QString& words) {
    tree_->clear();
    QTreeWidgetItem* place = nullptr;
    for (const ShortcutLine& line : lines_) {
        if (!matches(line, words)) continue;
        if (place == nullptr || place->text(0) != line.place) {
            place = new QTreeWidgetItem(tree_, {line.place});
            place->setFlags(Qt::ItemIsEnabled);
            place->setFirstColumnSpanned(true);
            place->setExpanded(true);
        }
        new QTreeWidgetItem(place, {line.action, line.keys, line.help});
    }
}

}  // namespace nines::gui
