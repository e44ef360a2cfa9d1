// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/design.hpp"

namespace nines::gui {

Design::Design(QObject* parent) : QObject(parent) {}

}  // namespace nines::gui
