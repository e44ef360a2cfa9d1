// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

/// The page of a report, for the template library; what is filled in is in html.cpp.
extern const char* const html_template;

}  // namespace nines::gui
