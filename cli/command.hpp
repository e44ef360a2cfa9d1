// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"

namespace nines::cli {

/// One subcommand: its options, and what it does once they are read.
struct Command {
    CLI::App* app = nullptr;
    std::function<ExitCode()> run;
};

/// The catalogue: each adds itself to the program. A new command is one file and one row in commands.cpp.
Command add_run(CLI::App& program);
Command add_results(CLI::App& program);
Command add_solve(CLI::App& program);
Command add_compare(CLI::App& program);
Command add_report(CLI::App& program);
Command add_export(CLI::App& program);
Command add_validate(CLI::App& program);
Command add_explain(CLI::App& program);
Command add_presets(CLI::App& program);
Command add_trace(CLI::App& program);
Command add_schema(CLI::App& program);
Command add_reference(CLI::App& program);
Command add_completion(CLI::App& program);
Command add_bench(CLI::App& program);
Command add_selfcheck(CLI::App& program);
Command add_sweep(CLI::App& program);
Command add_importance(CLI::App& program);
Command add_optimise(CLI::App& program);
Command add_gate(CLI::App& program);

std::vector<Command> add_commands(CLI::App& program);

}  // namespace nines::cli
