// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/report/formats.hpp"
#include "models/report/text.hpp"

namespace nines::cli {

namespace {

struct RunArguments {
    ScenarioArguments scenario;
    results::StudyOptions options;
    LookArguments look;
    std::string format;  ///< Empty: by the ending of the output file, else text.
    std::string output;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines run site.toml                               the report, on the terminal
  nines run site.toml --precision 5% --threads 4    until the downtime is known to 5 %
  nines run site.toml -o site.json                  the format follows the ending: json, csv, md, txt
  nines run site.toml -D group.web.count=4          what if there were four?
  nines run site.toml --steady --horizon "10 y"     long-run figures
  nines run a.toml b.toml --format csv > all.csv

Results depend on the scenario, the seed and the number of trials, never on the threads. Ctrl-C ends a run early and
still reports; a second Ctrl-C kills it. Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or
written, 5 precision not reached or interrupted.)";

/// The name under which report/formats.cpp knows it; `text` is drawn here, for the terminal.
std::string format_name(std::string_view written) {
    return written == "md" ? "markdown" : std::string(written);
}

std::optional<std::string> format_of_ending(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending.empty() || ending == ".txt" || ending == ".text") return "text";
    for (const report::Format& format : report::formats()) {
        if (ending.substr(1) == format.file_ending) return std::string(format.name);
    }
    return std::nullopt;
}

std::string written_as(const std::string& format, const results::Results& results, const RunArguments& arguments) {
    if (format == "text") {
        const bool to_file = !arguments.output.empty();
        return report::to_text(results, to_file ? file_text_options(arguments.look) : text_options(arguments.look));
    }
    return report::find_format(format)->write(results);
}

ExitCode verdict_on(const results::RunInfo& run) {
    return run.stopped == "limit" || run.stopped == "interrupted" ? ExitCode::inconclusive : ExitCode::fine;
}

ExitCode run_file(const std::string& file, const std::string& format, const RunArguments& arguments,
                  const InterruptWatch& interrupt) {
    const OpenedFile file_opened = open_or_say(file, arguments.scenario);
    if (file_opened.code != ExitCode::fine) return file_opened.code;
    const SettledStudy settled = settle_or_say(file_opened.opened, arguments.options);
    if (settled.code != ExitCode::fine) return settled.code;

    const auto results =
        run_with_progress(settled.study, interrupt, {.quiet = arguments.quiet, .ascii = arguments.look.ascii});
    const ExitCode written = write_data(arguments.output, written_as(format, results, arguments));
    if (written != ExitCode::fine) return written;
    if (results.run.stopped == "limit" && !arguments.quiet) {
        say_error(fmt::format("{}: the trials are used up and the precision is not reached", file),
                  "more --trials, or a wider --precision");
    }
    if (results.run.stopped == "interrupted" && !arguments.quiet) {
        say_error(fmt::format("{}: interrupted; the results cover the {} trials until then", file, results.run.trials));
    }
    return verdict_on(results.run);
}

/// Each file in turn; the first mishap decides the exit code, an interrupt ends the row.
ExitCode run_files(const RunArguments& arguments) {
    if (!arguments.output.empty() && arguments.scenario.files.size() > 1) {
        say_error("-o takes the results of one FILE", "run each file on its own, or write to standard output");
        return ExitCode::usage;
    }
    std::string format = format_name(arguments.format);
    if (format.empty()) {
        const auto by_ending = format_of_ending(arguments.output);
        if (!by_ending) {
            say_error(fmt::format("the ending of \"{}\" names no format", arguments.output),
                      "endings: json, csv, md, txt; or say --format");
            return ExitCode::usage;
        }
        format = *by_ending;
    }
    const InterruptWatch interrupt;
    ExitCode first = ExitCode::fine;
    for (const std::string& file : arguments.scenario.files) {
        const ExitCode code = run_file(file, format, arguments, interrupt);
        if (first == ExitCode::fine) first = code;
        if (interrupt.requested()) break;
    }
    return first;
}

}  // namespace

Command add_run(CLI::App& program) {
    CLI::App* app = program.add_subcommand("run", "Simulate scenarios and report availability with intervals");
    auto arguments = std::make_shared<RunArguments>();
    add_files(*app, arguments->scenario);
    app->add_option("-o,--output", arguments->output, "Write to this file, whole or not at all")->type_name("PATH");
    app->add_option("--format", arguments->format, "text, json, csv or md (by the ending of -o, else text)")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json", "csv", "md", "markdown"}));
    add_study_options(*app, arguments->options);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress and no remarks on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_files(*arguments); }};
}

}  // namespace nines::cli
