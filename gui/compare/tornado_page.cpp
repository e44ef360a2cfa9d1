// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/tornado_page.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/charts/chart_view.hpp"
#include "gui/compare/checked_field.hpp"
#include "gui/compare/figure_table.hpp"
#include "gui/compare/job_bar.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "models/charts/figure_axis.hpp"
#include "models/charts/tornado.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {

namespace {

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

FigureCell change_cell(const compare::Difference& difference) {
    return {text_of(report::difference_with_interval(difference)), difference.estimate, {}};
}

std::vector<FigureCell> cells_of(const compare::Effect& effect) {
    const auto value = [](const std::string& toml) {
        return FigureCell{text_of(scenario::plain_literal(toml)), {}, {}};
    };
    FigureCell elasticity{QStringLiteral("-"), {}, {}};
    if (effect.elasticity) {
        const auto number = [](double of) { return text_of(results::number_text(of)); };
        elasticity = {
            QStringLiteral("%1 [%2, %3]")
                .arg(number(*effect.elasticity), number(effect.elasticity_low), number(effect.elasticity_high)),
            *effect.elasticity,
            {}};
    }
    return {{text_of(effect.factor.path), {}, {}},
            value(effect.factor.base),
            elasticity,
            value(effect.factor.low),
            change_cell(effect.low),
            value(effect.factor.high),
            change_cell(effect.high)};
}

}  // namespace

TornadoPage::TornadoPage(SweepDraft& draft, Sweeper& sweeper, QWidget* parent)
    : QWidget(parent), draft_(draft), sweeper_(sweeper) {
    setObjectName(QStringLiteral("tornado-page"));
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(make_side());
    splitter->addWidget(make_found());
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    for (const CheckedField* field : {metric_, trials_}) {
        connect(&field->line(), &QLineEdit::textChanged, this, &TornadoPage::on_edited);
    }
    connect(range_, &QDoubleSpinBox::valueChanged, this, &TornadoPage::on_edited);
    connect(bar_, &JobBar::start_wanted, this, &TornadoPage::run);
    connect(bar_, &JobBar::cancel_wanted, &sweeper_, &Sweeper::cancel);
    connect(&sweeper_, &Sweeper::started, this, &TornadoPage::show_state);
    connect(&sweeper_, &Sweeper::finished, this, &TornadoPage::show_state);
    connect(&sweeper_, &Sweeper::tornados_changed, this, &TornadoPage::show_tornados);
    connect(&sweeper_, &Sweeper::refused, this, [this](const QString& text) {
        if (sweeper_.task() == Sweeper::Task::tornado) bar_->tell(text);
    });
    connect(&sweeper_, &Sweeper::progressed, this, [this](quint64 trials, quint64 of) {
        if (sweeper_.task() == Sweeper::Task::tornado) bar_->show_progress(trials, of);
    });
    if (sweeper_.tornados()) show_tornados();
    show_state();
}

QWidget* TornadoPage::make_side() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto* what =
        new QLabel(tr("Every number, quantity and distribution of the scenario is made lower and higher, one at "
                      "a time."));
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    range_ = new QDoubleSpinBox;
    range_->setObjectName(QStringLiteral("tornado-range"));
    constexpr double least = 1.0;
    constexpr double most = 99.0;
    range_->setRange(least, most);
    range_->setDecimals(0);
    range_->setValue(draft_.range_percent);
    range_->setSuffix(QStringLiteral(" %"));
    range_->setToolTip(tr("A small range comes nearer to the derivative, a large one has less noise."));
    form->addRow(tr("Lower and &higher by"), range_);
    metric_ = new CheckedField(QStringLiteral("tornado-metric"));
    metric_->line().setText(draft_.tornado_metric);
    metric_->line().setPlaceholderText(QStringLiteral("downtime_per_year"));
    complete_metrics(metric_->line());
    form->addRow(tr("&Figures"), metric_);
    trials_ = new CheckedField(QStringLiteral("tornado-trials"));
    trials_->line().setText(draft_.tornado_trials);
    trials_->line().setPlaceholderText(tr("as the scenario says"));
    form->addRow(tr("Trials &of each"), trials_);
    column->addLayout(form);
    bar_ = new JobBar(tr("&Find Out"), QStringLiteral("tornado"), this);
    column->addWidget(bar_);
    export_ = new QToolButton;
    export_->setObjectName(QStringLiteral("export-tornado"));
    export_->setText(tr("E&xport"));
    export_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    make_export_menu(*export_, QStringLiteral("tornado"), [this]() -> std::optional<report::Sheet> {
        if (!sweeper_.tornados()) return std::nullopt;
        return report::sheet_of(*sweeper_.tornados());
    });
    column->addWidget(export_);
    column->addStretch(1);
    constexpr int letters = 44;
    side->setMinimumWidth(letters * fontMetrics().averageCharWidth());
    return side;
}

