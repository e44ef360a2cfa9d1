// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_panel.hpp"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "gui/charts/chart_view.hpp"
#include "gui/look/action_icons.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "gui/run/estimate_view.hpp"
#include "gui/run/run_settings.hpp"
#include "models/charts/catalogue.hpp"
#include "models/report/summary.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

constexpr int debounce_ms = 400;
constexpr double quick_precision = 0.1;
constexpr int bar_steps = 1000;
constexpr int letters_with_chart = 135;  ///< A narrower panel shows settings and estimates only.

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

/// Half-widths shrink with the square root of the number of trials.
double trials_needed(const observe::Progress& progress, const std::optional<double>& precision) {
    const auto most = static_cast<double>(progress.of);
    if (!precision || !std::isfinite(progress.relative_half_width)) return most;
    const double ratio = progress.relative_half_width / *precision;
    return std::clamp(static_cast<double>(progress.trials) * ratio * ratio, 1.0, most);
}

QScrollArea* scrolled(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

}  // namespace

RunPanel::RunPanel(Document& document, Runner& runner, QWidget* parent)
    : QWidget(parent), document_(document), runner_(runner) {
    setObjectName(QStringLiteral("run-panel"));
    make_actions();
    auto* row = new QHBoxLayout(this);
    row->setSpacing(fontMetrics().height());
    row->addWidget(make_settings());
    row->addWidget(make_state(), 1);
    row->addWidget(make_chart(), 2);

    debounce_.setSingleShot(true);
    debounce_.setInterval(debounce_ms);
    connect(&debounce_, &QTimer::timeout, this, &RunPanel::run_quickly);
    connect(&document_, &Document::text_changed, this, &RunPanel::on_text_changed);
    connect(&document_, &Document::identity_changed, this, [this] { chart_->set_design_path(document_.path()); });
    connect(&runner_, &Runner::started, this, &RunPanel::on_started);
    connect(&runner_, &Runner::progressed, this, &RunPanel::on_progress);
    connect(&runner_, &Runner::outcome_changed, this, &RunPanel::on_outcome);
    connect(&runner_, &Runner::refused, this, &RunPanel::on_refused);
    connect(&runner_, &Runner::finished, this, &RunPanel::on_finished);
    chart_->set_design_path(document_.path());
    on_text_changed();
    take_up_run();
}

/// The runner may have been at work before this panel was there: another language makes the panels anew.
void RunPanel::take_up_run() {
    if (runner_.outcome()) on_outcome();
    if (runner_.is_running()) on_started();
    show_chart();
}

void RunPanel::make_actions() {
    run_action_ = new QAction(tr("&Run"), this);
    run_action_->setObjectName(QStringLiteral("run"));
    run_action_->setShortcut(QKeySequence(Qt::Key_F5));
    run_action_->setStatusTip(tr("Simulates the scenario."));
    connect(run_action_, &QAction::triggered, this, &RunPanel::run);
    cancel_action_ = new QAction(tr("&Cancel Run"), this);
    cancel_action_->setObjectName(QStringLiteral("cancel-run"));
    cancel_action_->setShortcut(QKeySequence(Qt::Key_Escape));
    cancel_action_->setStatusTip(tr("Ends the run; what was simulated until then is kept."));
    cancel_action_->setEnabled(false);
    connect(cancel_action_, &QAction::triggered, &runner_, &Runner::cancel);
    automatic_action_ = new QAction(tr("Run as I &Edit"), this);
    automatic_action_->setObjectName(QStringLiteral("run-as-i-edit"));
    automatic_action_->setCheckable(true);
    automatic_action_->setStatusTip(tr("Runs for half a second after each change of the text."));
    connect(automatic_action_, &QAction::toggled, this, [this](bool on) {
        on ? debounce_.start() : debounce_.stop();
        Q_EMIT draft_changed();
    });
    for (QAction* action : run_actions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);  // whoever shows them in a menu may widen it
        addAction(action);
    }
    draw_icons();
}

void RunPanel::draw_icons() {
    run_action_->setIcon(action_icon(ActionIcon::run, palette()));
    cancel_action_->setIcon(action_icon(ActionIcon::stop, palette()));
    automatic_action_->setIcon(action_icon(ActionIcon::repeat, palette()));
}

std::vector<QAction*> RunPanel::run_actions() const {
    return {run_action_, cancel_action_, automatic_action_};
}

QWidget* RunPanel::make_settings() {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : run_actions()) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    settings_ = new RunSettings;
    connect(settings_, &RunSettings::edited, this, &RunPanel::draft_changed);
    QScrollArea* area = scrolled(settings_);
    // A bar beside the fields, when there must be one, takes no room from them.
    area->setMinimumWidth(settings_->sizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    layout->addWidget(area, 1);
    column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    return column;
}

