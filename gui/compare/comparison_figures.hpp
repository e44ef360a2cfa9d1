// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

#include "models/compare/comparison.hpp"

namespace nines::gui {

/// The tables of a comparison: each metric that decides with every design's figure and its difference to the first, the
/// other pairs, and how to read them.
class ComparisonFigures : public QTreeWidget {
    Q_OBJECT

public:
    explicit ComparisonFigures(QWidget* parent = nullptr);

    void show_comparison(const compare::Comparison& comparison);

private:
    void fit_columns();
};

/// What the designs differ by: things that came or went, and values.
class DesignChanges : public QTreeWidget {
    Q_OBJECT

public:
    explicit DesignChanges(QWidget* parent = nullptr);

    void show_comparison(const compare::Comparison& comparison);
};

}  // namespace nines::gui
