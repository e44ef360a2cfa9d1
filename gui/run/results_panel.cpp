// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/results_panel.hpp"

namespace nines::gui {

ResultsPanel::ResultsPanel(Runner& runner, QWidget* parent) : QWidget(parent), runner_(runner) {}

}  // namespace nines::gui
