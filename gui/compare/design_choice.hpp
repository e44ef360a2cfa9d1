// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "gui/compare/comparer.hpp"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QListWidget;

namespace nines::gui {

/// Which of the open designs are compared, against which one, over how many trials.
class DesignChoice : public QWidget {
    Q_OBJECT

public:
    explicit DesignChoice(QWidget* parent = nullptr);

    /// The open designs; those that were not chosen stay so. A design with errors cannot be chosen, and says so.
    void show_designs(const std::vector<ComparedText>& designs);
    /// The chosen ones, the baseline first.
    std::vector<std::size_t> chosen() const;
    /// None while a number cannot be read: the field says why.
    std::optional<compare::CompareOptions> options() const;

Q_SIGNALS:
    void edited();

private:
    void show_baselines();
    void check_trials();

    QListWidget* designs_;
    QComboBox* baseline_;
    QLineEdit* trials_;
    QDoubleSpinBox* indifference_;
    bool showing_ = false;
};

}  // namespace nines::gui
