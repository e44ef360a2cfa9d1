// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/property_panel.hpp"

namespace nines::gui {

PropertyPanel::PropertyPanel(Document& document, QWidget* parent) : QWidget(parent), document_(document) {}

void PropertyPanel::show_things(const std::vector<edit::ThingName>&) {}

}  // namespace nines::gui