QWidget* RunPanel::make_state() {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add_label = [&](const char* name) {
        auto* label = new QLabel;
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    badge_ = add_label("badge");
    message_ = add_label("message");
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                      Qt::LinksAccessibleByKeyboard);
    connect(message_, &QLabel::linkActivated, this, &RunPanel::errors_wanted);
    estimates_ = new EstimateView;
    layout->addWidget(scrolled(estimates_), 1);
    bar_ = new QProgressBar;
    bar_->setRange(0, bar_steps);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the run"));
    layout->addWidget(bar_);
    progress_ = add_label("progress");
    bar_->hide();
    return column;
}

QWidget* RunPanel::make_chart() {
    chart_side_ = new QWidget;
    chart_side_->setMinimumWidth(1);
    auto* column = new QVBoxLayout(chart_side_);
    column->setContentsMargins(0, 0, 0, 0);
    service_row_ = new QWidget;
    auto* choice = new QHBoxLayout(service_row_);
    choice->setContentsMargins(0, 0, 0, 0);
    service_ = new QComboBox;
    service_->setObjectName(QStringLiteral("convergence-of"));
    auto* label = new QLabel(tr("Con&vergence of"));
    label->setBuddy(service_);
    choice->addWidget(label);
    choice->addWidget(service_);
    choice->addStretch(1);
    chart_ = new ChartView;
    chart_->setMinimumWidth(1);
    column->addWidget(service_row_);
    column->addWidget(chart_, 1);
    connect(service_, &QComboBox::currentIndexChanged, this, [this] {
        show_chart();
        Q_EMIT draft_changed();
    });
    return chart_side_;
}

RunDraft RunPanel::draft() const {
    RunDraft draft;
    settings_->write_to(draft);
    draft.automatic = automatic_action_->isChecked();
    draft.service = service_->currentData().toString();
    return draft;
}

void RunPanel::set_draft(const RunDraft& draft) {
    const QSignalBlocker quiet(this);
    settings_->read_from(draft);
    automatic_action_->setChecked(draft.automatic);
    debounce_.stop();
    const int service = service_->findData(draft.service);
    if (service >= 0) service_->setCurrentIndex(service);
}

void RunPanel::run() {
    if (!document_.is_sound()) return on_text_changed();
    const auto options = settings_->options();
    if (!options) return;
    debounce_.stop();
    const auto& experiment = document_.opened().scenario.experiment;
    precision_ = options->precision;
    if (!precision_ && !options->trials) precision_ = experiment.precision.value;
    runner_.start(document_.opened(), *options, document_.revision());
}

void RunPanel::run_quickly() {
    if (!automatic_action_->isChecked() || !document_.is_sound()) return;
    auto options = settings_->options(true);
    if (!options) return;
    options->precision = quick_precision;
    options->trials.reset();
    precision_ = quick_precision;
    runner_.start(document_.opened(), *options, document_.revision(), RunKind::quick);
}

void RunPanel::on_text_changed() {
    settings_->show_defaults(document_.opened().scenario.experiment);
    run_action_->setEnabled(document_.is_sound());
    if (document_.is_sound()) {
        show_message({}, false);
        if (automatic_action_->isChecked()) debounce_.start();
    } else {
        const auto& diagnostics = document_.opened().diagnostics;
        const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(), [](const auto& diagnostic) {
            return diagnostic.severity == scenario::Severity::error;
        });
        show_message(tr("The scenario has %n error(s) and cannot be run.", "", static_cast<int>(errors)) +
                         QStringLiteral(" <a href=\"errors\">") + tr("Show them") + QStringLiteral("</a>"),
                     true);
        debounce_.stop();
    }
    show_state();
    show_chart();
}

void RunPanel::on_started() {
    cancel_action_->setEnabled(true);
    if (document_.is_sound()) show_message({}, false);
    bar_->setValue(0);
    bar_->show();
    progress_->setText(tr("Starting..."));
    show_state();
}

