// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/look/colours.hpp"
#include "gui/run/runner.hpp"

class QLabel;
class QVBoxLayout;

namespace nines::gui {

/// The availability of each service in large figures, with interval, nines and what the exact engine says.
class EstimateView : public QWidget {
    Q_OBJECT

public:
    explicit EstimateView(QWidget* parent = nullptr);

    /// Nothing is known.
    void clear();
    /// What is known while a run goes on.
    void show_progress(const observe::Progress& progress);
    /// What was found, with exact figures beside as far as they are there.
    void show_outcome(const RunOutcome& outcome);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Block {
        QWidget* box = nullptr;
        QLabel* name = nullptr;
        QLabel* value = nullptr;
        QLabel* interval = nullptr;
        QLabel* verified = nullptr;
        Role role = Role::verified;
    };
    Block& block(std::size_t index, const QString& name);
    void show_interval(Block& block, const sim::Interval& unavailability, quint64 trials);
    void show_verdict(Block& block, const RunOutcome& outcome, const results::Metric& row);
    void colour_blocks();

    QVBoxLayout* layout_;
    std::vector<Block> blocks_;
};

}  // namespace nines::gui
