// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

/// Whether the user has asked the desktop for dark windows. The Qt of Debian 12 does not look at this setting, so we
/// ask the desktop's settings service. Without one, or without an answer within half a second: no.
bool desktop_prefers_dark();

}  // namespace nines::gui
