// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/diagnostics_panel.hpp"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "gui/look/translated.hpp"
#include "gui/panels/severity_icon.hpp"
#include "models/edit/text_place.hpp"

namespace nines::gui {
namespace {

enum Column { severity_column, place_column, code_column, message_column, hint_column, column_count };
constexpr int index_role = Qt::UserRole;
constexpr int most_rows = 2000;  ///< Beyond it nobody reads; the counts tell all.

QString place_text(const scenario::Place& place, const std::vector<scenario::SourceFile>& files) {
    const QString at = place.line == 0 ? QString() : QStringLiteral("%1:%2").arg(place.line).arg(place.column);
    if (place.file == 0 || place.file >= files.size()) return at;
    return QString::fromStdString(files[place.file].path) + QLatin1Char(':') + at;
}

QToolButton* make_filter(const char* name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

}  // namespace

DiagnosticsPanel::DiagnosticsPanel(Document& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      errors_(make_filter("show_errors", this)),
      warnings_(make_filter("show_warnings", this)),
      table_(new QTreeWidget),
      none_(new QLabel),
      language_note_(new QLabel(english_note())) {
    language_note_->setObjectName(QStringLiteral("language_note"));
    language_note_->setEnabled(false);
    errors_->setStatusTip(tr("Shows or hides errors."));
    warnings_->setStatusTip(tr("Shows or hides warnings."));
    none_->setText(tr("No problems"));
    none_->setEnabled(false);
    table_->setObjectName(QStringLiteral("diagnostics_table"));
    table_->setAccessibleName(tr("Diagnostics"));
    table_->setColumnCount(column_count);
    table_->setHeaderLabels({tr("Severity"), tr("Place"), tr("Code"), tr("Message"), tr("Remedy")});
    table_->setRootIsDecorated(false);
    table_->setUniformRowHeights(true);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setAlternatingRowColors(true);
    table_->header()->setStretchLastSection(true);
    auto* filters = new QHBoxLayout;
    filters->addWidget(errors_);
    filters->addWidget(warnings_);
    filters->addWidget(none_);
    filters->addStretch();
    filters->addWidget(language_note_);
    auto* column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addLayout(filters);
    column->addWidget(table_, 1);
    make_actions();
    connect(errors_, &QToolButton::toggled, this, &DiagnosticsPanel::show_chosen);
    connect(warnings_, &QToolButton::toggled, this, &DiagnosticsPanel::show_chosen);
    connect(table_, &QTreeWidget::itemClicked, this, &DiagnosticsPanel::go_to);
    connect(table_, &QTreeWidget::itemActivated, this, &DiagnosticsPanel::go_to);
    connect(&document_, &Document::text_changed, this, &DiagnosticsPanel::refresh);
    refresh();
}

QString DiagnosticsPanel::counts() const {
    return counts_.is_none() ? QString() : counts_.words();
}

void DiagnosticsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
}

void DiagnosticsPanel::make_actions() {
    auto* copying = new QAction(tr("&Copy"), this);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    copying->setStatusTip(tr("Copies the selected diagnostics as text."));
    connect(copying, &QAction::triggered, this, &DiagnosticsPanel::copy);
    table_->addAction(copying);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DiagnosticsPanel::refresh() {
    const validate::Opened& opened = document_.opened();
    table_->clear();
    QList<QTreeWidgetItem*> rows;
    const std::size_t count = document_.is_blank() ? 0 : opened.diagnostics.size();
    for (std::size_t index = 0; index < count && rows.size() < most_rows; ++index) {
        const scenario::Diagnostic& diagnostic = opened.diagnostics[index];
        auto* row = new QTreeWidgetItem;
        row->setIcon(severity_column, severity_icon(diagnostic.severity, palette()));
        row->setText(severity_column, severity_word(diagnostic.severity));
        row->setText(place_column, place_text(diagnostic.place, opened.scenario.files));
        row->setText(code_column, QString::fromStdString(diagnostic.code));
        row->setText(message_column, QString::fromStdString(diagnostic.message));
        row->setText(hint_column, QString::fromStdString(diagnostic.hint));
        row->setToolTip(message_column, row->text(message_column));
        row->setToolTip(hint_column, row->text(hint_column));
        row->setData(0, index_role, static_cast<qulonglong>(index));
        rows.append(row);
    }
    table_->addTopLevelItems(rows);
    for (int column = 0; column < hint_column; ++column) table_->resizeColumnToContents(column);
    const int widest = fontMetrics().averageCharWidth() * 80;
    if (table_->columnWidth(message_column) > widest) table_->setColumnWidth(message_column, widest);
    counts_ = count_problems(document_);
    errors_->setIcon(severity_icon(scenario::Severity::error, palette()));
    errors_->setText(ProblemCounts{.errors = counts_.errors, .warnings = 0}.words());
    errors_->setVisible(counts_.errors > 0);
    warnings_->setIcon(severity_icon(scenario::Severity::warning, palette()));
    warnings_->setText(ProblemCounts{.errors = 0, .warnings = counts_.warnings}.words());
    warnings_->setVisible(counts_.warnings > 0);
    none_->setVisible(counts_.is_none());
    language_note_->setVisible(!counts_.is_none());
    show_chosen();
    Q_EMIT counts_changed();
}

void DiagnosticsPanel::show_chosen() {
    const scenario::Diagnostics& diagnostics = document_.opened().diagnostics;
    for (int at = 0; at < table_->topLevelItemCount(); ++at) {
        QTreeWidgetItem* row = table_->topLevelItem(at);
        const auto index = static_cast<std::size_t>(row->data(0, index_role).toULongLong());
        const bool is_error = diagnostics[index].severity == scenario::Severity::error;
        row->setHidden(!(is_error ? errors_ : warnings_)->isChecked());
    }
}

void DiagnosticsPanel::go_to(const QTreeWidgetItem* row) {
    const auto index = static_cast<std::size_t>(row->data(0, index_role).toULongLong());
    const scenario::Place place = document_.opened().diagnostics.at(index).place;
    if (place.file != 0 || place.line == 0) return;
    const std::string& text = document_.text();
    if (const auto name = edit::thing_at(text, edit::offset_of(text, place.line, place.column)))
        Q_EMIT thing_wanted(*name);
    Q_EMIT place_wanted(place);
}

void DiagnosticsPanel::copy() const {
    const validate::Opened& opened = document_.opened();
    QStringList lines;
    for (const QTreeWidgetItem* row : table_->selectedItems()) {
        const auto index = static_cast<std::size_t>(row->data(0, index_role).toULongLong());
        lines.append(
            QString::fromStdString(scenario::format_diagnostic(opened.diagnostics[index], opened.scenario.files)));
    }
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace nines::gui
