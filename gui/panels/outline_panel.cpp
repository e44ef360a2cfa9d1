// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/outline_panel.hpp"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "gui/look/icons.hpp"
#include "gui/look/plain_tip.hpp"
#include "gui/look/translated.hpp"
#include "gui/panels/severity_icon.hpp"
#include "models/edit/edit.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {
namespace {

enum Column { name_column, detail_column, column_count };
constexpr int kind_role = Qt::UserRole;
constexpr int id_role = Qt::UserRole + 1;
constexpr const char* experiment_kind = "scenario";

bool is_thing(const QTreeWidgetItem& row) {
    return row.parent() != nullptr;
}

edit::ThingName name_of(const QTreeWidgetItem& row) {
    return {row.data(0, kind_role).toString().toStdString(), row.data(0, id_role).toString().toStdString()};
}

/// What is wrong with each thing: a diagnostic belongs to the last header before it.
std::map<edit::ThingName, OutlinePanel::Faults> faults_of_things(const Document& document) {
    std::map<std::uint32_t, edit::ThingName> by_line;
    for (const edit::Item& item : document.topology().items) {
        if (item.place.file == 0 && item.place.line > 0) by_line[item.place.line] = item.name;
    }
    std::map<edit::ThingName, OutlinePanel::Faults> faults;
    for (const scenario::Diagnostic& diagnostic : document.opened().diagnostics) {
        if (diagnostic.place.file != 0) continue;
        const auto after = by_line.upper_bound(diagnostic.place.line);
        if (after == by_line.begin()) continue;
        OutlinePanel::Faults& of = faults[std::prev(after)->second];
        of.words.append(QString::fromStdString(diagnostic.message));
        of.worst = std::max(of.worst, diagnostic.severity);
    }
    return faults;
}

}  // namespace

OutlinePanel::OutlinePanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), filter_(new QLineEdit), tree_(new QTreeWidget) {
    filter_->setObjectName(QStringLiteral("outline_filter"));
    filter_->setAccessibleName(tr("Filter the outline"));
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setClearButtonEnabled(true);
    tree_->setObjectName(QStringLiteral("outline_tree"));
    tree_->setAccessibleName(tr("Things of the scenario"));
    tree_->setColumnCount(column_count);
    tree_->setHeaderLabels({tr("Name"), tr("Facts")});
    tree_->setHeaderHidden(true);
    tree_->header()->setMinimumSectionSize(fontMetrics().averageCharWidth());
    tree_->header()->setStretchLastSection(false);
    tree_->viewport()->installEventFilter(this);
    // What does not fit ends in dots: a bar would take a line and hide the same.
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->setIndentation(fontMetrics().height());
    tree_->setUniformRowHeights(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    auto* column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(filter_);
    column->addWidget(tree_, 1);
    make_actions();
    connect(filter_, &QLineEdit::textChanged, this, &OutlinePanel::show_matching);
    connect(tree_, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (!filling_) Q_EMIT selection_changed();
    });
    connect(tree_, &QTreeWidget::itemActivated, this, &OutlinePanel::selection_changed);
    // Later, as the row goes when the text is read again.
    connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* row) {
        if (!filling_) rename(row);
    });
    connect(&document_, &Document::text_changed, this, &OutlinePanel::refresh);
    refresh();
}

std::vector<edit::ThingName> OutlinePanel::selection() const {
    std::vector<edit::ThingName> names;
    for (QTreeWidgetItemIterator at(tree_, QTreeWidgetItemIterator::Selected); *at != nullptr; ++at) {
        if (is_thing(**at)) names.push_back(name_of(**at));
    }
    return names;
}

