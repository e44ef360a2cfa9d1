// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/figures_page.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "models/report/cost.hpp"
#include "models/report/figures.hpp"
#include "models/report/objective.hpp"
#include "models/report/recovery.hpp"
#include "models/report/summary.hpp"
#include "models/results/cost_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

enum Column { figure_column, value_column, interval_column, count_column, exact_column, z_column, columns };

constexpr int subject_role = Qt::UserRole;
constexpr int trial_role = Qt::UserRole + 1;
/// Beyond this many standard errors chance is no explanation.
constexpr double far_off = 4.5;

QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::vector<std::string> subjects_in_order(const results::Results& results) {
    std::vector<std::string> subjects;
    std::set<std::string> seen;
    for (const results::Metric& row : results.metrics) {
        if (seen.insert(row.subject).second) subjects.push_back(row.subject);
    }
    // Services first: they are what was asked for.
    std::stable_partition(subjects.begin(), subjects.end(),
                          [](const std::string& subject) { return results::kind_of(subject) == "service"; });
    return subjects;
}

void add_table(QTreeWidgetItem* parent, const report::ReasonTable& table) {
    auto* head = new QTreeWidgetItem(parent, {translated(table.title), QString(), translated(table.aside)});
    for (const auto& row : table.rows) {
        auto* item = new QTreeWidgetItem(head, {row.empty() ? QString() : translated(row.front())});
        QStringList cells;
        for (std::size_t c = 1; c < row.size(); ++c) {
            const QString cell = row.size() > 2
                                     ? translated(table.columns[c].title) + QLatin1Char(' ') + translated(row[c])
                                     : translated(row[c]);
            if (c == 1) {
                item->setText(value_column, cell);
            } else if (row[c].pattern != "-") {
                cells << cell;
            }
        }
        item->setText(interval_column, cells.join(QStringLiteral(" \u00b7 ")));
        item->setToolTip(interval_column, item->text(interval_column));
    }
    head->setExpanded(true);
}

}  // namespace

FiguresPage::FiguresPage(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("figures"));
    setAccessibleName(tr("Figures"));
    setColumnCount(columns);
    setHeaderLabels({tr("Figure"), tr("Value"), tr("Interval"), tr("Seen"), tr("Exact"), tr("z")});
    headerItem()->setToolTip(z_column, tr("Standard errors between the estimate and the exact figure."));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) {
        fill(item);
        if (!is_filling_) fit_columns();
    });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { replay(item); });
}

void FiguresPage::show_outcome(std::shared_ptr<const RunOutcome> outcome) {
    // What was open stays open, and in its place, for a run is often repeated.
    std::set<QString> open;
    std::set<QString> closed;
    const int scrolled = verticalScrollBar()->value();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        (topLevelItem(i)->isExpanded() ? open : closed).insert(topLevelItem(i)->text(figure_column));
    }
    clear();
    outcome_ = std::move(outcome);
    if (!outcome_) return;
    const QScopedValueRollback filling(is_filling_, true);
    add_cost();
    add_subjects();
    add_notable();
    const results::Results& results = outcome_->results;
    std::vector<std::string> warnings;
    for (const auto& diagnostic : results.diagnostics) {
        std::string line;
        for (const std::string& part : report::diagnostic_lines(results, diagnostic)) {
            line += (line.empty() ? "" : " ") + part;
        }
        warnings.push_back(line);
    }
    if (report::any_doubtful(results)) warnings.push_back(report::unreliable_note());
    add_sentences(tr("Warnings"), warnings, true);
    add_sentences(tr("Assumptions"), results.assumptions, false);
    const auto* solved = outcome_->reasons ? &*outcome_->reasons : results.solved ? &*results.solved : nullptr;
    if (solved != nullptr) {
        add_sentences(tr("Approximations of the exact figures"), solved->approximations, false);
        add_sentences(tr("Not solved exactly"), solved->missing, false);
    }
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = topLevelItem(i);
        const QString title = item->text(figure_column);
        const bool opens = item->isExpanded() || title.startsWith(QLatin1String("service:"));
        item->setExpanded(open.contains(title) || (opens && !closed.contains(title)));
    }
    fit_columns();
    verticalScrollBar()->setValue(scrolled);
}

/// Columns are never narrower than figures that another run may bring, and have air between them.
void FiguresPage::fit_columns() {
    constexpr std::array<int, columns> least = {24, 12, 24, 14, 13, 7};
    constexpr int most = 64;
    constexpr int air = 2;
    const int letter = fontMetrics().averageCharWidth();
    for (int c = 0; c < columns; ++c) {
        resizeColumnToContents(c);
        const int wanted = columnWidth(c) + air * letter;
        setColumnWidth(c, std::clamp(wanted, least[static_cast<std::size_t>(c)] * letter, most * letter));
    }
}

QTreeWidgetItem* FiguresPage::add_section(const QString& title) {
    auto* section = new QTreeWidgetItem(this, {title});
    QFont bold = font();
    bold.setBold(true);
    section->setFont(figure_column, bold);
    // All rows are as high as the first: with air, and with room for a button.
    constexpr double row_growth = 1.3;
    section->setSizeHint(z_column, QSize(0, static_cast<int>(row_growth * fontMetrics().height())));
    return section;
}

