// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "gui/run/run_draft.hpp"
#include "models/results/study.hpp"
#include "models/scenario/scenario.hpp"

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace nines::gui {

/// What a run is to do in place of what the scenario says. An empty field leaves it to the scenario, and shows what
/// that is.
class RunSettings : public QWidget {
    Q_OBJECT

public:
    explicit RunSettings(QWidget* parent = nullptr);

    /// The options, or none if a field cannot be read: then it is said beside the fields, and the field is selected
    /// unless the user is busy elsewhere.
    std::optional<results::StudyOptions> options(bool user_is_elsewhere = false);
    /// Shows what holds where a field is empty.
    void show_defaults(const scenario::Experiment& experiment);

    /// What stands in the fields, as it was typed.
    void write_to(RunDraft& draft) const;
    void read_from(const RunDraft& draft);

Q_SIGNALS:
    /// The user changed a field.
    void edited();

private:
    QLineEdit* add_field(QGridLayout& form, const QString& label, const char* name, const QString& help);
    bool read(results::StudyOptions& options);
    bool refuse(QLineEdit* field, const QString& problem);

    QLineEdit* trials_;
    QLineEdit* precision_;
    QLineEdit* horizon_;
    QLineEdit* seed_;
    QLineEdit* confidence_;
    QSpinBox* threads_;
    QCheckBox* steady_;
    QCheckBox* allow_large_;
    QCheckBox* beside_recovery_;
    QLabel* problem_;
    bool user_is_elsewhere_ = false;
};

}  // namespace nines::gui
