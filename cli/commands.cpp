// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "cli/command.hpp"

namespace nines::cli {

std::vector<Command> add_commands(CLI::App& program) {
    constexpr std::array catalogue = {add_run,       add_solve,      add_compare,  add_report,    add_export,
                                      add_validate,  add_explain,    add_presets,  add_trace,     add_schema,
                                      add_reference, add_completion, add_bench,    add_selfcheck, add_results,
                                      add_sweep,     add_importance, add_optimise, add_gate};
    std::vector<Command> commands;
    for (const auto add : catalogue) commands.push_back(add(program));
    return commands;
}

}  // namespace nines::cli
