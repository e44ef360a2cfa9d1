// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.hpp"

namespace nines::cli {

namespace {

/// The words of a check such as `IsMember`, which shows itself as "NAME:{text,json}".
std::vector<std::string> words_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

CompletionOption described(const CLI::Option& option) {
    CompletionOption result;
    for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
    const std::string& help = option.get_description();
    result.help = help.substr(0, help.find_first_of("(;:,"));
    while (result.help.ends_with(' ')) result.help.pop_back();
    result.takes_value = option.get_items_expected_max() > 0;
    result.values = words_of(option);
    return result;
}

CompletionCommand described(const CLI::App& app, const std::string& name) {
    CompletionCommand command{name, app.get_description(), {}, {}, false};
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            command.then_files = !command.words.empty();
            if (!command.then_files) command.words = words_of(*option);
        } else {
            command.options.push_back(described(*option));
        }
    }
    return command;
}

}  // namespace

std::vector<CompletionCommand> completion_table(const CLI::App& program) {
    std::vector<CompletionCommand> table;
    const auto is_any = [](const CLI::App*) { return true; };
    for (const CLI::App* app : program.get_subcommands(is_any)) table.push_back(described(*app, app->get_name()));
    table.push_back(described(program, ""));
    return table;
}

}  // namespace nines::cli
