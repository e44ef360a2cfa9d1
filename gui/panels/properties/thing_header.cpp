// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/thing_header.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "gui/look/icons.hpp"
#include "gui/look/translated.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/edit/edit.hpp"

namespace nines::gui {
namespace {

const edit::Path description_path = {"description"};

/// The placements of a thing and of its members and parts under its new name.
LayoutChange moved_placements(const Layout& layout, const edit::ThingName& from, const edit::ThingName& to) {
    LayoutChange change;
    const std::string old_subject = subject_of(from);
    for (const auto& [subject, placement] : layout) {
        if (subject != old_subject && !subject.starts_with(old_subject + "/")) continue;
        change[subject] = std::nullopt;
        change[subject_of(to) + subject.substr(old_subject.size())] = placement;
    }
    return change;
}

}  // namespace

ThingHeader::ThingHeader(PropertySession& session, QWidget* parent) : QWidget(parent), session_(session) {
    build();
    refresh();
}

void ThingHeader::build() {
    icon_ = new QLabel(this);
    kind_ = new QLabel(this);
    kind_->setObjectName(QStringLiteral("kind"));
    id_ = new QLineEdit(this);
    id_->setObjectName(QStringLiteral("id"));
    id_->setAccessibleName(tr("Id"));
    id_->setToolTip(tr("Id: how the text and the results name it. What refers to it follows."));
    QFont bold = font();
    bold.setBold(true);
    id_->setFont(bold);
    description_ = new QLineEdit(this);
    description_->setObjectName(QStringLiteral("description"));
    description_->setAccessibleName(tr("Description"));
    description_->setPlaceholderText(tr("Description"));
    place_ = new QToolButton(this);
    place_->setObjectName(QStringLiteral("place"));
    place_->setAutoRaise(true);
    place_->setToolTip(tr("Show where it stands in the text"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(icon_, 0, 0);
    layout->addWidget(kind_, 0, 1);
    layout->addWidget(id_, 0, 2);
    layout->addWidget(place_, 0, 3);
    layout->addWidget(description_, 1, 0, 1, 4);
    layout->setColumnStretch(2, 1);
    connect(id_, &QLineEdit::editingFinished, this, &ThingHeader::rename);
    connect(description_, &QLineEdit::editingFinished, this, &ThingHeader::describe);
    connect(place_, &QToolButton::clicked, this, [this] { Q_EMIT place_wanted(session_.state().header); });
}

bool ThingHeader::one_thing() const {
    return session_.things().size() == 1;
}

QString ThingHeader::help() const {
    const edit::KindDescription* kind = session_.kind();
    if (kind == nullptr) return {};
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(kind_title(kind->word).toHtmlEscaped(), translated(kind->question).toHtmlEscaped());
}

void ThingHeader::refresh() {
    const edit::ThingName& first = session_.things().front();
    icon_->setPixmap(kind_icon(first.kind, palette()).pixmap(fontMetrics().height()));
    kind_->setText(one_thing() ? kind_title(first.kind)
                               : tr("%n things", "", static_cast<int>(session_.things().size())));
    kind_->setToolTip(help());
    id_->setVisible(one_thing() && !first.id.empty());
    show_in_line(*id_, QString::fromStdString(first.id));
    const edit::PropertyState* said = session_.value(description_path);
    description_->setVisible(one_thing());
    show_in_line(*description_, said == nullptr ? QString() : QString::fromStdString(said->text()));
    const auto line = session_.state().header.line;
    place_->setVisible(one_thing() && line > 0);
    place_->setText(tr("line %1").arg(line));
    id_->setEnabled(line > 0);
}

void ThingHeader::rename() {
    const edit::ThingName before = session_.things().front();
    const edit::ThingName after{before.kind, id_->text().trimmed().toStdString()};
    if (!one_thing() || before.id.empty() || after == before) return;
    Document& document = session_.document();
    const QString told =
        after.id.empty() ? tr("An id cannot be empty.")
                         : document.apply(tr("Rename %1").arg(QString::fromStdString(before.id)),
                                          edit::rename_thing(document.text(), before, after.id, document.included()),
                                          moved_placements(document.layout(), before, after));
    if (told.isEmpty()) {
        Q_EMIT renamed(after);
        return;
    }
    id_->setText(QString::fromStdString(before.id));
    Q_EMIT session_.problem(told);
}

void ThingHeader::describe() {
    const edit::PropertyState* said = session_.value(description_path);
    const QString before = said == nullptr ? QString() : QString::fromStdString(said->text());
    const QString after = description_->text().trimmed();
    if (after == before || !one_thing()) return;
    if (after.isEmpty()) {
        session_.remove_value(description_path);
    } else {
        session_.set_value(description_path, edit::quoted(after.toStdString()));
    }
}

}  // namespace nines::gui
