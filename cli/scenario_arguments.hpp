// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"
#include "models/validate/open.hpp"

/// FILE and -D, which most commands take.
namespace nines::cli {

struct ScenarioArguments {
    std::vector<std::string> files;
    std::vector<std::string> overrides;
};

void add_one_file(CLI::App& app, ScenarioArguments& arguments);
void add_files(CLI::App& app, ScenarioArguments& arguments);

/// What a scenario's diagnostics mean for the shell: fine, invalid scenario, or the file itself cannot be read.
ExitCode exit_code_of(const scenario::Diagnostics& diagnostics);

struct OpenedFile {
    ExitCode code = ExitCode::fine;  ///< Not fine: the errors have been said.
    validate::Opened opened;
};

/// Opens and, when there are errors, says them all.
OpenedFile open_or_say(const std::string& file, const ScenarioArguments& arguments);

struct OpenedFiles {
    ExitCode code = ExitCode::fine;  ///< Of the first that is not fine.
    std::vector<scenario::Scenario> scenarios;
    std::vector<scenario::Diagnostics> warnings;
};

/// Opens all files, and says what is wrong with every one of them.
OpenedFiles open_all_or_say(const ScenarioArguments& arguments);

}  // namespace nines::cli
