// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

enum class Theme { system, light, dark };

/// Gives the whole program this theme, at once and at any time: windows hear of it by QEvent::PaletteChange. Light and
/// dark are palettes of our own; with `system` the colours are those of the desktop, so that its high contrast and its
/// dark mode hold here too.
void apply_theme(Theme theme);

}  // namespace nines::gui
