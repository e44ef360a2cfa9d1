// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/preset_picker.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {
namespace {

constexpr int width_in_characters = 140;
constexpr int height_in_lines = 30;
constexpr int source_lines = 3;
enum Column { key_column, value_column, grade_column, source_column };

bool holds(const std::string& text, const QString& part) {
    return QString::fromStdString(text).contains(part, Qt::CaseInsensitive);
}

bool matches(const edit::PresetInfo& preset, const QString& part) {
    return holds(preset.name, part) || translated(preset.description).contains(part, Qt::CaseInsensitive) ||
           std::any_of(preset.values.begin(), preset.values.end(), [&](const edit::PresetInfo::Value& value) {
               return holds(value.key, part) || holds(value.source, part);
           });
}

}  // namespace

QString grade_text(const std::string& grade) {
    if (grade == "verified") return QStringLiteral("\u2713 ") + PresetPicker::tr("verified");
    if (grade == "unverified") return QStringLiteral("? ") + PresetPicker::tr("unverified");
    if (grade == "estimated") return QStringLiteral("\u2248 ") + PresetPicker::tr("estimated");
    if (grade == "derived") return QStringLiteral("= ") + PresetPicker::tr("derived");
    return QString::fromStdString(grade);
}

PresetPicker::PresetPicker(const std::string& library_kind, const QString& current, QWidget* parent)
    : QDialog(parent), presets_(edit::describe_presets(library_kind)) {
    setWindowTitle(tr("Presets: %1").arg(QString::fromStdString(library_kind)));
    build();
    filter({});
    const QList<QListWidgetItem*> found = list_->findItems(current, Qt::MatchExactly);
    if (!found.isEmpty()) list_->setCurrentItem(found.front());
    if (list_->currentItem() == nullptr) list_->setCurrentRow(0);
    show_preset();
    const QFontMetrics metrics = fontMetrics();
    resize(metrics.averageCharWidth() * width_in_characters, metrics.lineSpacing() * height_in_lines);
}

void PresetPicker::build() {
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Search names, keys and sources"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    search_->setObjectName(QStringLiteral("search"));
    list_ = new QListWidget(this);
    list_->setAccessibleName(tr("Presets"));
    list_->setObjectName(QStringLiteral("presets"));
    description_ = new QLabel(this);
    description_->setWordWrap(true);
    description_->setTextFormat(Qt::PlainText);
    values_ = new QTreeWidget(this);
    values_->setAccessibleName(tr("Values of the preset"));
    values_->setRootIsDecorated(false);
    values_->setAlternatingRowColors(true);
    values_->setWordWrap(true);
    values_->setHeaderLabels({tr("Key"), tr("Value"), tr("Grade"), tr("Source")});
    values_->header()->setStretchLastSection(true);
    values_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons_->button(QDialogButtonBox::Ok)->setText(tr("Use this preset"));

    source_ = new QLabel(this);
    source_->setWordWrap(true);
    source_->setTextFormat(Qt::PlainText);
    source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    source_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    source_->setMinimumHeight(fontMetrics().lineSpacing() * source_lines);

    auto* details = new QWidget(this);
    auto* details_layout = new QVBoxLayout(details);
    details_layout->setContentsMargins(0, 0, 0, 0);
    details_layout->addWidget(description_);
    details_layout->addWidget(values_, 1);
    details_layout->addWidget(source_);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(list_);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons_);

    connect(search_, &QLineEdit::textChanged, this, &PresetPicker::filter);
    connect(list_, &QListWidget::currentRowChanged, this, &PresetPicker::show_preset);
    connect(values_, &QTreeWidget::currentItemChanged, this, &PresetPicker::show_source);
    connect(list_, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PresetPicker::filter(const QString& text) {
    const QString before = chosen();
    list_->clear();
    for (const edit::PresetInfo& preset : presets_) {
        if (!text.isEmpty() && !matches(preset, text)) continue;
        list_->addItem(QString::fromStdString(preset.name));
        if (list_->item(list_->count() - 1)->text() == before) list_->setCurrentRow(list_->count() - 1);
    }
    if (list_->currentItem() == nullptr) list_->setCurrentRow(0);
    show_preset();
}

void PresetPicker::show_preset() {
    values_->clear();
    const std::string name = chosen().toStdString();
    const auto found = std::find_if(presets_.begin(), presets_.end(),
                                    [&](const edit::PresetInfo& preset) { return preset.name == name; });
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(found != presets_.end());
    description_->setText(found == presets_.end() ? tr("No preset matches.") : translated(found->description));
    if (found == presets_.end()) return;
    for (const edit::PresetInfo::Value& value : found->values) {
        auto* row = new QTreeWidgetItem(values_);
        row->setText(key_column, QString::fromStdString(value.key));
        row->setText(value_column, QString::fromStdString(value.text));
        row->setText(grade_column, grade_text(value.grade));
        row->setText(source_column, QString::fromStdString(value.source));
        row->setToolTip(source_column, QString::fromStdString(value.source));
        const bool doubtful = value.grade == "unverified" || value.grade == "estimated";
        if (doubtful) row->setForeground(grade_column, colour(Role::warning, palette()));
    }
    values_->setCurrentItem(values_->topLevelItem(0));
    show_source();
    for (const int column : {key_column, value_column, grade_column}) values_->resizeColumnToContents(column);
}

/// The whole source of the value that is selected: the column is too narrow for most.
void PresetPicker::show_source() {
    const QTreeWidgetItem* row = values_->currentItem();
    source_->setText(row == nullptr ? QString() : tr("%1: %2").arg(row->text(key_column), row->text(source_column)));
}

QString PresetPicker::chosen() const {
    return list_->currentItem() == nullptr ? QString() : list_->currentItem()->text();
}

}  // namespace nines::gui
