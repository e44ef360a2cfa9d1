// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>
#include <optional>
#include <vector>

#include "models/compare/metric_name.hpp"

class QLabel;

namespace nines::gui {

/// A line to type into, and below it in words what is wrong with what was typed.
class CheckedField : public QWidget {
    Q_OBJECT

public:
    /// `name` is the line's object name; that of the words ends with "-problem".
    explicit CheckedField(const QString& name, QWidget* parent = nullptr);

    QLineEdit& line() const { return *line_; }
    QString text() const { return line_->text().trimmed(); }
    /// Empty: nothing is wrong.
    void show_problem(const QString& problem);
    bool has_problem() const;

private:
    QLineEdit* line_;
    QLabel* problem_;
};

/// Figures by name with commas between them, "availability, recovery_time_mean[zone]"; an empty line is an empty list.
/// None: a name cannot be read, and the field says why.
std::optional<std::vector<compare::MetricName>> read_metrics(CheckedField& field);
/// Offers the names of all figures while one is typed.
void complete_metrics(QLineEdit& line);

/// A number of trials, or none where the line is empty; an outer none: it cannot be read, and the field says so.
std::optional<std::optional<std::uint64_t>> read_trials(CheckedField& field);

}  // namespace nines::gui
