// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "gui/panels/properties/law_panel.hpp"
#include "gui/panels/properties/property_help.hpp"
#include "gui/panels/properties/property_row.hpp"
#include "models/scenario/parse.hpp"

/// The part of a row that shows and edits a distribution.
namespace nines::gui {
namespace {

constexpr int law_line = 5;
constexpr int all_columns = 4;

/// What the user has typed last, although it may not be written yet.
QString typed_text(const FieldEditor& editor) {
    const auto* line = editor.findChild<QLineEdit*>();
    return line == nullptr ? QString() : line->text().trimmed();
}

/// Scrolls as much as is needed; of what is too high, the top is shown.
void reveal(QWidget& widget) {
    // Where it stands is known only when all around it have made room.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (QWidget* at = widget.parentWidget(); at != nullptr; at = at->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(at);
        if (area == nullptr) continue;
        area->ensureWidgetVisible(&widget, 0, 0);
        if (widget.height() > area->viewport()->height()) {
            area->verticalScrollBar()->setValue(widget.mapTo(area->widget(), QPoint()).y());
        }
        return;
    }
}

}  // namespace

void PropertyRow::refresh_law() {
    const edit::PropertyState* state = value();
    const bool takes_law = field().shape == edit::Shape::law;
    const bool stands_for_law = state != nullptr && state->law.has_value();
    law_button_->setVisible(takes_law || stands_for_law);
    if (!takes_law && !stands_for_law && law_button_->isChecked()) law_button_->setChecked(false);
    if (law_panel_ == nullptr || law_panel_->isHidden()) return;
    const QString text = typed_text(*editor_);
    std::optional<sim::Law> law;
    if (takes_law) {
        const auto parsed = scenario::parse_law(text.toStdString());
        if (parsed) law = *parsed;
    }
    // Laws from measured data, and those behind means, only the document knows.
    if (!law && state != nullptr && (!takes_law || text == QString::fromStdString(state->text()))) law = state->law;
    law_panel_->show_text(text, law);
}

void PropertyRow::toggle_law(bool open) {
    delete law_panel_;
    law_panel_ = nullptr;
    if (!open) return;
    law_panel_ = new LawPanel(field().shape == edit::Shape::law, this);
    law_panel_->setObjectName(QStringLiteral("law_panel"));
    grid_->addWidget(law_panel_, law_line, 0, 1, all_columns);
    connect(law_panel_, &LawPanel::text_edited, this, [this](const QString& text) { editor_->type_text(text); });
    connect(law_panel_, &LawPanel::finished, this, &PropertyRow::finish);
    law_panel_->show();
    refresh_law();
    // Once it has its place: its picture is below what was in view.
    QTimer::singleShot(0, law_panel_, [this] { reveal(*law_panel_); });
}

bool PropertyRow::filter(const PropertyFilter& filter) {
    const bool found = filter.text.isEmpty() || std::any_of(choices_.begin(), choices_.end(), [&](const auto& choice) {
                           return matches(choice, filter.text);
                       });
    const bool has_focus = isAncestorOf(QApplication::focusWidget());
    const bool wanted = found && (!filter.only_set || is_set() || has_focus);
    setVisible(wanted);
    return wanted;
}

}  // namespace nines::gui
