// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion.hpp"

namespace nines::cli {

namespace {

/// Inside single quotes of any shell.
std::string quoted(std::string text) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 4) text.replace(at, 1, "'\\''");
    return "'" + text + "'";
}

std::vector<std::string> option_names(const CompletionCommand& command) {
    std::vector<std::string> names;
    for (const auto& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

std::vector<std::string> command_names(const std::vector<CompletionCommand>& commands) {
    std::vector<std::string> names;
    for (const auto& command : commands) {
        if (!command.name.empty()) names.push_back(command.name);
    }
    return names;
}

/// The values of one command's options, as branches of a `case` on "command previous-word".
std::string bash_values(const CompletionCommand& command) {
    std::string text;
    for (const auto& option : command.options) {
        if (!option.takes_value) continue;
        std::vector<std::string> patterns;
        for (const auto& name : option.names) patterns.push_back(fmt::format("\"{} {}\"", command.name, name));
        const std::string reply = option.values.empty()
                                      ? std::string("compgen -f -- \"$current\"")
                                      : fmt::format("compgen -W '{}' -- \"$current\"", fmt::join(option.values, " "));
        text += fmt::format("        {}) mapfile -t COMPREPLY < <({}); return ;;\n", fmt::join(patterns, " | "), reply);
    }
    return text;
}

/// Characters that mean something inside a specification of _arguments.
std::string zsh_escaped(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

std::string zsh_option(const CompletionOption& option) {
    const std::string action = option.values.empty() ? "_files" : fmt::format("({})", fmt::join(option.values, " "));
    std::string text;
    for (const auto& name : option.names) {
        const std::string value = option.takes_value ? fmt::format(":value:{}", action) : std::string();
        text +=
            fmt::format(" \\\n            {}", quoted(fmt::format("*{}[{}]{}", name, zsh_escaped(option.help), value)));
    }
    return text;
}

}  // namespace

std::string bash_completion(const std::vector<CompletionCommand>& commands) {
    std::string text =
        "# bash completion for nines: source <(nines completion bash)\n"
        "_nines() {\n"
        "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=\n"
        "    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}\n"
        "    COMPREPLY=()\n"
        "    case \"$command $previous\" in\n";
    for (const auto& command : commands) {
        if (!command.name.empty()) text += bash_values(command);
    }
    text += "    esac\n    case $command in\n";
    for (const auto& command : commands) {
        std::vector<std::string> words = option_names(command);
        if (command.name.empty()) {
            const auto names = command_names(commands);
            words.insert(words.end(), names.begin(), names.end());
        }
        const std::string pattern = command.name.empty() ? "''" : command.name;
        const bool takes_files = !command.name.empty() && command.words.empty();
        const char* files_too = command.then_files ? "-f " : "";
        const std::string other = takes_files
                                      ? "compgen -f -- \"$current\""
                                      : fmt::format("compgen {}-W '{}' -- \"$current\"", files_too,
                                                    fmt::join(command.name.empty() ? words : command.words, " "));
        text += fmt::format(
            "        {}) if [[ $current == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\")\n"
            "            else mapfile -t COMPREPLY < <({}); fi ;;\n",
            pattern, fmt::join(words, " "), other);
    }
    return text + "    esac\n}\ncomplete -o filenames -F _nines nines\n";
}

std::string zsh_completion(const std::vector<CompletionCommand>& commands) {
    std::string text =
        "#compdef nines\n"
        "# zsh completion for nines: save as _nines in a folder of $fpath, or source <(nines completion zsh)\n"
        "_nines() {\n"
        "    if ((CURRENT == 2)); then\n"
        "        local -a commands=(\n";
    for (const auto& command : commands) {
        if (!command.name.empty())
            text += fmt::format("            {}\n", quoted(command.name + ":" + zsh_escaped(command.help)));
    }
    text +=
        "        )\n        _describe command commands\n        return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    ((CURRENT--))\n    case $command in\n";
    for (const auto& command : commands) {
        if (command.name.empty()) continue;
        const std::string argument =
            command.words.empty() ? std::string("_files") : fmt::format("({})", fmt::join(command.words, " "));
        text += fmt::format("        {}) _arguments", command.name);
        for (const auto& option : command.options) text += zsh_option(option);
        const std::string others = command.then_files ? "1:argument:" + argument : "*:argument:" + argument;
        text += fmt::format(" \\\n            {}", quoted(others));
        if (command.then_files) text += fmt::format(" \\\n            {}", quoted("*:file:_files"));
        text += " ;;\n";
    }
    return text + "    esac\n}\ncompdef _nines nines\n";
}

std::string fish_completion(const std::vector<CompletionCommand>& commands) {
    std::string text = "# fish completion for nines: nines completion fish | source\n";
    for (const auto& command : commands) {
        const std::string when = command.name.empty() ? "__fish_use_subcommand"
                                                      : fmt::format("__fish_seen_subcommand_from {}", command.name);
        if (!command.name.empty()) {
            text += fmt::format("complete -c nines -f -n __fish_use_subcommand -a {} -d {}\n", command.name,
                                quoted(command.help));
        }
        if (!command.words.empty()) {
            const char* no_files = command.then_files ? "" : "-f ";
            text += fmt::format("complete -c nines {}-n {} -a {}\n", no_files, quoted(when),
                                quoted(fmt::format("{}", fmt::join(command.words, " "))));
        }
        for (const auto& option : command.options) {
            text += fmt::format("complete -c nines -n {}", quoted(when));
            for (const auto& name : option.names) {
                text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            if (option.takes_value) text += " -r";
            if (!option.values.empty())
                text += fmt::format(" -f -a {}", quoted(fmt::format("{}", fmt::join(option.values, " "))));
            text += fmt::format(" -d {}\n", quoted(option.help));
        }
    }
    return text;
}

}  // namespace nines::cli