void OutlinePanel::select(const std::vector<edit::ThingName>& names) {
    const std::set<edit::ThingName> wanted(names.begin(), names.end());
    filling_ = true;
    // Where no thing is chosen, the experiment is.
    if (tree_->topLevelItemCount() > 0) tree_->topLevelItem(0)->setSelected(wanted.empty());
    QTreeWidgetItem* first = nullptr;
    for (QTreeWidgetItemIterator at(tree_); *at != nullptr; ++at) {
        const bool chosen = is_thing(**at) && wanted.contains(name_of(**at));
        if ((*at)->parent() == nullptr && wanted.empty()) continue;
        if ((*at)->isSelected() != chosen) (*at)->setSelected(chosen);
        if (chosen && first == nullptr) first = *at;
    }
    if (first != nullptr) {
        tree_->setCurrentItem(first, 0, QItemSelectionModel::NoUpdate);
        tree_->scrollToItem(first);
    }
    filling_ = false;
}

/// A header that nobody sees does not share out the width by itself.
void OutlinePanel::fit_columns() {
    tree_->resizeColumnToContents(name_column);
    tree_->setColumnWidth(detail_column, std::max(0, tree_->viewport()->width() - tree_->columnWidth(name_column)));
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) fit_columns();
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
}

void OutlinePanel::make_actions() {
    const auto add = [this](const QString& text, const QString& tip, const QKeySequence& keys) {
        auto* action = new QAction(text, tree_);
        action->setStatusTip(tip);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        tree_->addAction(action);
        return action;
    };
    connect(add(tr("&Rename"), tr("Gives the thing another name; what refers to it follows."), Qt::Key_F2),
            &QAction::triggered, this, [this] {
                if (QTreeWidgetItem* row = tree_->currentItem()) tree_->editItem(row, name_column);
            });
    connect(add(tr("&Delete"), tr("Removes the selected things and what refers to them."), QKeySequence::Delete),
            &QAction::triggered, this, &OutlinePanel::remove);
    connect(add(tr("Show in the &Text"), tr("Goes to the text of the thing."), Qt::Key_F4), &QAction::triggered, this,
            &OutlinePanel::show_text);
    tree_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OutlinePanel::refresh() {
    const auto selected = selection();
    std::set<QString> folded;
    for (int at = 0; at < tree_->topLevelItemCount(); ++at) {
        const QTreeWidgetItem* kind = tree_->topLevelItem(at);
        if (kind->childCount() > 0 && !kind->isExpanded()) folded.insert(kind->data(0, kind_role).toString());
    }
    const auto faults = faults_of_things(document_);
    filling_ = true;
    tree_->clear();
    add_experiment();
    const std::vector<edit::Item>& items = document_.topology().items;
    for (auto first = items.begin(); first != items.end();) {
        const std::string& kind_word = first->name.kind;
        const auto last =
            std::find_if(first, items.end(), [&](const edit::Item& item) { return item.name.kind != kind_word; });
        // The tree takes all rows of a kind at once: one by one they take long.
        auto kind = std::make_unique<QTreeWidgetItem>();
        for (; first != last; ++first) {
            const auto found = faults.find(first->name);
            kind->addChild(make_row(*first, found == faults.end() ? Faults() : found->second));
        }
        const QString word = QString::fromStdString(kind_word);
        kind->setData(0, kind_role, word);
        kind->setIcon(name_column, kind_icon(kind_word, palette()));
        kind->setText(name_column, tr("%1 (%2)").arg(kind_title(kind_word)).arg(kind->childCount()));
        kind->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        QTreeWidgetItem* added = kind.release();
        tree_->addTopLevelItem(added);
        added->setExpanded(!folded.contains(word));
        added->setFirstColumnSpanned(true);
    }
    filling_ = false;
    select(selected);
    show_matching();
    fit_columns();
}

/// Not one of the things: it is chosen by choosing none of them.
void OutlinePanel::add_experiment() {
    auto* row = new QTreeWidgetItem(tree_);
    const scenario::Experiment& experiment = document_.opened().scenario.experiment;
    row->setText(name_column, kind_title(experiment_kind));
    row->setIcon(name_column, kind_icon(experiment_kind, palette()));
    row->setToolTip(name_column, plain_tip(QString::fromStdString(experiment.name.value_or(std::string()))));
    row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    row->setFirstColumnSpanned(true);
}

QTreeWidgetItem* OutlinePanel::make_row(const edit::Item& item, const Faults& faults) const {
    auto* row = new QTreeWidgetItem;
    const QString id = QString::fromStdString(item.name.id);
    row->setText(name_column, id);
    row->setData(0, kind_role, QString::fromStdString(item.name.kind));
    row->setData(0, id_role, id);
    QStringList facts;
    for (const std::string& detail : item.details) facts.append(translated(edit::detail_words(detail)));
    row->setText(detail_column, facts.join(QStringLiteral(", ")));
    row->setToolTip(detail_column, plain_tip(row->text(detail_column)));
    row->setForeground(detail_column, tree_->palette().placeholderText());
    row->setToolTip(name_column, plain_tip(QString::fromStdString(item.description)));
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (item.editable) flags |= Qt::ItemIsEditable;
    row->setFlags(flags);
    if (faults.words.isEmpty()) return row;
    row->setIcon(name_column, severity_icon(faults.worst, palette()));
    row->setToolTip(name_column, plain_tip(faults.words.join(QLatin1Char('\n'))));
    row->setData(name_column, Qt::AccessibleTextRole, tr("%1, has problems").arg(id));
    return row;
}

void OutlinePanel::show_matching() {
    const QString words = filter_->text();
    for (int at = 0; at < tree_->topLevelItemCount(); ++at) {
        QTreeWidgetItem* kind = tree_->topLevelItem(at);
        const bool whole_kind = kind->data(0, kind_role).toString().contains(words, Qt::CaseInsensitive) ||
                                kind->text(name_column).contains(words, Qt::CaseInsensitive);
        bool any = whole_kind;
        for (int index = 0; index < kind->childCount(); ++index) {
            QTreeWidgetItem* row = kind->child(index);
            const bool shown = whole_kind || row->text(name_column).contains(words, Qt::CaseInsensitive) ||
                               row->text(detail_column).contains(words, Qt::CaseInsensitive);
            row->setHidden(!shown);
            any = any || shown;
        }
        kind->setHidden(!any);
    }
}

/// The row has another text; it becomes what the document says in the end.
void OutlinePanel::rename(const QTreeWidgetItem* row) {
    const edit::ThingName name = name_of(*row);
    const std::string new_id = row->text(name_column).trimmed().toStdString();
    const auto act = [this, name, new_id] {
        QString trouble;
        if (new_id != name.id) {
            LayoutChange layout;
            const edit::ThingName after{name.kind, new_id};
            if (const auto placed = document_.layout().find(edit::subject_of(name)); placed != document_.layout().end())
                layout = {{edit::subject_of(after), placed->second}, {placed->first, std::nullopt}};
            trouble = document_.apply(tr("Rename %1").arg(QString::fromStdString(name.id)),
                                      edit::rename_thing(document_.text(), name, new_id, document_.included()), layout);
            if (trouble.isEmpty()) select({after});
        }
        refresh();
        if (!trouble.isEmpty()) Q_EMIT problem(trouble);
        if (trouble.isEmpty()) Q_EMIT selection_changed();
    };
    QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
}

void OutlinePanel::remove() {
    const std::vector<edit::ThingName> names = selection();
    if (names.empty()) return;
    const QString label = names.size() == 1 ? tr("Delete %1").arg(QString::fromStdString(names.front().id))
                                            : tr("Delete %1 things").arg(names.size());
    const QString trouble = document_.apply(label, edit::remove_things(document_.text(), names, document_.included()));
    if (!trouble.isEmpty()) Q_EMIT problem(trouble);
}

void OutlinePanel::show_text() {
    const QTreeWidgetItem* row = tree_->currentItem();
    if (row == nullptr || !is_thing(*row)) return;
    const std::size_t index = edit::find_item(document_.topology(), name_of(*row));
    if (index == document_.topology().items.size()) return;
    const scenario::Place place = document_.topology().items[index].place;
    if (place.file == 0 && place.line > 0) Q_EMIT place_wanted(place);
}

}  // namespace nines::gui
