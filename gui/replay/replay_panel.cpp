// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/replay_panel.hpp"

namespace nines::gui {

ReplayPanel::ReplayPanel(Runner& runner, QWidget* parent) : QWidget(parent), runner_(runner) {}

}  // namespace nines::gui
