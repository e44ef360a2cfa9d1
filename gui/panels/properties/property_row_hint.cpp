// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGridLayout>
#include <QLabel>

#include "gui/look/colours.hpp"
#include "gui/panels/properties/property_help.hpp"
#include "gui/panels/properties/property_row.hpp"

/// The part of a row that says what holds while its key has no value.
namespace nines::gui {
namespace {

constexpr int hint_line = 2;
constexpr int editor_column = 1;
constexpr int columns_of_hint = 3;

}  // namespace

QString PropertyRow::hint() const {
    if (value() != nullptr && value()->several) return tr("(several)");
    const std::vector<edit::Path> others = other_own_paths();
    return others.empty() ? hint_of(field()) : tr("in place of %1").arg(QString::fromStdString(others.front().back()));
}

bool PropertyRow::has_room_for_hint() const {
    return !isVisible() || fontMetrics().horizontalAdvance(hint()) <= editor_->room_for_text();
}

/// A hint that is too long for the editor stands below it, whole.
void PropertyRow::show_value() {
    const edit::PropertyState* state = value();
    const bool fits = has_room_for_hint();
    hint_fitted_ = fits;
    if (!dirty_) editor_->show_value(state, fits ? hint() : QString());
    const bool is_below = !fits && (state == nullptr || state->several);
    if (is_below && hint_ == nullptr) {
        hint_ = new QLabel(this);
        hint_->setObjectName(QStringLiteral("hint"));
        hint_->setWordWrap(true);
        hint_->setTextFormat(Qt::PlainText);
        hint_->setFont(smaller(font()));
        grid_->addWidget(hint_, hint_line, editor_column, 1, columns_of_hint);
    }
    if (hint_ == nullptr) return;
    hint_->setVisible(is_below);
    hint_->setText(is_below ? hint() : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colour(Role::muted, palette()));
    hint_->setPalette(colours);
}

void PropertyRow::resizeEvent(QResizeEvent* event) {
    PropertyPart::resizeEvent(event);
    if (has_room_for_hint() != hint_fitted_) show_value();
    settle_editor();
}

void PropertyRow::showEvent(QShowEvent* event) {
    PropertyPart::showEvent(event);
    if (has_room_for_hint() != hint_fitted_) show_value();
    settle_editor();
}

}  // namespace nines::gui
