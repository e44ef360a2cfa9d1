// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/completion.hpp"
#include "cli/output.hpp"

namespace nines::cli {

Command add_completion(CLI::App& program) {
    CLI::App* app = program.add_subcommand("completion", "Print the completion script of a shell");
    auto shell = std::make_shared<std::string>();
    app->add_option("SHELL", *shell, "bash, zsh or fish")
        ->required()
        ->type_name("")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    app->footer(R"(Examples:
  source <(nines completion bash)
  nines completion zsh > ~/.zfunc/_nines
  nines completion fish > ~/.config/fish/completions/nines.fish)");
    return {app, [shell, &program] {
                const auto table = completion_table(program);
                if (*shell == "bash") return write_data(bash_completion(table));
                if (*shell == "zsh") return write_data(zsh_completion(table));
                return write_data(fish_completion(table));
            }};
}

}  // namespace nines::cli
