// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_settings.hpp"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QThread>

#include "gui/look/colours.hpp"
#include "gui/look/whole_number.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/parse.hpp"

namespace nines::gui {
namespace {

constexpr std::uint64_t usual_trials = 10'000;
constexpr std::uint64_t most_with_precision = 1'000'000;
constexpr double usual_horizon_seconds = 365.0 * 86400.0;
constexpr double usual_confidence = 0.95;
constexpr int most_threads = 1024;

// Fields stand in two columns, so that all are seen in a low panel.
constexpr int rows_of_fields = 3;
constexpr int switches_row = rows_of_fields;
constexpr int recovery_row = switches_row + 1;
constexpr int problem_row = recovery_row + 1;

void add_labelled(QGridLayout& grid, const QString& text, QWidget* field) {
    const int before = grid.count() / 2;
    const int row = before % rows_of_fields;
    const int column = before / rows_of_fields * 2;
    auto* label = new QLabel(text);
    label->setBuddy(field);
    grid.addWidget(label, row, column);
    grid.addWidget(field, row, column + 1);
}

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace

RunSettings::RunSettings(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth());
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    trials_ = add_field(*grid, tr("&Trials"), "trials",
                        tr("How many horizons are simulated; with a precision the most of them."));
    precision_ = add_field(*grid, tr("&Precision"), "precision",
                           tr("The run stops when the downtime of every service is known to this, for example 5 %."));
    horizon_ = add_field(*grid, tr("&Horizon"), "horizon", tr("Simulated time of one trial, for example 1 y or 30 d."));
    seed_ = add_field(*grid, tr("S&eed"), "seed", tr("Another seed gives another sample."));
    confidence_ = add_field(*grid, tr("&Confidence"), "confidence", tr("Of all intervals, for example 95 %."));
    threads_ = new QSpinBox;
    threads_->setObjectName(QStringLiteral("threads"));
    threads_->setRange(1, most_threads);
    threads_->setValue(QThread::idealThreadCount());
    threads_->setToolTip(tr("Never changes a result."));
    connect(threads_, &QSpinBox::valueChanged, this, &RunSettings::edited);
    add_labelled(*grid, tr("Th&reads"), threads_);
    steady_ = new QCheckBox(tr("&Long-run figures"));
    steady_->setObjectName(QStringLiteral("steady"));
    steady_->setToolTip(tr("Equilibrium ages, and a warm-up that is not measured."));
    connect(steady_, &QCheckBox::toggled, this, &RunSettings::edited);
    grid->addWidget(steady_, switches_row, 0, 1, 2);
    allow_large_ = new QCheckBox(tr("&Allow very large runs"));
    allow_large_->setObjectName(QStringLiteral("allow-large"));
    allow_large_->setToolTip(tr("Runs also what is expected to take more than 1e12 events."));
    connect(allow_large_, &QCheckBox::toggled, this, &RunSettings::edited);
    grid->addWidget(allow_large_, switches_row, 2, 1, 2);
    beside_recovery_ = new QCheckBox(tr("Also without &plans and backups"));
    beside_recovery_->setObjectName(QStringLiteral("beside-recovery"));
    beside_recovery_->setToolTip(tr("Runs the design twice: also with what high availability does alone."));
    connect(beside_recovery_, &QCheckBox::toggled, this, &RunSettings::edited);
    grid->addWidget(beside_recovery_, recovery_row, 0, 1, 4);
    problem_ = new QLabel;
    problem_->setObjectName(QStringLiteral("settings-problem"));
    problem_->setWordWrap(true);
    problem_->hide();
    connect(this, &RunSettings::edited, problem_, &QLabel::hide);
    grid->addWidget(problem_, problem_row, 0, 1, 4);
    grid->setRowStretch(problem_row + 1, 1);
}

QLineEdit* RunSettings::add_field(QGridLayout& grid, const QString& label, const char* name, const QString& help) {
    auto* field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setToolTip(help);
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * 11);
    connect(field, &QLineEdit::textChanged, this, &RunSettings::edited);
    add_labelled(grid, label, field);
    return field;
}

bool RunSettings::refuse(QLineEdit* field, const QString& problem) {
    problem_->setText(problem);
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, colour(Role::error, palette()));
    problem_->setPalette(shown);
    problem_->show();
    if (user_is_elsewhere_) return false;
    field->setFocus();
    field->selectAll();
    return false;
}