void RunPanel::on_progress(const observe::Progress& progress, double seconds) {
    estimates_->show_progress(progress);
    const double needed = trials_needed(progress, precision_);
    const auto done = static_cast<double>(progress.trials);
    bar_->setValue(static_cast<int>(bar_steps * std::min(1.0, done / std::max(1.0, needed))));
    const QString count = text_of(results::count_text(progress.trials));
    const QString of = text_of(results::count_text(progress.of));
    QString text = precision_ ? tr("%1 of at most %2 trials").arg(count, of) : tr("%1 of %2 trials").arg(count, of);
    const double rate = seconds > 0.0 ? done / seconds : 0.0;
    if (rate > 0.0) {
        const double left = std::ceil(std::max(0.0, needed - done) / rate);
        text += tr(", %1/s, about %2 left")
                    .arg(text_of(results::count_text(static_cast<std::uint64_t>(rate))),
                         text_of(results::duration_text(left)));
    }
    progress_->setText(text);
    show_chart();
}

void RunPanel::on_outcome() {
    const auto outcome = runner_.outcome();
    estimates_->show_outcome(*outcome);
    progress_->setText(summary_of(*outcome));
    show_chart();
    show_state();
}

QString RunPanel::summary_of(const RunOutcome& outcome) const {
    const results::RunInfo& run = outcome.results.run;
    const QString count = text_of(results::count_text(run.trials));
    const QString took = text_of(results::duration_text(run.wall_seconds));
    const QString events = text_of(results::count_text(run.events));
    const QString done = tr("%1 trials, %2 events in %3.").arg(count, events, took);
    const auto and_then = [&](const QString& sentence) { return in_a_row({done, sentence}); };
    if (outcome.quick) return and_then(tr("A quick run: the intervals are wide."));
    if (!outcome.complete) return and_then(tr("Cancelled: the figures are those of the trials that were done."));
    if (run.stopped == "precision") return and_then(tr("The precision was reached."));
    if (run.stopped == "limit") return and_then(tr("The trials were used up before the precision was reached."));
    return and_then(tr("All trials were done."));
}

void RunPanel::on_refused(const QString& text) {
    show_message(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), true);
}

void RunPanel::on_finished() {
    cancel_action_->setEnabled(false);
    bar_->hide();
    const auto outcome = runner_.outcome();
    if (runner_.history().empty()) progress_->setText(tr("Nothing was run."));
    show_state();
}

void RunPanel::show_state() {
    const auto outcome = runner_.outcome();
    QStringList notes;
    if (outcome && !runner_.is_running() && outcome->revision != document_.revision()) {
        notes << tr("Out of date: the text was changed after this run.");
    }
    if (outcome && !runner_.is_running() && outcome->quick) notes << tr("Quick run");
    badge_->setText(in_a_row(notes));
    badge_->setVisible(!notes.isEmpty());
    const auto paint = [this](QLabel* label, Role role) {
        QPalette shown = palette();
        shown.setColor(QPalette::WindowText, colour(role, palette()));
        label->setPalette(shown);
    };
    paint(badge_, Role::warning);
    paint(message_, message_is_error_ ? Role::error : Role::muted);
}

void RunPanel::show_chart() {
    const auto outcome = runner_.outcome();
    const bool use_outcome = outcome && !runner_.is_running();
    const results::Results none;
    fill_services();
    const std::string subject = service_->currentData().toString().toStdString();
    chart_->setVisible(!subject.empty());
    if (subject.empty()) return;
    charts::Source source{.results = use_outcome ? outcome->results : none,
                          .subject = subject,
                          .history = &runner_.history(),
                          .precision = precision_};
    chart_->set_chart(charts::convergence_chart(source));
}

/// The services of the run, before the first one those of the scenario; the one that was chosen stays.
void RunPanel::fill_services() {
    QStringList subjects;
    const std::vector<observe::Progress>& history = runner_.history();
    if (!history.empty()) {
        for (const auto& service : history.back().services) subjects << text_of(service.name);
    } else {
        for (const auto& service : document_.opened().scenario.services) {
            subjects << QStringLiteral("service:") + text_of(service.id);
        }
    }
    QStringList shown;
    for (int index = 0; index < service_->count(); ++index) shown << service_->itemData(index).toString();
    service_row_->setVisible(subjects.size() > 1);
    if (subjects == shown) return;
    const QSignalBlocker quiet(service_);
    const QString before = service_->currentData().toString();
    service_->clear();
    for (const QString& subject : subjects) {
        service_->addItem(text_of(std::string(results::name_of(subject.toStdString()))), subject);
    }
    service_->setCurrentIndex(subjects.isEmpty() ? -1 : std::max(0, service_->findData(before)));
}

void RunPanel::show_message(const QString& text, bool is_error) {
    message_is_error_ = is_error;
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    show_state();
}

void RunPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    chart_side_->setVisible(width() >= letters_with_chart * fontMetrics().averageCharWidth());
}

void RunPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || badge_ == nullptr || message_ == nullptr) return;
    show_state();
    draw_icons();
}

}  // namespace nines::gui
