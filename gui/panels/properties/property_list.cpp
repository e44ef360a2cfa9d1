// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_list.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/panels/properties/property_help.hpp"
#include "models/edit/edit.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {
namespace {

constexpr int gap = 4;
constexpr int indent = 8;
constexpr const char* name_key = "name";

/// The first key that an element can begin with: one that its example gives a value for.
struct FirstValue {
    std::string key;
    std::string toml;
};

FirstValue first_value(const edit::FieldInfo& list) {
    for (const edit::FieldInfo& field : list.fields) {
        const bool plain = field.shape != edit::Shape::table && field.shape != edit::Shape::tables;
        if (plain && field.key != name_key && !field.example.empty()) return {field.key, field.example};
    }
    return {};
}

}  // namespace

PropertyList::PropertyList(PropertySession& session, const edit::FieldInfo& field, edit::Path prefix, QWidget* parent)
    : PropertyPart(parent), session_(session), field_(field), path_(std::move(prefix)) {
    path_.push_back(field_.key);
    setObjectName(QStringLiteral("list:") + path_text(path_));
    build();
    rebuild();
}

void PropertyList::build() {
    title_ = new QLabel(this);
    title_->setToolTip(help_of(field_, nullptr));
    add_ = new QToolButton(this);
    add_->setObjectName(QStringLiteral("add"));
    add_->setText(QStringLiteral("+"));
    add_->setAutoRaise(true);
    add_->setToolTip(tr("Add to %1").arg(QString::fromStdString(field_.key)));
    add_->setAccessibleName(add_->toolTip());
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->addWidget(title_, 1);
    bar->addWidget(add_);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(gap);
    whole->addLayout(bar);
    body_ = new QVBoxLayout;
    body_->setContentsMargins(indent, 0, 0, 0);
    body_->setSpacing(gap);
    whole->addLayout(body_);
    connect(add_, &QToolButton::clicked, this, &PropertyList::add_element);
}

void PropertyList::rebuild() {
    std::vector<std::string> open;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i]->is_open()) open.push_back(names_[i]);
        body_->removeWidget(elements_[i]);
        discard(elements_[i]);
    }
    elements_.clear();
    names_ = edit::elements_of(session_.state(), path_);
    for (const std::string& name : names_) {
        PropertySection* element = make_element(name);
        elements_.push_back(element);
        body_->addWidget(element);
        const bool was_open = std::find(open.begin(), open.end(), name) != open.end();
        if (was_open || name == wanted_open_) element->set_open(true);
    }
    wanted_open_.clear();
    refresh_names();
    const QString key = QString::fromStdString(field_.key);
    title_->setText(names_.empty() ? key : tr("%1 (%2)").arg(key).arg(names_.size()));
}

PropertySection* PropertyList::make_element(const std::string& name) {
    edit::Path path = path_;
    path.push_back(name);
    auto* element = new PropertySection(session_, PropertySection::Role::element, path, this);
    const bool numbered = name.starts_with('#');
    const QString title =
        numbered ? tr("number %1").arg(QString::fromStdString(name).mid(1).toInt() + 1) : QString::fromStdString(name);
    element->set_title(title, {});
    element->set_fields(field_.fields, {.prefix = path, .example = field_.example, .hidden = {name_key}});
    if (field_.named) element->set_top(make_name(name));
    if (!field_.left_out_by.empty() && !numbered) element->set_leave_out([this, name] { leave_out(name); });
    return element;
}

QWidget* PropertyList::make_name(const std::string& name) {
    auto* line = new QLineEdit(this);
    line->setObjectName(QStringLiteral("element_name"));
    line->setAccessibleName(tr("Name of %1").arg(QString::fromStdString(name)));
    line->setPlaceholderText(tr("name"));
    if (!name.starts_with('#')) line->setText(QString::fromStdString(name));
    connect(line, &QLineEdit::editingFinished, this, [this, line, name] { rename(name, line->text().trimmed()); });
    return line;
}

void PropertyList::rename(const std::string& name, const QString& new_name) {
    const std::string wanted = new_name.toStdString();
    if (wanted.empty() || wanted == name) return;
    finish();
    edit::Path path = path_;
    path.insert(path.end(), {name, name_key});
    wanted_open_ = wanted;
    session_.set_value(path, edit::quoted(wanted));
}

void PropertyList::leave_out(const std::string& name) {
    edit::Path names(path_.begin(), path_.end() - 1);
    names.push_back(field_.left_out_by);
    std::vector<std::string> all;
    if (const edit::PropertyState* said = session_.value(names)) all = said->items;
    all.push_back(name);
    const auto* field = edit::find_field(session_.fields(), names);
    if (field != nullptr) session_.set_value(names, edit::toml_of_items(*field, all, true));
}

void PropertyList::add_element() {
    const FirstValue first = first_value(field_);
    const edit::FieldInfo* name_field = edit::find_field(field_.fields, {name_key});
    const std::string usual_name = name_field == nullptr ? std::string() : name_field->default_text;
    const std::string name =
        field_.named ? session_.free_element(path_, field_.key, usual_name) : "#" + std::to_string(names_.size());
    wanted_open_ = name;
    edit::Path path = path_;
    path.insert(path.end(), {name, first.key});
    session_.set_value(path, first.toml);
}

void PropertyList::refresh() {
    if (edit::elements_of(session_.state(), path_) != names_) return rebuild();
    for (PropertySection* element : elements_) element->refresh();
    refresh_names();
}

/// Only an element that the thing itself has can get another name.
void PropertyList::refresh_names() {
    for (const PropertySection* element : elements_) {
        auto* line = element->findChild<QLineEdit*>(QStringLiteral("element_name"));
        if (line != nullptr) line->setReadOnly(!edit::has_value(session_.state(), element->path(), true));
    }
}

void PropertyList::finish() {
    for (PropertySection* element : elements_) element->finish();
}

bool PropertyList::filter(const PropertyFilter& filter) {
    const bool by_title = title_->text().contains(filter.text, Qt::CaseInsensitive);
    bool any = filter.text.isEmpty() || by_title || matches(field_, filter.text);
    bool element_found = false;
    for (PropertySection* element : elements_) element_found = element->filter(filter) || element_found;
    if (filter.only_set) any = any && !elements_.empty();
    setVisible(any || element_found);
    return any || element_found;
}

}  // namespace nines::gui
