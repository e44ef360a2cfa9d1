// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "models/scenario/parsed.hpp"

namespace nines::scenario {

/// What tells whether two paths lead to the same file.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;

struct FileBytes {
    std::string bytes;
    FileIdentity identity;
};

/// The whole of a regular file of at most `max_file_bytes`. Folders, pipes and devices are refused without reading,
/// a pipe without waiting for a writer.
Parsed<FileBytes> read_regular_file(const std::string& path);

/// The same for a file inside `folder`: `relative` must not leave it, neither by `..`, nor as an absolute path, nor
/// through a symbolic link.
Parsed<FileBytes> read_file_beneath(const std::string& folder, const std::string& relative);

}  // namespace nines::scenario
