// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The few kinds that look different from a box in the drawing. Every other kind, known or not, is a box.
namespace nines::gui {

/// Drawn as an area with its content inside.
bool is_area_kind(std::string_view kind);

/// Told on a shelf beside the drawing: what acts on the design, or says what its parts are, but is no part of it.
bool is_shelf_kind(std::string_view kind);

/// What users see: stays on top of the drawing.
bool is_top_kind(std::string_view kind);

}  // namespace nines::gui