QWidget* TornadoPage::make_found() {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    stale_ = new QLabel(tr("The design has changed since: find out again."));
    QPalette warned = stale_->palette();
    warned.setColor(QPalette::WindowText, colour(Role::warning, palette()));
    stale_->setPalette(warned);
    column->addWidget(stale_);
    nothing_ =
        new QLabel(tr("Press F5 to see which input matters most: where better data, or better parts, are worth "
                      "their price."));
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(nothing_, 1);
    found_ = new QWidget;
    auto* inner = new QVBoxLayout(found_);
    inner->setContentsMargins(0, 0, 0, 0);
    chosen_ = new QComboBox;
    chosen_->setObjectName(QStringLiteral("tornado-figure"));
    chosen_->setAccessibleName(tr("Figure that is shown"));
    inner->addWidget(chosen_);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    chart_ = new ChartView;
    chart_->setObjectName(QStringLiteral("tornado-chart"));
    table_ = new FigureTable(QStringLiteral("tornado-table"), tr("What each input changes"));
    splitter->addWidget(chart_);
    splitter->addWidget(table_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    inner->addWidget(splitter, 1);
    left_out_ = new QLabel;
    left_out_->setObjectName(QStringLiteral("tornado-left-out"));
    left_out_->setWordWrap(true);
    left_out_->setTextFormat(Qt::PlainText);
    left_out_->setForegroundRole(QPalette::PlaceholderText);
    inner->addWidget(left_out_);
    column->addWidget(found_, 1);
    connect(chosen_, &QComboBox::currentIndexChanged, this, &TornadoPage::show_chosen);
    return whole;
}

void TornadoPage::show_design(const SweptDesign& design) {
    text_ = design.text;
    is_sound_ = !scenario::has_errors(design.opened.diagnostics);
    show_state();
}

std::optional<TornadoOrder> TornadoPage::order() {
    const auto metrics = read_metrics(*metric_);
    const auto trials = read_trials(*trials_);
    if (!metrics || !trials || !is_sound_) return std::nullopt;
    TornadoOrder order;
    constexpr double percent = 100.0;
    order.range = range_->value() / percent;
    order.metrics = *metrics;
    if (order.metrics.empty()) order.metrics.push_back({"", "downtime_per_year", ""});
    order.options.trials = *trials;
    order.options.threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
    return order;
}

void TornadoPage::on_edited() {
    draft_.tornado_metric = metric_->line().text();
    draft_.tornado_trials = trials_->line().text();
    draft_.range_percent = range_->value();
    show_state();
}

void TornadoPage::run() {
    if (const auto wanted = order()) sweeper_.start_tornado(text_, *wanted);
}

void TornadoPage::show_state() {
    bar_->show_state(order().has_value(), sweeper_.is_running(), sweeper_.task() == Sweeper::Task::tornado);
    const bool has_found = sweeper_.tornados() != nullptr;
    export_->setEnabled(has_found);
    nothing_->setVisible(!has_found);
    found_->setVisible(has_found);
    stale_->setVisible(has_found && sweeper_.tornados_revision() != text_.revision && !sweeper_.is_running());
}

void TornadoPage::show_tornados() {
    const int before = std::max(0, chosen_->currentIndex());
    chosen_->clear();
    for (const compare::Tornado& tornado : *sweeper_.tornados()) {
        chosen_->addItem(translated(charts::figure_title(tornado.as_is, tornado.figures.scenario.currency)));
    }
    chosen_->setCurrentIndex(std::min(before, chosen_->count() - 1));
    chosen_->setVisible(chosen_->count() > 1);
}

void TornadoPage::show_chosen() {
    const int index = chosen_->currentIndex();
    const auto tornados = sweeper_.tornados();
    if (index < 0 || !tornados || index >= static_cast<int>(tornados->size())) return;
    const compare::Tornado& tornado = (*tornados)[static_cast<std::size_t>(index)];
    chart_->set_chart(charts::tornado_chart(tornado));
    std::vector<std::vector<FigureCell>> rows;
    for (const compare::Effect& effect : tornado.effects) rows.push_back(cells_of(effect));
    table_->show_rows(
        {tr("Input"), tr("As it is"), tr("Elasticity"), tr("Low"), tr("Change"), tr("High"), tr("Change")}, rows);
    QStringList sentences;
    for (const std::string& left_out : tornado.left_out) sentences << text_of(left_out);
    left_out_->setText(sentences.join(QLatin1Char('\n')));
    left_out_->setVisible(!sentences.isEmpty());
}

}  // namespace nines::gui
