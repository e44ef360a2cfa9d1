// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/list_field.hpp"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/panels/properties/id_box.hpp"
#include "gui/panels/properties/property_part.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {
namespace {

constexpr int line_gap = 2;
constexpr int button_gap = 4;

/// Lines stay aligned when a button has nothing to do.
void keep_room(QWidget& widget) {
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
}

}  // namespace

ListField::ListField(const edit::FieldInfo& field, PropertySession& session, QWidget* parent)
    : FieldEditor(field, parent), session_(session), as_list_(edit::is_written_as_list(field)) {
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(line_gap);
    add_line();
    setFocusProxy(lines_.front().text);
}

void ListField::add_line() {
    Line line;
    line.whole = new QWidget(this);
    auto* layout = new QHBoxLayout(line.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(button_gap);
    make_text(line);
    if (!field().refers.empty()) make_jump(line);
    make_remove(line);
    layout_->addWidget(line.whole);
    lines_.push_back(line);
}

void ListField::make_text(Line& line) {
    const QString name = tr("%1, item %2").arg(QString::fromStdString(field().key)).arg(lines_.size() + 1);
    if (field().refers.empty()) {
        line.text = new QLineEdit(line.whole);
        line.whole->layout()->addWidget(line.text);
    } else {
        line.choice = new IdBox(session_, field().refers, line.whole);
        line.choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        line.choice->setAccessibleName(name);
        line.whole->layout()->addWidget(line.choice);
        line.text = line.choice->lineEdit();
        connect(line.choice, &QComboBox::activated, this, &ListField::edited);
        connect(line.choice, &QComboBox::activated, this, &ListField::committed);
    }
    line.text->setObjectName(QStringLiteral("value"));
    line.text->setAccessibleName(name);
    connect(line.text, &QLineEdit::textEdited, this, &ListField::edited);
    connect(line.text, &QLineEdit::editingFinished, this, &ListField::committed);
}

void ListField::make_jump(Line& line) {
    line.jump = new QToolButton(line.whole);
    line.jump->setObjectName(QStringLiteral("jump"));
    line.jump->setText(QStringLiteral("\u2192"));
    line.jump->setAutoRaise(true);
    keep_room(*line.jump);
    line.jump->setAccessibleName(tr("Show what this item names"));
    line.whole->layout()->addWidget(line.jump);
    connect(line.jump, &QToolButton::clicked, this, [this, text = line.text] {
        if (const auto name = session_.thing_in(text->text(), field().refers)) Q_EMIT thing_wanted(*name);
    });
}

void ListField::make_remove(Line& line) {
    line.remove = new QToolButton(line.whole);
    line.remove->setObjectName(QStringLiteral("remove"));
    line.remove->setText(QStringLiteral("\u2212"));
    line.remove->setAutoRaise(true);
    line.remove->setToolTip(tr("Take this item out of the list"));
    line.remove->setAccessibleName(line.remove->toolTip());
    keep_room(*line.remove);
    line.whole->layout()->addWidget(line.remove);
    connect(line.remove, &QToolButton::clicked, this, [this, text = line.text] {
        text->clear();
        Q_EMIT edited();
        Q_EMIT committed();
    });
}

void ListField::drop_last_line() {
    layout_->removeWidget(lines_.back().whole);
    discard(lines_.back().whole);
    lines_.pop_back();
}

std::vector<std::string> ListField::items() const {
    std::vector<std::string> items;
    for (const Line& line : lines_) {
        const QString text = line.text->text().trimmed();
        if (!text.isEmpty()) items.push_back(text.toStdString());
    }
    return items;
}

void ListField::keep_one_empty_line() {
    if (!lines_.back().text->text().trimmed().isEmpty()) add_line();
}

void ListField::show_items(const std::vector<std::string>& items) {
    while (lines_.size() > items.size() + 1) drop_last_line();
    while (lines_.size() < items.size() + 1) add_line();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        show_in_line(*lines_[i].text, i < items.size() ? QString::fromStdString(items[i]) : QString());
    }
}

void ListField::show_value(const edit::PropertyState* value, const QString& hint) {
    has_value_ = value != nullptr && !value->items.empty();
    as_list_ = has_value_ ? value->list : edit::is_written_as_list(field());
    const std::vector<std::string> wanted = has_value_ ? value->items : std::vector<std::string>();
    const bool typing = isAncestorOf(focusWidget()) && focusWidget() != nullptr && focusWidget()->hasFocus();
    if (!typing || wanted != items()) show_items(wanted);
    keep_one_empty_line();
    refresh_lines(hint);
}

void ListField::refresh_lines(const QString& hint) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const bool filled = !line.text->text().trimmed().isEmpty();
        line.remove->setVisible(filled);
        line.text->setPlaceholderText(lines_.size() == 1 ? hint : tr("add another"));
        if (line.jump == nullptr) continue;
        line.jump->setVisible(filled);
        const auto name = session_.thing_in(line.text->text(), field().refers);
        line.jump->setEnabled(name.has_value());
        line.jump->setToolTip(
            name ? tr("Show %1 %2").arg(QString::fromStdString(name->kind), QString::fromStdString(name->id))
                 : tr("It names no thing that can be shown"));
    }
}

int ListField::room_for_text() const {
    const Line& line = lines_.front();
    const int jump = line.jump == nullptr ? 0 : line.jump->sizeHint().width() + button_gap;
    return FieldEditor::room_for_text() - jump - line.remove->sizeHint().width() - button_gap;
}

std::string ListField::toml() const {
    const std::vector<std::string> filled = items();
    if (filled.empty()) return {};
    return edit::toml_of_items(field(), filled, as_list_);
}

}  // namespace nines::gui
