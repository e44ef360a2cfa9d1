// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::scenario {

/// Writes a file whole or not at all: to a new temporary beside the target, which is flushed to disk and then renamed
/// over the target. On any failure (full disk, no permission) the old file is untouched and no temporary remains.
/// An existing file's permissions are kept; a symbolic link is followed, so that the file it names is replaced.
/// Returns an empty string, or what went wrong ("cannot write web.toml: No space left on device").
std::string write_file_whole(const std::string& path, std::string_view bytes);

}  // namespace nines::scenario
