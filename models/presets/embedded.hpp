// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace nines::presets {

/// One file of the library as it was when the program was built.
struct EmbeddedText {
    std::string_view name;  ///< "cloud.toml".
    std::string_view toml;
};

/// In the order in which CMakeLists.txt lists them. Generated from the TOML files by embed.cmake.
std::vector<EmbeddedText> embedded_texts();

}  // namespace nines::presets
