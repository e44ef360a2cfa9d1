// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "gui/canvas/overlay.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// What of a run is laid over the drawing.
enum class OverlayChoice { none, downtime, importance, utilisation };

/// The marks for one service; of utilisation for all crews.
Overlay overlay_of(OverlayChoice choice, const RunOutcome& outcome, const std::string& service);

}  // namespace nines::gui
