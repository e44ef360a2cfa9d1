// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/compare_page.hpp"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/compare/comparison_charts.hpp"
#include "gui/compare/comparison_figures.hpp"
#include "gui/compare/design_choice.hpp"
#include "gui/look/action_icons.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/plain_message.hpp"
#include "gui/look/translated.hpp"
#include "models/compare/answer.hpp"
#include "models/report/comparison_csv.hpp"
#include "models/report/comparison_json.hpp"
#include "models/report/comparison_markdown.hpp"
#include "models/report/comparison_table.hpp"
#include "models/report/comparison_text.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::gui {

namespace {

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

QLabel* make_label(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

ComparePage::ComparePage(Designs designs, Comparer& comparer, QWidget* parent)
    : QWidget(parent), read_designs_(std::move(designs)), comparer_(comparer) {
    setObjectName(QStringLiteral("compare-page"));
    make_actions();
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(make_side());
    splitter->addWidget(make_answer());
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    connect(choice_, &DesignChoice::edited, this, &ComparePage::show_state);
    connect(&comparer_, &Comparer::started, this, &ComparePage::show_state);
    connect(&comparer_, &Comparer::finished, this, &ComparePage::show_state);
    connect(&comparer_, &Comparer::refused, this, &ComparePage::tell);
    connect(&comparer_, &Comparer::comparison_changed, this, &ComparePage::show_comparison);
    connect(&comparer_, &Comparer::progressed, this, [this](quint64 trials, quint64 of) {
        constexpr int steps = 1000;
        bar_->setRange(0, steps);
        bar_->setValue(static_cast<int>(static_cast<double>(trials) / static_cast<double>(of) * steps));
    });
    refresh();
    if (comparer_.comparison()) show_comparison();
}

void ComparePage::make_actions() {
    compare_action_ = new QAction(tr("&Compare"), this);
    compare_action_->setObjectName(QStringLiteral("compare-now"));
    compare_action_->setShortcut(QKeySequence(Qt::Key_F5));
    compare_action_->setIcon(action_icon(ActionIcon::run, palette()));
    connect(compare_action_, &QAction::triggered, this, &ComparePage::compare_now);
    cancel_action_ = new QAction(tr("Cance&l"), this);
    cancel_action_->setObjectName(QStringLiteral("cancel-compare"));
    cancel_action_->setIcon(action_icon(ActionIcon::stop, palette()));
    cancel_action_->setToolTip(tr("Ends the comparison; what all designs have done is kept."));
    connect(cancel_action_, &QAction::triggered, &comparer_, &Comparer::cancel);
    for (QAction* action : {compare_action_, cancel_action_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

QWidget* ComparePage::make_side() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    choice_ = new DesignChoice;
    column->addWidget(choice_, 1);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {compare_action_, cancel_action_}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    bar_ = new QProgressBar;
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the comparison"));
    column->addWidget(bar_);
    message_ = make_label("compare-message");
    column->addWidget(message_);
    export_ = new QToolButton;
    export_->setObjectName(QStringLiteral("export-comparison"));
    export_->setText(tr("E&xport Comparison"));
    export_->setPopupMode(QToolButton::InstantPopup);
    export_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    export_->setFocusPolicy(Qt::StrongFocus);
    make_export_menu(export_);
    column->addWidget(export_);
    constexpr int letters = 40;
    side->setMinimumWidth(letters * fontMetrics().averageCharWidth());
    return side;
}

QWidget* ComparePage::make_answer() {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    stale_ = make_label("compare-stale");
    stale_->setText(tr("A design has changed since: compare again."));
    QPalette warned = stale_->palette();
    warned.setColor(QPalette::WindowText, colour(Role::warning, palette()));
    stale_->setPalette(warned);
    column->addWidget(stale_);
    answer_ = make_label("answer");
    QFont larger = answer_->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    answer_->setFont(larger);
    column->addWidget(answer_);
    pages_ = new QTabWidget;
    pages_->setDocumentMode(true);
    figures_ = new ComparisonFigures;
    charts_ = new ComparisonCharts;
    changes_ = new DesignChanges;
    pages_->addTab(figures_, tr("Figures"));
    pages_->addTab(charts_, tr("Charts"));
    pages_->addTab(changes_, tr("What Differs"));
    column->addWidget(pages_, 1);
    reading_ = make_label("reading");
    column->addWidget(reading_);
    return whole;
}

void ComparePage::make_export_menu(QToolButton* button) {
    auto* menu = new QMenu(button);
    for (const auto& [format, ending] :
         {std::pair{"text", "txt"}, {"json", "json"}, {"csv", "csv"}, {"markdown", "md"}}) {
        const QString name = QLatin1String(format);
        menu->addAction(tr("Export as %1...").arg(name), this,
                        [this, name, end = QString::fromLatin1(ending)] { export_as(name, end); });
    }
    button->setMenu(menu);
}

void ComparePage::refresh() {
    designs_ = read_designs_();
    choice_->show_designs(designs_);
    show_state();
}

void ComparePage::compare_now() {
    const auto options = choice_->options();
    if (!options || comparer_.is_running()) return;
    refresh();
    std::vector<ComparedText> chosen;
    for (const std::size_t index : choice_->chosen()) chosen.push_back(designs_[index]);
    message_->clear();
    comparer_.start(chosen, *options);
}

void ComparePage::tell(const QString& text) {
    message_->setText(text);
}

void ComparePage::show_state() {
    const bool is_running = comparer_.is_running();
    const bool is_enough = choice_->chosen().size() >= 2;
    compare_action_->setEnabled(!is_running && is_enough && choice_->options());
    cancel_action_->setEnabled(is_running);
    bar_->setVisible(is_running);
    if (is_running && bar_->maximum() != 0 && bar_->value() <= 0) bar_->setRange(0, 0);
    if (!is_running) bar_->reset();
    const bool has_comparison = comparer_.comparison() != nullptr;
    export_->setEnabled(has_comparison);
    const bool is_stale = comparer_.is_stale(designs_);
    stale_->setVisible(is_stale && !is_running);
    if (!has_comparison) {
        answer_->setText(is_enough ? tr("Choose the designs, and press F5.")
                                   : tr("Open two designs or more, and choose at least two."));
    }
    pages_->setEnabled(has_comparison);
}

void ComparePage::show_comparison() {
    const compare::Comparison& comparison = *comparer_.comparison();
    QStringList sentences;
    for (const wording::Text& sentence : compare::answer_words(comparison)) sentences << translated(sentence);
    answer_->setText(sentences.join(QLatin1Char('\n')));
    QStringList notes{tr("%1.").arg(translated(report::comparison_experiment(comparison))),
                      translated(report::comparison_reading(comparison))};
    for (const std::string& note : comparison.notes) notes << text_of(note) + QLatin1Char('.');
    reading_->setText(in_a_row(notes));
    figures_->show_comparison(comparison);
    charts_->show_comparison(comparison);
    changes_->show_comparison(comparison);
}

void ComparePage::export_as(const QString& format, const QString& ending) {
    const auto comparison = comparer_.comparison();
    if (!comparison) return;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export Comparison"), QStringLiteral("comparison.%1").arg(ending),
                                     tr("%1 files (*.%2)").arg(format, ending));
    if (path.isEmpty()) return;
    if (!path.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive)) path += QLatin1Char('.') + ending;
    const std::string text = format == QLatin1String("json")       ? report::to_json(*comparison)
                             : format == QLatin1String("csv")      ? report::to_csv(*comparison)
                             : format == QLatin1String("markdown") ? report::to_markdown(*comparison)
                                                                   : report::to_text(*comparison, {});
    const std::string problem = scenario::write_file_whole(path.toStdString(), text);
    if (!problem.empty()) warn(this, tr("Export Comparison"), text_of(problem));
}

}  // namespace nines::gui
