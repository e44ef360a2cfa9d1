// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_panel.hpp"

namespace nines::gui {

RunPanel::RunPanel(Document& document, Runner& runner, QWidget* parent)
    : QWidget(parent), document_(document), runner_(runner) {}

std::vector<QAction*> RunPanel::run_actions() const {
    return {};
}

}  // namespace nines::gui
