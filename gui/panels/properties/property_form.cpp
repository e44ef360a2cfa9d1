// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_form.hpp"

#include <QVBoxLayout>
#include <algorithm>

#include "gui/panels/properties/property_list.hpp"
#include "gui/panels/properties/property_row.hpp"
#include "gui/panels/properties/property_section.hpp"
#include "models/edit/value_toml.hpp"

namespace nines::gui {
namespace {

constexpr int row_gap = 4;

edit::Path beneath(const edit::Path& prefix, const std::string& key) {
    edit::Path path = prefix;
    path.push_back(key);
    return path;
}

}  // namespace

PropertyForm::PropertyForm(PropertySession& session, const std::vector<edit::FieldInfo>& fields, const Scope& scope,
                           QWidget* parent)
    : PropertyPart(parent), session_(session) {
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(row_gap);
    std::vector<edit::FieldInfo> rest;
    for (const Entry& entry : entries_of(fields, scope)) {
        if (is_usual(entry, scope)) {
            add_entry(entry, scope);
        } else {
            rest.insert(rest.end(), entry.begin(), entry.end());
        }
    }
    if (rest.empty()) return;
    auto* more = new PropertySection(session_, PropertySection::Role::more, scope.prefix, this);
    more->set_title(tr("%n more", "", static_cast<int>(rest.size())), {});
    more->set_fields(rest, {.prefix = scope.prefix, .example = {}, .hidden = {}});
    add(more);
}

std::vector<PropertyForm::Entry> PropertyForm::entries_of(const std::vector<edit::FieldInfo>& fields,
                                                          const Scope& scope) const {
    std::vector<Entry> entries;
    for (const edit::FieldInfo& field : fields) {
        const bool hidden = std::find(scope.hidden.begin(), scope.hidden.end(), field.key) != scope.hidden.end();
        const bool later =
            !field.later.empty() && !edit::has_value(session_.state(), beneath(scope.prefix, field.key), true);
        if (hidden || later) continue;
        const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return !field.alternatives.empty() && entry.front().alternatives == field.alternatives;
        });
        if (same != entries.end()) {
            same->push_back(field);
        } else {
            entries.push_back({field});
        }
    }
    return entries;
}

bool PropertyForm::is_usual(const Entry& entry, const Scope& scope) const {
    if (scope.example.empty()) return true;
    return std::any_of(entry.begin(), entry.end(), [&](const edit::FieldInfo& field) {
        return edit::mentions_key(scope.example, field.key) ||
               edit::has_value(session_.state(), beneath(scope.prefix, field.key), false);
    });
}

void PropertyForm::add(PropertyPart* part) {
    layout_->addWidget(part);
    parts_.push_back(part);
}

void PropertyForm::add_entry(const Entry& entry, const Scope& scope) {
    const edit::FieldInfo& field = entry.front();
    switch (field.shape) {
        case edit::Shape::table: {
            auto* section =
                new PropertySection(session_, PropertySection::Role::table, beneath(scope.prefix, field.key), this);
            section->set_title(QString::fromStdString(field.key), field);
            section->set_fields(field.fields,
                                {.prefix = beneath(scope.prefix, field.key), .example = field.example, .hidden = {}});
            return add(section);
        }
        case edit::Shape::tables:
            if (session_.things().size() == 1) add(new PropertyList(session_, field, scope.prefix, this));
            return;
        case edit::Shape::value:
        case edit::Shape::law:
        case edit::Shape::reference: break;
    }
    add(new PropertyRow(session_, entry, scope.prefix, this));
}

void PropertyForm::refresh() {
    for (PropertyPart* part : parts_) part->refresh();
}

void PropertyForm::finish() {
    for (PropertyPart* part : parts_) part->finish();
}

bool PropertyForm::filter(const PropertyFilter& filter) {
    bool any = false;
    for (PropertyPart* part : parts_) any = part->filter(filter) || any;
    return any;
}

}  // namespace nines::gui
