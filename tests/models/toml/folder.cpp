// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/toml/folder.hpp"

#include <fstream>

#include <stdlib.h>

#include "tests/catch.hpp"

namespace nines::scenario {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nines-read-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

Folder::~Folder() {
    std::filesystem::remove_all(path_);
}

std::string Folder::file(std::string_view name) const {
    return (path_ / name).string();
}

std::string Folder::write(std::string_view name, std::string_view text) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

}  // namespace nines::scenario
