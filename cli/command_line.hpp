// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_code.hpp"

namespace nines::cli {

/// The whole program: reads the command line and does what it says. Never throws.
ExitCode run_command_line(int argc, const char* const* argv);

}  // namespace nines::cli
