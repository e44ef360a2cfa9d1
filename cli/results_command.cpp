// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "models/report/results_diff.hpp"
#include "models/report/results_diff_text.hpp"
#include "models/report/saved_results.hpp"

namespace nines::cli {

namespace {

struct ResultsArguments {
    std::string action;
    std::vector<std::string> files;
    std::string format;
    std::string path;
    bool all = false;
};

constexpr const char* examples = R"(Examples:
  nines run site.toml -o old.json                   keep the results
  nines results diff old.json new.json              what changed, by how much, and is it more than noise?
  nines results diff old.json new.json --all        also what did not
  nines results diff old.json new.json --format md > change.md

A figure has changed if the difference is beyond what the two intervals explain, taken as those of independent runs:
use another --seed for the second. Exit codes: 0 the same within noise, 1 different, 2 usage, 4 a file cannot be read
as results or written.)";

std::optional<std::string> bytes_of(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) return std::nullopt;
    return bytes;
}

/// The results in a file; nothing, and the reason was said, if it has none.
std::optional<results::Results> read_or_say(const std::string& path) {
    const auto bytes = bytes_of(path);
    if (!bytes) {
        say_error(fmt::format("cannot read {}", path));
        return std::nullopt;
    }
    report::SavedResults saved = report::read_saved_results(*bytes);
    if (saved.problem.empty()) return std::move(saved.results);
    say_error(fmt::format("{} holds no results: {}", path, saved.problem),
              "`nines run FILE --format json` writes such a file");
    return std::nullopt;
}

/// As asked for, else by the ending of the file that is written.
std::string format_of(const ResultsArguments& arguments) {
    if (!arguments.format.empty()) return arguments.format;
    const std::string ending = std::filesystem::path(arguments.path).extension().string();
    if (ending == ".json") return "json";
    return ending == ".md" ? "md" : "text";
}

ExitCode diff_files(const ResultsArguments& arguments) {
    if (arguments.files.size() != 2) {
        say_error("`nines results diff` takes two files of results", "nines results diff OLD.json NEW.json");
        return ExitCode::usage;
    }
    const auto before = read_or_say(arguments.files.front());
    const auto after = read_or_say(arguments.files.back());
    if (!before || !after) return ExitCode::io;

    const report::ResultsDiff diff = report::diff_results(*before, *after);
    const report::DiffNames names{arguments.files.front(), arguments.files.back()};
    const std::string format = format_of(arguments);
    const std::string text = format == "json"   ? report::diff_to_json(diff, names)
                             : format == "text" ? report::diff_to_text(diff, names, arguments.all)
                                                : report::diff_to_markdown(diff, names, arguments.all);
    const ExitCode written = write_data(arguments.path, text);
    if (written != ExitCode::fine) return written;
    return diff.is_different() ? ExitCode::objective_missed : ExitCode::fine;
}

}  // namespace

Command add_results(CLI::App& program) {
    CLI::App* app = program.add_subcommand("results", "Compare saved results: what changed, beyond noise");
    auto arguments = std::make_shared<ResultsArguments>();
    app->add_option("ACTION", arguments->action, "diff")->required()->type_name("")->check(CLI::IsMember({"diff"}));
    app->add_option("FILE", arguments->files, "Two files of results (JSON): the old one, the new one")
        ->required()
        ->type_name("");
    app->add_option("-o,--output", arguments->path, "Write to this file, whole or not at all")->type_name("PATH");
    app->add_option("--format", arguments->format, "text, json or md (by the ending of -o, else text)")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json", "md", "markdown"}));
    app->add_flag("--all", arguments->all, "Also show what changed no more than chance explains");
    app->footer(examples);
    return {app, [arguments] { return diff_files(*arguments); }};
}

}  // namespace nines::cli
