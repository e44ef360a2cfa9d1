// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::cli {

namespace {

constexpr const char* description =
    "How available is a design, how fast does it come back, how much does it lose?\n"
    "Nines simulates many years of a scenario's life and answers with intervals.";

constexpr const char* getting_started = R"(Begin here:
  nines validate site.toml       is the scenario sound?
  nines run site.toml            simulate it
  nines trace site.toml          what happens in one trial, event by event
  nines COMMAND --help           options and examples of a command

Exit codes: 0 fine, 1 objective missed or results different, 2 usage, 3 invalid scenario, 4 a file cannot be read or written,
5 precision not reached or interrupted.)";

std::string version_text() {
#if defined(__clang__)
    return fmt::format("nines {} (clang {}.{}.{})", NINES_VERSION, __clang_major__, __clang_minor__,
                       __clang_patchlevel__);
#else
    return fmt::format("nines {} (g++ {}.{}.{})", NINES_VERSION, __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

/// Shows what an option takes by one word; the words that it may be are said in its help.
class HelpFormatter : public CLI::Formatter {
public:
    std::string make_option_opts(const CLI::Option* option) const override {
        if (option->get_positional() || option->get_type_size() == 0) return {};
        const std::string type = option->get_type_name();
        return " " + type.substr(0, type.find(':'));
    }
};

std::vector<std::string> command_names(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) names.push_back(command.app->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// The command that the user was writing, or the program itself.
const CLI::App& current_app(const CLI::App& program) {
    const auto parsed = program.get_subcommands();
    return parsed.empty() ? program : *parsed.front();
}

/// The first option on the command line that the current command does not have; empty: none.
std::string unknown_option(const CLI::App& app, const std::vector<std::string>& words) {
    const auto known = option_names(app);
    for (const std::string& word : words) {
        if (word == "--") break;
        const std::string name = word.substr(0, word.find('='));
        if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end()) return name;
    }
    return {};
}

ExitCode say_usage_error(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words) {
    const CLI::App& app = current_app(program);
    const std::string command = &app == &program ? std::string("nines") : "nines " + app.get_name();
    const std::string see = fmt::format("see `{} --help`", command);
    const std::string unknown = unknown_option(app, words);
    if (!unknown.empty()) {
        const std::string near = scenario::did_you_mean(unknown, option_names(app));
        say_error(fmt::format("{} has no option {}", command, unknown), near.empty() ? see : near);
        return ExitCode::usage;
    }
    // Our own checks put the remedy on a second line.
    const std::string text = error.what();
    const auto gap = text.find("\n  hint: ");
    if (gap == std::string::npos) {
        say_error(text, see);
    } else {
        say_error(text.substr(0, gap), text.substr(gap + 9));
    }
    return ExitCode::usage;
}

ExitCode say_unknown_command(const std::string& word, const std::vector<Command>& commands) {
    const auto names = command_names(commands);
    std::string hint = scenario::did_you_mean(word, names);
    if (word.ends_with(".toml")) hint = fmt::format("nines run {}", word);
    if (hint.empty()) hint = "`nines --help` lists the commands";
    say_error(fmt::format("there is no command \"{}\"", word), hint);
    return ExitCode::usage;
}

/// `nines help run` is `nines run --help`, as in many programs.
std::vector<std::string> without_help_word(std::vector<std::string> words) {
    if (words.empty() || words.front() != "help") return words;
    words.erase(words.begin());
    words.emplace_back("--help");
    return words;
}

ExitCode dispatch(CLI::App& program, const std::vector<Command>& commands, const std::vector<std::string>& words) {
    const auto names = command_names(commands);
    if (!words.empty() && !words.front().starts_with("-") &&
        std::find(names.begin(), names.end(), words.front()) == names.end()) {
        return say_unknown_command(words.front(), commands);
    }
    try {
        // CLI11 takes the words from the back.
        program.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::CallForHelp&) {
        const CLI::App& app = current_app(program);
        return write_data(&app == &program ? app.help() : app.help("nines"));
    } catch (const CLI::CallForVersion& call) {
        return write_data(std::string(call.what()) + "\n");
    } catch (const CLI::ParseError& error) { return say_usage_error(program, error, words); }
    const auto chosen =
        std::find_if(commands.begin(), commands.end(), [](const Command& c) { return c.app->parsed(); });
    if (chosen != commands.end()) return chosen->run();
    write_data(program.help());
    return ExitCode::usage;
}

}  // namespace

ExitCode run_command_line(int argc, const char* const* argv) {
    const std::vector<std::string> words = without_help_word({argv + std::min(argc, 1), argv + argc});
    try {
        CLI::App program(description, "nines");
        program.set_version_flag("-V,--version", version_text());
        program.footer(getting_started);
        program.formatter(std::make_shared<HelpFormatter>());
        program.get_formatter()->column_width(28);
        program.require_subcommand(0, 1);
        const std::vector<Command> commands = add_commands(program);
        return dispatch(program, commands, words);
    } catch (const std::bad_alloc&) {
        say_error("not enough memory", "a smaller scenario, or fewer threads");
        return ExitCode::io;
    }
}

}  // namespace nines::cli
