// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/scenario/document.hpp"

namespace nines::gui {

/// One file that says what the scenario and the files that it includes say together, with `format = 1`. Presets, copies
/// and splits stay what they are; comments are not kept.
std::string merged_text(const scenario::Document& document);

}  // namespace nines::gui
