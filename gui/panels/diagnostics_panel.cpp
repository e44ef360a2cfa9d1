// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/diagnostics_panel.hpp"

namespace nines::gui {

DiagnosticsPanel::DiagnosticsPanel(Document& document, QWidget* parent) : QWidget(parent), document_(document) {}

}  // namespace nines::gui
