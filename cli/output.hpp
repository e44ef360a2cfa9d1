// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/scenario.hpp"

/// Where things go: data to standard output or a file, all else to standard error.
namespace nines::cli {

/// A reader that has gone (`| head -1`) has what it wanted: no message, and all is fine.
ExitCode write_data(std::string_view text);

/// To the file as a whole, or to standard output when `path` is empty.
ExitCode write_data(const std::string& path, std::string_view text);

/// "nines: text" on standard error, and its hint on a line of its own.
void say_error(std::string_view text, std::string_view hint = {});

/// Every diagnostic of this severity or worse on standard error.
void say_diagnostics(const scenario::Diagnostics& diagnostics, const std::vector<scenario::SourceFile>& files,
                     scenario::Severity at_least);

}  // namespace nines::cli
