// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/vary_row.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPolygonF>
#include <QToolButton>

#include "gui/compare/checked_field.hpp"
#include "gui/look/drawn_icon.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {

namespace {

/// As a list that opens has it.
void draw_downward(QPainter& painter) {
    constexpr double middle = icon_sheet / 2.0;
    painter.drawPolyline(
        QPolygonF({{middle - 5.0, middle - 2.0}, {middle, middle + 3.0}, {middle + 5.0, middle - 2.0}}));
}

}  // namespace

VaryRow::VaryRow(QAbstractItemModel& keys, const VariedDraft& draft, QWidget* parent)
    : QWidget(parent), name_(draft.name), with_(draft.with) {
    setObjectName(QStringLiteral("vary-row"));
    key_ = new QLineEdit(draft.path);
    key_->setObjectName(QStringLiteral("vary-key"));
    key_->setAccessibleName(tr("Key that varies"));
    key_->setPlaceholderText(tr("key, such as group.web.count"));
    auto* completer = new QCompleter(&keys, this);
    completer->setCompletionRole(path_role);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    constexpr int keys_in_view = 14;
    completer->setMaxVisibleItems(keys_in_view);
    completer->popup()->setTextElideMode(Qt::ElideRight);
    key_->setCompleter(completer);
    auto* offer = key_->addAction(drawn_icon(draw_downward, palette()), QLineEdit::TrailingPosition);
    offer->setText(tr("All keys (Down)"));
    offer->setStatusTip(tr("Offers the keys whose path has what was typed."));
    connect(offer, &QAction::triggered, this, &VaryRow::offer_all);
    key_->installEventFilter(this);
    values_ = new CheckedField(QStringLiteral("vary-values"));
    values_->line().setText(draft.values);
    values_->line().setAccessibleName(tr("Values to try"));
    values_->line().setPlaceholderText(tr("2, 3, 4 or 30 min .. 8 h / 5 log"));
    values_->line().setToolTip(
        tr("Values with commas between them, or a range with the number of values behind a slash; log: at equal "
           "ratios."));
    now_ = new QLabel;
    now_->setObjectName(QStringLiteral("vary-now"));
    now_->setForegroundRole(QPalette::PlaceholderText);
    now_->setWordWrap(true);
    auto* remove = new QToolButton;
    remove->setObjectName(QStringLiteral("vary-remove"));
    remove->setText(QStringLiteral("−"));
    remove->setAccessibleName(tr("Remove this key"));
    remove->setToolTip(tr("Removes this key from the sweep."));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);

    auto* grid = new QGridLayout(this);
    const int half_line = fontMetrics().height() / 2;
    grid->setContentsMargins(0, 0, 0, half_line);
    grid->setVerticalSpacing(half_line / 3);
    grid->addWidget(key_, 0, 0);
    grid->addWidget(remove, 0, 1);
    grid->addWidget(now_, 1, 0, 1, 2);
    grid->addWidget(values_, 2, 0, 1, 2);
    connect(key_, &QLineEdit::textChanged, this, &VaryRow::edited);
    connect(&values_->line(), &QLineEdit::textChanged, this, &VaryRow::edited);
    connect(remove, &QToolButton::clicked, this, &VaryRow::remove_wanted);
}

VariedDraft VaryRow::draft() const {
    return {key_->text().trimmed(), values_->text(), name_, with_};
}

void VaryRow::show_key(const edit::VariableKey* key) {
    now_->setVisible(key != nullptr || !with_.isEmpty());
    QStringList parts;
    if (key != nullptr) {
        constexpr int longest = 60;
        QString now = QString::fromStdString(key->now);
        if (now.size() > longest) now = now.left(longest) + QStringLiteral("…");
        parts << (key->is_said ? tr("now %1").arg(now) : tr("by default: %1").arg(translated(key->now)));
        if (!key->noun.empty()) parts.last() += QStringLiteral(" (%1)").arg(translated(key->noun));
    }
    if (!with_.isEmpty()) parts << tr("goes along with %1").arg(with_);
    now_->setText(parts.join(QStringLiteral("; ")));
    key_->setToolTip(key == nullptr ? QString() : translated(key->help));
}

void VaryRow::show_problem(const QString& problem) {
    values_->show_problem(problem);
}

void VaryRow::focus_key() {
    key_->setFocus();
}

bool VaryRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == key_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down && !key_->completer()->popup()->isVisible()) {
            offer_all();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void VaryRow::offer_all() {
    key_->setFocus();
    key_->completer()->setCompletionPrefix(key_->text());
    if (key_->completer()->completionCount() <= 1) key_->completer()->setCompletionPrefix({});
    key_->completer()->complete();
}

}  // namespace nines::gui
