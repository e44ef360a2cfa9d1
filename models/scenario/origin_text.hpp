// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// "web.toml:4:8"; "scenario" for a place in none of the files.
std::string to_text(const Place& place, const std::vector<SourceFile>& files);

/// Who said a value, in words: "web.toml:4:8", "estimated; preset cloud-vm: .. (presets/cloud.toml:12:1)", "default".
std::string to_text(const Origin& origin, const std::vector<SourceFile>& files);

}  // namespace nines::scenario
