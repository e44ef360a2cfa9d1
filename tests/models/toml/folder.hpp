// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nines::scenario {

/// A temporary folder that is gone afterwards.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// The path of `name` inside the folder.
    std::string file(std::string_view name) const;

    /// Writes `text` to `name`, making folders on the way, and gives the path.
    std::string write(std::string_view name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

}  // namespace nines::scenario
