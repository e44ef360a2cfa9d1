// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/checked_field.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/look/colours.hpp"
#include "gui/look/whole_number.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::gui {

CheckedField::CheckedField(const QString& name, QWidget* parent) : QWidget(parent) {
    line_ = new QLineEdit;
    line_->setObjectName(name);
    problem_ = new QLabel;
    problem_->setObjectName(name + QStringLiteral("-problem"));
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, colour(Role::error, palette()));
    problem_->setPalette(shown);
    problem_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(line_);
    column->addWidget(problem_);
    setFocusProxy(line_);
}

void CheckedField::show_problem(const QString& problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    line_->setAccessibleDescription(problem);
}

bool CheckedField::has_problem() const {
    return !problem_->text().isEmpty();
}

std::optional<std::vector<compare::MetricName>> read_metrics(CheckedField& field) {
    std::vector<compare::MetricName> metrics;
    field.show_problem({});
    for (const QString& part : field.text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto name = compare::parse_metric_name(part.trimmed().toStdString());
        if (!name) {
            QStringList words{QString::fromStdString(name.error().message)};
            if (!name.error().hint.empty()) words << QString::fromStdString(name.error().hint);
            field.show_problem(words.join(QStringLiteral("; ")));
            return std::nullopt;
        }
        metrics.push_back(*name);
    }
    return metrics;
}

void complete_metrics(QLineEdit& line) {
    QStringList names;
    for (const results::MetricInfo& metric : results::metric_catalogue()) {
        names << QString::fromStdString(metric.name);
    }
    auto* completer = new QCompleter(names, &line);
    completer->setFilterMode(Qt::MatchContains);
    completer->setWidget(&line);
    // Of the name that is being typed, which is the last one.
    QObject::connect(&line, &QLineEdit::textEdited, completer, [completer](const QString& text) {
        const QString typed = text.section(QLatin1Char(','), -1).trimmed();
        completer->setCompletionPrefix(typed);
        const bool is_whole = completer->completionCount() == 1 && completer->currentCompletion() == typed;
        if (typed.isEmpty() || is_whole) return completer->popup()->hide();
        completer->complete();
    });
    QObject::connect(completer, qOverload<const QString&>(&QCompleter::activated), &line, [&line](const QString& name) {
        const int comma = static_cast<int>(line.text().lastIndexOf(QLatin1Char(',')));
        const QString before = comma < 0 ? QString() : line.text().left(comma + 1) + QLatin1Char(' ');
        line.setText(before + name);
    });
}

std::optional<std::optional<std::uint64_t>> read_trials(CheckedField& field) {
    field.show_problem({});
    if (field.text().isEmpty()) return std::optional<std::uint64_t>();
    const auto trials = whole_number(field.text());
    if (trials && *trials > 0) return trials;
    field.show_problem(CheckedField::tr("A whole number above 0, for example 10000 or 1e5."));
    return std::nullopt;
}

}  // namespace nines::gui
