// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nines::gui {

/// The name that is offered for a file made of a design: beside the design's own file and after its name,
/// "/home/me/shop-availability.png". A design without a file gives "availability.png".
QString export_name(const QString& design_path, const QString& what, const QString& ending);

}  // namespace nines::gui
