// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace nines::bench {

/// Everything that a shell command prints; empty if it cannot be run or fails.
std::optional<std::string> output_of(const std::string& command);

/// In quotes, as one word for the shell.
std::string quoted(const std::string& word);

}  // namespace nines::bench
