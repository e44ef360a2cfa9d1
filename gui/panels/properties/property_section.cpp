// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_section.hpp"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "gui/panels/properties/elided_label.hpp"
#include "gui/panels/properties/property_help.hpp"

namespace nines::gui {
namespace {

constexpr int indent = 12;
constexpr int gap = 4;

bool is_within(const edit::Path& path, const edit::Path& prefix) {
    return path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

}  // namespace

PropertySection::PropertySection(PropertySession& session, Role role, edit::Path path, QWidget* parent)
    : PropertyPart(parent), session_(session), role_(role), path_(std::move(path)) {
    setObjectName(QStringLiteral("%1:%2").arg(role == Role::more ? QStringLiteral("more") : QStringLiteral("section"),
                                              path_text(path_)));
    build();
}

void PropertySection::build() {
    header_ = new QToolButton(this);
    header_->setObjectName(QStringLiteral("header"));
    header_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    header_->setAutoRaise(true);
    header_->setFocusPolicy(Qt::StrongFocus);
    summary_ = new ElidedLabel(this);
    summary_->setObjectName(QStringLiteral("summary"));
    remove_ = new QToolButton(this);
    remove_->setObjectName(QStringLiteral("remove"));
    remove_->setText(role_ == Role::element ? QStringLiteral("\u2212") : QStringLiteral("\u21ba"));
    remove_->setAutoRaise(true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(gap);
    bar->addWidget(header_);
    bar->addWidget(summary_, 1);
    bar->addWidget(remove_);
    body_ = new QWidget(this);
    body_layout_ = new QVBoxLayout(body_);
    body_layout_->setContentsMargins(indent, 0, 0, gap);
    body_layout_->setSpacing(gap);
    body_->hide();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(gap);
    whole->addLayout(bar);
    whole->addWidget(body_);
    connect(header_, &QToolButton::clicked, this, [this] { set_open(!open_); });
    connect(remove_, &QToolButton::clicked, this, [this] {
        finish();
        // What was being typed may itself have taken the last value away.
        if (edit::has_value(session_.state(), path_, true)) {
            session_.remove_value(path_);
        } else if (leave_out_) {
            leave_out_();
        }
    });
    show_arrow();
}

void PropertySection::set_title(const QString& title, const std::optional<edit::FieldInfo>& field) {
    field_ = field;
    header_->setText(title);
    header_->setAccessibleName(title);
    show_remove(edit::has_value(session_.state(), path_, true));
    if (field_) header_->setToolTip(help_of(*field_, nullptr));
}

void PropertySection::set_leave_out(std::function<void()> leave_out) {
    leave_out_ = std::move(leave_out);
    refresh();
}

/// The button takes away what the thing says itself, else what it has from elsewhere, if that can be left out.
void PropertySection::show_remove(bool own) {
    const QString title = header_->text();
    const QString words = role_ != Role::element ? tr("Take %1 out of the text").arg(title)
                          : own                  ? tr("Remove %1").arg(title)
                                                 : tr("Leave out %1, which comes from elsewhere").arg(title);
    remove_->setToolTip(words);
    remove_->setAccessibleName(words);
    remove_->setVisible(role_ != Role::more && (own || leave_out_));
}

void PropertySection::set_fields(std::vector<edit::FieldInfo> fields, PropertyForm::Scope scope) {
    fields_ = std::move(fields);
    scope_ = std::move(scope);
    refresh();
}

void PropertySection::set_top(QWidget* top) {
    body_layout_->insertWidget(0, top);
}

void PropertySection::make_content() {
    if (content_ != nullptr) return;
    content_ = new PropertyForm(session_, fields_, scope_, body_);
    body_layout_->addWidget(content_);
}

void PropertySection::set_open(bool open) {
    open_ = open;
    if (open) make_content();
    body_->setVisible(open);
    show_arrow();
    refresh();
}

void PropertySection::show_arrow() {
    header_->setArrowType(open_ ? Qt::DownArrow : Qt::RightArrow);
    header_->setAccessibleDescription(open_ ? tr("open") : tr("closed"));
}

/// The first values in a few words, or what holds without any.
QString PropertySection::summary() const {
    QStringList values;
    for (const edit::Path& path : session_.state().order) {
        if (!is_within(path, path_)) continue;
        const edit::PropertyState& value = session_.state().values.at(path);
        const edit::Path inner(path.begin() + static_cast<std::ptrdiff_t>(path_.size()), path.end());
        if (role_ == Role::element && inner.back() == "name") continue;
        QStringList items;
        for (const std::string& item : value.items) items << QString::fromStdString(item);
        values << path_text(inner) + QLatin1Char(' ') +
                      (value.several ? tr("(several)") : items.join(QStringLiteral(", ")));
    }
    if (values.isEmpty() && field_) return translated(field_->default_text);
    return values.join(QStringLiteral(" \u00b7 "));
}

void PropertySection::refresh() {
    const bool own = edit::has_value(session_.state(), path_, true);
    show_remove(own);
    QFont bold = font();
    bold.setBold(own && role_ != Role::more);
    header_->setFont(bold);
    show_summary();
    if (content_ != nullptr) content_->refresh();
}

/// Whether a value stands in this section.
bool PropertySection::holds(const edit::Path& path) const {
    if (!is_within(path, path_)) return false;
    return role_ != Role::more || std::any_of(fields_.begin(), fields_.end(), [&](const edit::FieldInfo& field) {
               return field.key == path[path_.size()];
           });
}

/// What is wrong within the section and not said by an open row.
scenario::Diagnostics PropertySection::diagnostics() const {
    scenario::Diagnostics found;
    for (const auto& [path, value] : session_.state().values) {
        const bool is_name = role_ == Role::element && path.size() == path_.size() + 1 && path.back() == "name";
        if (!holds(path) || (open_ && !is_name)) continue;
        found.insert(found.end(), value.diagnostics.begin(), value.diagnostics.end());
    }
    return found;
}

void PropertySection::show_summary() {
    const scenario::Diagnostics wrong = diagnostics();
    QString text = open_ || role_ == Role::more ? QString() : summary();
    QColor shade = colour(nines::gui::Role::muted, palette());
    if (!wrong.empty()) {
        text = text_of(wrong.front()).replace(QLatin1Char('\n'), QStringLiteral("; "));
        shade = colour(scenario::has_errors(wrong) ? nines::gui::Role::error : nines::gui::Role::warning, palette());
    }
    summary_->setText(text);
    summary_->setToolTip(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, shade);
    summary_->setPalette(colours);
}

void PropertySection::finish() {
    if (content_ != nullptr) content_->finish();
}

bool PropertySection::filter(const PropertyFilter& filter) {
    const bool search = !filter.text.isEmpty();
    const bool found = !search || std::any_of(fields_.begin(), fields_.end(), [&](const edit::FieldInfo& field) {
        return matches(field, filter.text);
    });
    const bool by_title = search && role_ != Role::more && header_->text().contains(filter.text, Qt::CaseInsensitive);
    if (search && !searching_) was_open_ = open_;
    if (search && (found || by_title)) set_open(true);
    if (!search && searching_) set_open(was_open_);
    searching_ = search;
    bool any = found || by_title;
    if (any && content_ != nullptr) {
        const PropertyFilter inner{by_title ? QString() : filter.text, filter.only_set};
        any = content_->filter(inner) || role_ != Role::more;
    }
    if (filter.only_set) {
        any = any && (role_ == Role::more ? content_ != nullptr && content_->filter(filter)
                                          : edit::has_value(session_.state(), path_, false));
    }
    setVisible(any);
    return any;
}

}  // namespace nines::gui
