// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/sweep_page.hpp"

#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/compare/chart_list.hpp"
#include "gui/compare/figure_table.hpp"
#include "gui/compare/job_bar.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "models/charts/figure_axis.hpp"
#include "models/charts/sweep.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/report/figures.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {

namespace {

using compare::MetricName;
using compare::PointRow;

const MetricName cost{"scenario:design", "cost_per_year", ""};

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

const PointRow* first_row(const compare::Sweep& sweep, const MetricName& figure) {
    for (const auto& rows : sweep.figures.rows) {
        if (const PointRow* row = compare::find_row(rows, figure)) return row;
    }
    return nullptr;
}

QStringList columns_of(const compare::Sweep& sweep, const std::vector<MetricName>& figures) {
    QStringList columns{QStringLiteral("#")};
    for (const auto& column : sweep.grid.columns) columns << text_of(column.name);
    for (const MetricName& figure : figures) {
        const PointRow* row = first_row(sweep, figure);
        columns << translated(charts::figure_title(row->metric, sweep.figures.scenario.currency));
    }
    return columns;
}

FigureCell cell_of(const PointRow* row) {
    if (row == nullptr) return {SweepPage::tr("nothing seen"), {}, {}};
    const results::MetricWords words = results::metric_words(row->metric);
    if (results::is_exact(row->metric))
        return {translated(words.value), row->metric.estimate, translated(words.interval)};
    FigureCell cell{QStringLiteral("%1  (%2)").arg(translated(words.value), translated(words.interval)),
                    row->metric.estimate, translated(words.count)};
    if (report::is_doubtful(row->metric)) cell.text += QStringLiteral(" ~");
    return cell;
}

std::vector<FigureCell> cells_of(const compare::Sweep& sweep, std::size_t point,
                                 const std::vector<MetricName>& figures) {
    std::vector<FigureCell> cells{{QString::number(point + 1), static_cast<double>(point), {}}};
    const auto indices = sweep.grid.at(point);
    const auto values = compare::values_at(sweep.grid, point);
    for (std::size_t c = 0; c < values.size(); ++c) {
        cells.push_back({text_of(values[c]), static_cast<double>(indices[c]), {}});
    }
    for (const MetricName& figure : figures) {
        const PointRow* row = compare::find_row(sweep.figures.rows[point], figure);
        cells.push_back(cell_of(row));
        if (row == nullptr || !row->to_base || point == sweep.figures.base) continue;
        cells.back().tip +=
            QLatin1Char('\n') +
            SweepPage::tr("Against the first point: %1").arg(text_of(report::difference_with_interval(*row->to_base)));
    }
    return cells;
}

std::vector<charts::Chart> charts_of(const compare::Sweep& sweep, const std::vector<MetricName>& figures) {
    std::vector<charts::Chart> charts;
    for (const MetricName& figure : figures) charts.push_back(charts::sweep_chart(sweep, figure));
    for (const MetricName& figure : figures) {
        const bool is_harm = figure.metric == "downtime_per_year" || figure.metric == "data_loss_mean";
        if (is_harm) charts.push_back(charts::sweep_trade_off_chart(sweep, cost, figure));
    }
    return charts;
}

}  // namespace

SweepPage::SweepPage(SweepDraft& draft, Sweeper& sweeper, QWidget* parent)
    : QWidget(parent), sweeper_(sweeper), setup_(new SweepSetup(draft)) {
    setObjectName(QStringLiteral("sweep-page"));
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(make_side());
    splitter->addWidget(make_found());
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    connect(setup_, &SweepSetup::checked, this, &SweepPage::show_state);
    connect(setup_, &SweepSetup::write_wanted, this, &SweepPage::write_wanted);
    connect(bar_, &JobBar::start_wanted, this, &SweepPage::run);
    connect(bar_, &JobBar::cancel_wanted, &sweeper_, &Sweeper::cancel);
    connect(&sweeper_, &Sweeper::started, this, &SweepPage::show_state);
    connect(&sweeper_, &Sweeper::finished, this, &SweepPage::show_state);
    connect(&sweeper_, &Sweeper::sweep_changed, this, &SweepPage::show_sweep);
    connect(&sweeper_, &Sweeper::refused, this, [this](const QString& text) {
        if (sweeper_.task() == Sweeper::Task::sweep) bar_->tell(text);
    });
    connect(&sweeper_, &Sweeper::progressed, this, [this](quint64 trials, quint64 of) {
        if (sweeper_.task() == Sweeper::Task::sweep) bar_->show_progress(trials, of);
    });
    if (sweeper_.sweep()) show_sweep();
    show_state();
}