/// What the design costs, where something has a price.
void FiguresPage::add_cost() {
    const auto figures = report::worded_cost_figures(outcome_->results);
    if (figures.empty()) return;
    const std::string& currency = outcome_->results.scenario.currency;
    QTreeWidgetItem* section =
        add_section(currency.empty() ? tr("Cost per year") : tr("Cost per year, in %1").arg(text_of(currency)));
    section->setText(value_column, translated(figures.front().value));
    for (const report::WordedFigure& figure : figures) {
        auto* item = new QTreeWidgetItem(
            section, {translated(figure.title),
                      translated(figure.value) + (figure.unreliable ? QStringLiteral(" ~") : QString()),
                      translated(figure.interval), translated(figure.count)});
        if (figure.unreliable) item->setToolTip(value_column, translated(report::unreliable_note()));
    }
    for (const auto& table : report::cost_tables(outcome_->results)) add_table(section, table);
    section->setExpanded(true);
}

/// Filled when it is opened: there may be thousands of nodes.
void FiguresPage::add_subjects() {
    std::map<std::string, const results::Metric*> availability;
    for (const results::Metric& row : outcome_->results.metrics) {
        if (row.metric == "unavailability") availability.emplace(row.subject, &row);
    }
    for (const std::string& subject : subjects_in_order(outcome_->results)) {
        if (subject == results::whole_design) continue;  // see add_cost
        QTreeWidgetItem* item = add_section(text_of(subject));
        item->setData(0, subject_role, text_of(subject));
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        const auto found = availability.find(subject);
        if (found == availability.end()) continue;
        const results::Metric& row = *found->second;
        item->setText(value_column, text_of(results::availability_text(row.estimate, (row.high - row.low) / 2.0)));
    }
}

void FiguresPage::fill(QTreeWidgetItem* subject) {
    const QString name = subject->data(0, subject_role).toString();
    if (name.isEmpty() || subject->childCount() > 0 || !outcome_) return;
    const std::string key = name.toStdString();
    for (const report::WordedFigure& figure : report::worded_figures_of(outcome_->results, key)) {
        auto* item = new QTreeWidgetItem(
            subject, {translated(figure.title),
                      translated(figure.value) + (figure.unreliable ? QStringLiteral(" ~") : QString()),
                      translated(figure.interval), translated(figure.count), text_of(figure.exact), text_of(figure.z)});
        if (figure.unreliable) item->setToolTip(value_column, translated(report::unreliable_note()));
        if (figure.exact.empty()) continue;
        const bool is_off = std::abs(text_of(figure.z).toDouble()) > far_off;
        const Role role = is_off ? Role::warning : Role::verified;
        for (const int column : {exact_column, z_column}) item->setForeground(column, colour(role, palette()));
        item->setToolTip(exact_column,
                         is_off ? tr("Off by more than chance explains.") : tr("Verified without sampling."));
    }
    for (const auto& table : report::objective_tables(outcome_->results, key)) add_table(subject, table);
    for (const auto& table : report::recovery_tables(outcome_->results, key)) add_table(subject, table);
    for (const auto& table : report::loss_tables(outcome_->results, key)) add_table(subject, table);
}

void FiguresPage::add_notable() {
    if (outcome_->results.notable.empty()) return;
    QTreeWidgetItem* section = add_section(tr("Trials worth a look"));
    for (const results::NotableTrial& notable : outcome_->results.notable) {
        const auto outages = static_cast<int>(std::min<std::uint64_t>(notable.outages, 1'000'000'000));
        const QString name = text_of(results::name_of(notable.subject));
        // Of a store: a loss or a recovery, not downtime.
        const bool is_of_service = results::kind_of(notable.subject) == "service";
        const QString figure = is_of_service ? text_of(results::duration_text(notable.downtime))
                                             : translated(results::figure_words(notable));
        const QString what = is_of_service ? tr("downtime of %1 in %n outage(s)", "", outages).arg(name)
                                           : tr("%1 of %2").arg(translated(results::title_of(notable.reason)), name);
        auto* item = new QTreeWidgetItem(section, {tr("Trial %1").arg(notable.trial), figure, what});
        item->setData(0, trial_role, QVariant::fromValue<quint64>(notable.trial));
        auto* button = new QPushButton(tr("Replay"));
        button->setObjectName(QStringLiteral("replay-%1").arg(notable.trial));
        button->setAccessibleName(tr("Replay trial %1").arg(notable.trial));
        button->setFlat(true);
        const quint64 trial = notable.trial;
        connect(button, &QPushButton::clicked, this, [this, trial] { Q_EMIT replay_wanted(trial); });
        setItemWidget(item, count_column, button);
    }
    section->setExpanded(true);
}

void FiguresPage::add_sentences(const QString& title, const std::vector<std::string>& sentences, bool open) {
    if (sentences.empty()) return;
    QTreeWidgetItem* section = add_section(title);
    section->setText(value_column, QString::number(sentences.size()));
    for (const std::string& sentence : sentences) {
        if (translated(sentence) == text_of(sentence)) section->setText(interval_column, english_note());
        auto* item = new QTreeWidgetItem(section, {translated(sentence)});
        item->setToolTip(figure_column, translated(sentence));
        item->setFirstColumnSpanned(true);
    }
    section->setExpanded(open);
}

void FiguresPage::replay(QTreeWidgetItem* item) {
    const QVariant trial = item->data(0, trial_role);
    if (trial.isValid()) Q_EMIT replay_wanted(trial.toULongLong());
}

QString FiguresPage::copied_text() const {
    QStringList lines;
    const bool selected_only = !selectedItems().isEmpty();
    for (QTreeWidgetItem* item = topLevelItem(0); item != nullptr; item = itemBelow(item)) {
        if (selected_only && !item->isSelected()) continue;
        QStringList cells;
        for (int c = 0; c < columns; ++c) cells << item->text(c);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void FiguresPage::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return QApplication::clipboard()->setText(copied_text());
    QTreeWidget::keyPressEvent(event);
}

}  // namespace nines::gui
