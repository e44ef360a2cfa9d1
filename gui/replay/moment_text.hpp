// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "gui/canvas/overlay.hpp"
#include "models/observe/timeline.hpp"

namespace nines::gui {

/// One instant in words, as simple HTML: what is down and why, stages and primaries, shares of the requests, what is
/// being repaired. What is well is left out.
QString moment_html(const observe::Timeline& timeline, const std::vector<observe::SubjectState>& states);

/// The same laid over the drawing.
Overlay overlay_of(const observe::Timeline& timeline, const std::vector<observe::SubjectState>& states,
                   const QString& legend);

/// One outage from its first cause to its end, as simple HTML.
QString outage_html(const observe::Timeline& timeline, const observe::Outage& outage, const QString& begin);

}  // namespace nines::gui
