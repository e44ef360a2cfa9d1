// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/canvas/overlay.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// Figures and charts of the latest run.
class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    /// `runner` must outlive the panel.
    explicit ResultsPanel(Runner& runner, QWidget* parent = nullptr);

Q_SIGNALS:
    /// What is to be laid over the drawing: shares of downtime, importance, utilisation, or nothing.
    void overlay_changed(const nines::gui::Overlay& overlay);

private:
    Runner& runner_;
};

}  // namespace nines::gui
