// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/canvas/overlay.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// One trial of the latest run, told as a timeline.
class ReplayPanel : public QWidget {
    Q_OBJECT

public:
    /// `runner` must outlive the panel.
    explicit ReplayPanel(Runner& runner, QWidget* parent = nullptr);

Q_SIGNALS:
    /// States at the instant that is shown; empty when no replay is shown.
    void overlay_changed(const nines::gui::Overlay& overlay);

private:
    Runner& runner_;
};

}  // namespace nines::gui
