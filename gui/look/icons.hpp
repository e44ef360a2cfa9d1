// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <string>

namespace nines::gui {

/// The icon of a kind of thing ("group", "store", ..), drawn in the palette's text colour; kinds without a drawing of
/// their own get a plain box with their first letter.
QIcon kind_icon(const std::string& kind, const QPalette& palette);

}  // namespace nines::gui
