// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nines::gui {

/// Every text from below the desktop that it shows through `translated`: questions of kinds, help and defaults of keys,
/// forms of values, descriptions of presets, titles and meanings of metrics. Each once, in the order of the manual.
std::vector<std::string> model_texts();

/// C++ source in which lupdate finds these texts.
std::string source_for_lupdate(const std::vector<std::string>& texts);

}  // namespace nines::gui
