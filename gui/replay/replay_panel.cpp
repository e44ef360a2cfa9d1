// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/replay_panel.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <limits>

#include "gui/look/translated.hpp"
#include "gui/replay/timeline_view.hpp"
#include "gui/run/stale_note.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

constexpr int shortest_list = 16;  ///< Characters.

}  // namespace

ReplayPanel::ReplayPanel(Runner& runner, QWidget* parent)
    : QWidget(parent),
      runner_(runner),
      notable_(new QComboBox),
      number_(new QSpinBox),
      show_(new QPushButton(tr("&Show"))),
      on_drawing_(new QCheckBox(tr("On the &drawing"))),
      state_(new QLabel),
      stale_(new StaleNote),
      view_(new TimelineView) {
    notable_->setObjectName(QStringLiteral("notable_trials"));
    notable_->setAccessibleName(tr("Trials worth a look"));
    notable_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    notable_->setMinimumContentsLength(shortest_list);
    number_->setObjectName(QStringLiteral("trial_number"));
    number_->setRange(0, std::numeric_limits<int>::max());
    show_->setObjectName(QStringLiteral("show_trial"));
    show_->setToolTip(tr("Compute this trial again, event by event"));
    on_drawing_->setObjectName(QStringLiteral("on_drawing"));
    on_drawing_->setChecked(true);
    on_drawing_->setToolTip(tr("Lay the states of the present moment over the drawing"));
    state_->setObjectName(QStringLiteral("replay_state"));
    state_->setTextFormat(Qt::PlainText);
    // A long sentence must not make the window wider.
    state_->setWordWrap(true);
    auto* notable_label = new QLabel(tr("&Worth a look:"));
    notable_label->setBuddy(notable_);
    auto* number_label = new QLabel(tr("&Trial:"));
    number_label->setBuddy(number_);
    auto* choice = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{notable_label, notable_, number_label, number_, show_}) {
        choice->addWidget(widget);
    }
    choice->setStretchFactor(notable_, 2);
    choice->addWidget(state_, 1);
    choice->addWidget(stale_, 1);
    choice->addWidget(on_drawing_);
    auto* all = new QVBoxLayout(this);
    all->addLayout(choice);
    all->addWidget(view_, 1);
    wire();
    set_outcome(runner_.outcome());
}

void ReplayPanel::wire() {
    connect(&runner_, &Runner::outcome_changed, this, [this] { set_outcome(runner_.outcome()); });
    connect(notable_, &QComboBox::activated, this, [this](int index) {
        if (index >= 0) show_trial(notable_->itemData(index).toULongLong());
    });
    connect(show_, &QPushButton::clicked, this, [this] { show_trial(static_cast<quint64>(number_->value())); });
    connect(&loader_, &TrialLoader::loaded, this, &ReplayPanel::take_timeline);
    connect(view_, &TimelineView::overlay_changed, this, &ReplayPanel::tell_overlay);
    connect(view_, &TimelineView::subject_chosen, this, &ReplayPanel::subject_chosen);
    connect(view_, &TimelineView::problem, this, &ReplayPanel::problem);
    connect(on_drawing_, &QCheckBox::toggled, this, &ReplayPanel::tell_overlay);
}

void ReplayPanel::set_outcome(std::shared_ptr<const RunOutcome> outcome) {
    const bool is_other = !outcome || !outcome->study || outcome->study != shown_;
    outcome_ = std::move(outcome);
    list_notable();
    const bool has_run = outcome_ && outcome_->study;
    for (QWidget* widget : std::initializer_list<QWidget*>{notable_, number_, show_}) widget->setEnabled(has_run);
    if (view_->timeline()) {
        const quint64 trial = view_->timeline()->trace().trial;
        is_other&& has_run ? show_trial(trial) : choose_notable(trial);
    }
    say_state();
}

void ReplayPanel::list_notable() {
    notable_->clear();
    if (!outcome_) return;
    for (const results::NotableTrial& trial : outcome_->results.notable) {
        QString text = tr("%1 of %2: %3 (trial %4)")
                           .arg(translated(results::title_of(trial.reason)), QString::fromStdString(trial.subject),
                                translated(results::figure_words(trial)))
                           .arg(trial.trial);
        const bool is_rare = trial.reason == results::NotableTrial::Reason::typical && trial.share_of_trials < 0.5;
        if (is_rare) {
            text = tr("%1; only %2 of the trials had any")
                       .arg(text, QString::fromStdString(results::percent_text(trial.share_of_trials)));
        }
        notable_->addItem(text, QVariant::fromValue<qulonglong>(trial.trial));
    }
    notable_->setCurrentIndex(-1);
    notable_->setPlaceholderText(notable_->count() == 0 ? tr("No trial had an outage or a loss")
                                                        : tr("Choose a trial"));
}

/// The list names the trial that is shown, wherever it was chosen.
void ReplayPanel::choose_notable(quint64 trial) {
    const QVariant present = notable_->currentData();
    // One trial may stand there for several reasons: the one that was chosen stays.
    if (present.isValid() && present.toULongLong() == trial) return;
    notable_->setCurrentIndex(notable_->findData(QVariant::fromValue<qulonglong>(trial)));
}

void ReplayPanel::set_revision(quint64 revision) {
    stale_->set_current(revision);
}

void ReplayPanel::say_state() {
    if (loader_.is_loading()) return state_->setText(tr("Computing the trial…"));
    if (!outcome_ || !outcome_->study)
        return state_->setText(tr("Run the design first: then any trial can be replayed."));
    if (!view_->timeline()) return state_->setText(tr("Choose a trial."));
    const observe::Trace& trace = view_->timeline()->trace();
    const auto count = static_cast<int>(trace.events.size());
    state_->setText(trace.truncated ? tr("Trial %1: the first %n events", "", count).arg(trace.trial)
                                    : tr("Trial %1: %n events", "", count).arg(trace.trial));
}

std::optional<ReplayPlace> ReplayPanel::place() const {
    if (!view_->timeline()) return std::nullopt;
    return ReplayPlace{.trial = view_->timeline()->trace().trial, .seconds = view_->time()};
}

void ReplayPanel::show_trial(quint64 trial, double seconds) {
    if (!outcome_ || !outcome_->study) return;
    seconds_ = seconds;
    constexpr auto most = static_cast<quint64>(std::numeric_limits<int>::max());
    number_->setValue(static_cast<int>(std::min(trial, most)));
    choose_notable(trial);
    shown_ = outcome_->study;
    stale_->set_shown(outcome_->revision);
    const auto program = std::shared_ptr<const compile::Program>(shown_, &shown_->program);
    loader_.load(program, shown_->plan.seed, trial);
    say_state();
}

void ReplayPanel::take_timeline(const std::shared_ptr<const observe::Timeline>& timeline) {
    view_->set_timeline(timeline, shown_->begin_in_week);
    if (seconds_ > 0.0) view_->set_time(seconds_);
    say_state();
}

void ReplayPanel::tell_overlay() {
    Q_EMIT overlay_changed(on_drawing_->isChecked() ? view_->overlay() : Overlay());
}

}  // namespace nines::gui
