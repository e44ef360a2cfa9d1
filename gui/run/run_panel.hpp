// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/document/document.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// Settings of a run, run and cancel, and the estimate as it grows.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` and `runner` must outlive the panel.
    RunPanel(Document& document, Runner& runner, QWidget* parent = nullptr);

    /// Run, cancel, run automatically: for menus and toolbars.
    std::vector<QAction*> run_actions() const;

private:
    Document& document_;
    Runner& runner_;
};

}  // namespace nines::gui