bool RunSettings::read(results::StudyOptions& options) {
    if (!trials_->text().trimmed().isEmpty()) {
        options.trials = whole_number(trials_->text().trimmed());
        if (!options.trials || *options.trials == 0) {
            return refuse(trials_, tr("The number of trials must be a whole number above 0, such as 10000 or 1e6."));
        }
    }
    if (!precision_->text().trimmed().isEmpty()) {
        const auto share = scenario::parse_share(precision_->text().trimmed().toStdString());
        if (!share || !(*share > 0.0 && *share < 1.0)) {
            return refuse(precision_, tr("The precision must be between 0 % and 100 %, for example 5 %."));
        }
        options.precision = *share;
    }
    if (!horizon_->text().trimmed().isEmpty()) {
        const auto duration = scenario::parse_duration(horizon_->text().trimmed().toStdString());
        if (!duration) return refuse(horizon_, text_of(duration.error().message + ". " + duration.error().hint));
        if (*duration <= Duration() || duration->is_forever()) {
            return refuse(horizon_, tr("The horizon must be above 0 and finite."));
        }
        options.horizon = *duration;
    }
    if (!seed_->text().trimmed().isEmpty()) {
        options.seed = whole_number(seed_->text().trimmed());
        if (!options.seed) return refuse(seed_, tr("The seed must be a whole number."));
    }
    if (!confidence_->text().trimmed().isEmpty()) {
        const auto share = scenario::parse_share(confidence_->text().trimmed().toStdString());
        if (!share || !(*share > 0.5 && *share < 1.0)) {
            return refuse(confidence_, tr("The confidence must be above 50 % and below 100 %."));
        }
        options.confidence = *share;
    }
    return true;
}

std::optional<results::StudyOptions> RunSettings::options(bool user_is_elsewhere) {
    user_is_elsewhere_ = user_is_elsewhere;
    results::StudyOptions options;
    if (!read(options)) return std::nullopt;
    problem_->hide();
    options.steady = steady_->isChecked();
    options.allow_large = allow_large_->isChecked();
    options.beside_recovery = beside_recovery_->isChecked();
    options.threads = static_cast<unsigned>(threads_->value());
    return options;
}

void RunSettings::write_to(RunDraft& draft) const {
    draft.trials = trials_->text();
    draft.precision = precision_->text();
    draft.horizon = horizon_->text();
    draft.seed = seed_->text();
    draft.confidence = confidence_->text();
    draft.threads = threads_->value();
    draft.steady = steady_->isChecked();
    draft.allow_large = allow_large_->isChecked();
    draft.beside_recovery = beside_recovery_->isChecked();
}

void RunSettings::read_from(const RunDraft& draft) {
    trials_->setText(draft.trials);
    precision_->setText(draft.precision);
    horizon_->setText(draft.horizon);
    seed_->setText(draft.seed);
    confidence_->setText(draft.confidence);
    threads_->setValue(draft.threads > 0 ? draft.threads : QThread::idealThreadCount());
    steady_->setChecked(draft.steady);
    allow_large_->setChecked(draft.allow_large);
    beside_recovery_->setChecked(draft.beside_recovery);
}

void RunSettings::show_defaults(const scenario::Experiment& experiment) {
    const bool has_precision = static_cast<bool>(experiment.precision);
    const std::uint64_t trials = experiment.trials ? static_cast<std::uint64_t>(*experiment.trials)
                                 : has_precision   ? most_with_precision
                                                   : usual_trials;
    trials_->setPlaceholderText(text_of(results::count_text(trials)));
    precision_->setPlaceholderText(has_precision ? text_of(results::percent_text(*experiment.precision))
                                                 : tr("none", "precision"));
    const double horizon = experiment.horizon ? experiment.horizon->in_seconds() : usual_horizon_seconds;
    horizon_->setPlaceholderText(text_of(results::duration_text(horizon)));
    seed_->setPlaceholderText(QString::number(experiment.seed.value_or(1)));
    confidence_->setPlaceholderText(text_of(results::percent_text(experiment.confidence.value_or(usual_confidence))));
}

}  // namespace nines::gui
