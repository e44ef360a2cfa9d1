// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace nines::golden {

/// Every scenario beneath scenarios/, "tutorial/01_one_server.toml" and so on, in alphabetical order.
inline std::vector<std::string> shipped_scenarios() {
    namespace fs = std::filesystem;
    const fs::path root = NINES_SOURCE_DIR "/scenarios";
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() == ".toml")
            paths.push_back(entry.path().lexically_relative(root).generic_string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace nines::golden