QWidget* SweepPage::make_side() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(setup_, 1);
    bar_ = new JobBar(tr("&Sweep"), QStringLiteral("sweep"), this);
    column->addWidget(bar_);
    export_ = new QToolButton;
    export_->setObjectName(QStringLiteral("export-sweep"));
    export_->setText(tr("E&xport"));
    export_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    make_export_menu(*export_, QStringLiteral("sweep"), [this]() -> std::optional<report::Sheet> {
        if (!sweeper_.sweep()) return std::nullopt;
        return report::sheet_of(*sweeper_.sweep());
    });
    column->addWidget(export_);
    constexpr int letters = 44;
    side->setMinimumWidth(letters * fontMetrics().averageCharWidth());
    return side;
}

QWidget* SweepPage::make_found() {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    stale_ = new QLabel(tr("The design has changed since: sweep again."));
    stale_->setObjectName(QStringLiteral("sweep-stale"));
    QPalette warned = stale_->palette();
    warned.setColor(QPalette::WindowText, colour(Role::warning, palette()));
    stale_->setPalette(warned);
    column->addWidget(stale_);
    nothing_ =
        new QLabel(tr("Choose what varies, and press F5. All points run the same trials with the same luck, so "
                      "differences between them are known far better than the figures themselves."));
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(nothing_, 1);
    pages_ = new QTabWidget;
    pages_->setDocumentMode(true);
    charts_ = new ChartList(QStringLiteral("sweep-charts"), tr("Charts of the sweep"));
    table_ = new FigureTable(QStringLiteral("sweep-table"), tr("Figures of the sweep by point"));
    pages_->addTab(charts_, tr("Charts"));
    pages_->addTab(table_, tr("Figures"));
    column->addWidget(pages_, 1);
    reading_ = new QLabel;
    reading_->setObjectName(QStringLiteral("sweep-reading"));
    reading_->setWordWrap(true);
    reading_->setTextFormat(Qt::PlainText);
    reading_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(reading_);
    return whole;
}

void SweepPage::show_design(const SweptDesign& design) {
    text_ = design.text;
    setup_->show_design(design);
}

void SweepPage::run() {
    setup_->check_now();
    if (!setup_->order()) return;
    sweeper_.start_sweep(text_, *setup_->order());
}

void SweepPage::show_state() {
    bar_->show_state(setup_->order().has_value(), sweeper_.is_running(), sweeper_.task() == Sweeper::Task::sweep);
    const bool has_sweep = sweeper_.sweep() != nullptr;
    export_->setEnabled(has_sweep);
    nothing_->setVisible(!has_sweep);
    pages_->setVisible(has_sweep);
    reading_->setVisible(has_sweep);
    stale_->setVisible(has_sweep && sweeper_.sweep_revision() != text_.revision && !sweeper_.is_running());
}

void SweepPage::show_sweep() {
    const compare::Sweep& sweep = *sweeper_.sweep();
    const auto figures = compare::figures_in(sweep.figures);
    std::vector<std::vector<FigureCell>> rows;
    for (std::size_t point = 0; point < sweep.figures.rows.size(); ++point) {
        rows.push_back(cells_of(sweep, point, figures));
    }
    table_->show_rows(columns_of(sweep, figures), rows);
    const bool is_priced = first_row(sweep, cost) != nullptr;
    charts_->show_charts(charts_of(sweep, figures), is_priced ? QString() : price_hint());
    const std::vector<wording::Text> words = report::sweep_words(sweep);
    QStringList sentences{tr("%1.").arg(translated(words.front()))};
    for (std::size_t i = 1; i < words.size(); ++i) sentences << translated(words[i]);
    reading_->setText(in_a_row(sentences));
}

}  // namespace nines::gui
