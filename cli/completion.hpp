// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

/// Shell completion written from the option table itself, so that it is never out of date.
namespace nines::cli {

struct CompletionOption {
    std::vector<std::string> names;  ///< "-o", "--output".
    std::string help;                ///< First sentence.
    bool takes_value = false;
    std::vector<std::string> values;  ///< The words that it takes; empty: anything.
};

struct CompletionCommand {
    std::string name;
    std::string help;
    std::vector<CompletionOption> options;
    std::vector<std::string> words;  ///< What its arguments may be; empty: file names.
    bool then_files = false;         ///< The first argument is one of the words, the others are file names.
};

/// The program's own options stand in the last entry, which has no name.
std::vector<CompletionCommand> completion_table(const CLI::App& program);

std::string bash_completion(const std::vector<CompletionCommand>& commands);
std::string zsh_completion(const std::vector<CompletionCommand>& commands);
std::string fish_completion(const std::vector<CompletionCommand>& commands);

}  // namespace nines::cli
