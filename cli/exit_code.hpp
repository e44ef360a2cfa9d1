// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::cli {

/// What a command tells the shell.
enum class ExitCode : int {
    fine = 0,
    objective_missed = 1,  ///< Only from commands that gate, or that say whether results are different.
    usage = 2,             ///< The command line is wrong, or asks for too much.
    invalid_scenario = 3,
    io = 4,            ///< A file cannot be read or written.
    inconclusive = 5,  ///< Less was learnt than asked for: precision not reached, or the run was interrupted.
};

}  // namespace nines::cli
