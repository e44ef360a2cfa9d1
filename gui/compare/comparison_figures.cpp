// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/comparison_figures.hpp"

#include <QHeaderView>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/look/plain_tip.hpp"
#include "gui/look/translated.hpp"
#include "models/charts/comparison.hpp"
#include "models/report/comparison_table.hpp"
#include "models/report/summary.hpp"

namespace nines::gui {

namespace {

enum Column { design_column, value_column, difference_column, bounds_column, share_column, verdict_column, columns };

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

QString numbered(const compare::Comparison& comparison, std::size_t design) {
    return QStringLiteral("%1  %2").arg(design + 1).arg(text_of(comparison.designs[design].name));
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

void add_row(QTreeWidgetItem* table, const compare::Comparison& comparison, const report::ComparedFigure& figure) {
    auto* item =
        new QTreeWidgetItem(table, {numbered(comparison, figure.design),
                                    translated(figure.value) + (figure.unreliable ? QStringLiteral(" ~") : QString()),
                                    translated(figure.difference), translated(figure.bounds), text_of(figure.better_in),
                                    translated(figure.verdict)});
    // Columns that are too narrow for their text say all of it here.
    for (const int column : {design_column, bounds_column, verdict_column}) {
        item->setToolTip(column, plain_tip(item->text(column)));
    }
    item->setToolTip(value_column, translated(figure.interval));
    if (figure.unreliable) item->setToolTip(bounds_column, translated(report::unreliable_note()));
    if (figure.difference.empty()) return;
    const QPalette palette = table->treeWidget()->palette();
    if (figure.judged == compare::Verdict::a_better) item->setForeground(verdict_column, colour(Role::up, palette));
    if (figure.judged == compare::Verdict::b_better) item->setForeground(verdict_column, colour(Role::down, palette));
}

}  // namespace

ComparisonFigures::ComparisonFigures(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("comparison-figures"));
    setAccessibleName(tr("Figures of the comparison"));
    setColumnCount(columns);
    setHeaderLabels({tr("Design"), tr("Estimate"), tr("Difference"), tr("Interval"), tr("Better in"), tr("Verdict")});
    headerItem()->setToolTip(share_column, tr("Share of the trials in which it did better than the first design."));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    header()->setStretchLastSection(true);
}

void ComparisonFigures::show_comparison(const compare::Comparison& comparison) {
    clear();
    for (const report::ComparisonTable& table : report::comparison_tables(comparison)) {
        const QString subject = text_of(table.subject);
        auto* head = new QTreeWidgetItem(this, {QStringLiteral("%1: %2").arg(subject, translated(table.title))});
        head->setFont(design_column, bold(font()));
        head->setFirstColumnSpanned(true);
        for (const report::ComparedFigure& figure : table.figures) add_row(head, comparison, figure);
        for (const report::PairLine& pair : report::other_pairs(comparison, table)) {
            auto* item = new QTreeWidgetItem(head, {translated(pair.text)});
            item->setFirstColumnSpanned(true);
        }
        head->setExpanded(true);
    }
    fit_columns();
}

void ComparisonFigures::fit_columns() {
    constexpr int air = 2;
    constexpr int most = 48;
    const int letter = fontMetrics().averageCharWidth();
    for (int c = 0; c < columns; ++c) {
        resizeColumnToContents(c);
        setColumnWidth(c, std::min(columnWidth(c) + air * letter, most * letter));
    }
}

DesignChanges::DesignChanges(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("design-changes"));
    setAccessibleName(tr("What the designs differ by"));
    setHeaderLabels({tr("Thing"), tr("Key"), tr("First design"), tr("This design")});
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
}

void DesignChanges::show_comparison(const compare::Comparison& comparison) {
    using What = compare::Change::What;
    clear();
    for (std::size_t d = 1; d < comparison.designs.size(); ++d) {
        const auto& changes = comparison.designs[d].changes;
        auto* head = new QTreeWidgetItem(this, {numbered(comparison, d)});
        head->setFont(0, bold(font()));
        head->setFirstColumnSpanned(true);
        if (changes.empty()) new QTreeWidgetItem(head, {tr("nothing differs")});
        for (const compare::Change& change : changes) {
            const bool is_thing = change.path.empty();
            const QString there = is_thing ? tr("there") : tr("as by default");
            const QString missing = is_thing ? tr("not there") : tr("as by default");
            const QString before = change.what == What::added ? missing : is_thing ? there : text_of(change.before);
            const QString after = change.what == What::removed ? missing : is_thing ? there : text_of(change.after);
            new QTreeWidgetItem(head, {text_of(change.thing), text_of(change.path), before, after});
        }
        head->setExpanded(true);
    }
    for (int c = 0; c < columnCount(); ++c) resizeColumnToContents(c);
}

}  // namespace nines::gui
