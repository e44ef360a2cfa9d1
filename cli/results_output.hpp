// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "models/results/results.hpp"

/// Where results go and in which format, for every command that has some.
namespace nines::cli {

struct ResultsOutput {
    std::string path;    ///< Empty: standard output.
    std::string format;  ///< As report/formats.hpp names it, or "text". Empty: by the ending of the path, else text.
};

/// -o and --format.
void add_results_output(CLI::App& app, ResultsOutput& output);

/// Settles the format, once for all files. Usage error: an ending that names no format, one path for several files.
ExitCode settle_format(ResultsOutput& output, std::size_t file_count);

ExitCode write_results(const ResultsOutput& output, const results::Results& results, const LookArguments& look);

}  // namespace nines::cli
