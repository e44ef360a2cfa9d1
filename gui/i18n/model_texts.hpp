// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nines::gui {

/// Every text from below the desktop that it shows through `translated`: names and questions of kinds, help and
/// defaults of keys, forms of values, distributions, descriptions of presets, titles and meanings of metrics, report
/// formats; then titles and descriptions of the scenarios in `scenarios_folder`, which come with the program. Each
/// once, in the order of the manual.
std::vector<std::string> model_texts(const std::string& scenarios_folder);

/// C++ source in which lupdate finds these texts.
std::string source_for_lupdate(const std::vector<std::string>& texts);

}  // namespace nines::gui
