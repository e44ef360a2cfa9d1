// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/drawing_program.hpp"
#include "cli/indifference_argument.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/compare/compare.hpp"
#include "models/compare/tornado.hpp"
#include "models/paper/make_paper.hpp"
#include "models/paper/markdown.hpp"
#include "models/paper/wire.hpp"
#include "models/results/exact_rows.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/save.hpp"

namespace nines::cli {

namespace {

/// What looking for exact figures may add for each design.
constexpr double seconds_to_verify = 1.0;

struct ReportArguments {
    ScenarioArguments scenario;
    compare::CompareOptions options;
    LookArguments look;
    std::string path;
    std::string question;
    std::string range = "50%";
    bool tornado = false;
    bool quiet = false;
    bool no_exact = false;
};

constexpr const char* examples = R"(Examples:
  nines report site.toml -o site.html                    the report of one design, one file that opens anywhere
  nines report one.toml two.toml three.toml -o web.pdf   a comparison, to be sent and printed
  nines report site.toml > site.md                       Markdown, without pictures
  nines report a.toml b.toml -o ab.html --question "Is the second zone worth its price?"
  nines report site.toml -o site.html --tornado          also which input matters most; it takes many more runs

HTML and PDF have charts and drawings; nines-report draws them, which comes with the desktop program. It needs no
screen. Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or written, 5 interrupted.)";

/// Format, folder, and what draws it, before anything is simulated.
struct Target {
    ExitCode code = ExitCode::fine;
    bool is_drawn = false;
    std::string program;
};

/// So that nobody waits for a report that cannot be written.
bool has_folder(const std::string& path) {
    std::error_code ignored;
    const auto folder = std::filesystem::path(path).parent_path();
    return folder.empty() || std::filesystem::is_directory(folder, ignored);
}

Target settle_target(const ReportArguments& arguments) {
    if (!has_folder(arguments.path)) {
        say_error(fmt::format("cannot write {}: there is no such folder", arguments.path));
        return {.code = ExitCode::io, .program = {}};
    }
    std::string ending = std::filesystem::path(arguments.path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (arguments.path.empty() || ending == ".md" || ending == ".markdown") return {};
    if (ending != ".html" && ending != ".htm" && ending != ".pdf") {
        say_error(fmt::format("the ending of \"{}\" names no format of a report", arguments.path),
                  "endings: html, pdf, md");
        return {.code = ExitCode::usage, .program = {}};
    }
    Target target{.is_drawn = true, .program = find_drawing_program()};
    if (!target.program.empty()) return target;
    say_error("nines-report is not installed, which draws HTML and PDF",
              "install Nines with its desktop program (./dev build builds both), or write Markdown: -o report.md");
    target.code = ExitCode::usage;
    return target;
}

/// As a shell takes it.
std::string quoted(const std::string& text) {
    const bool is_plain = !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 ||
               std::string_view("/._-=:,+").find(static_cast<char>(c)) != std::string_view::npos;
    });
    if (is_plain) return text;
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::string command_of(const ReportArguments& arguments, const results::RunInfo& run, const results::Study& study) {
    std::string command = "nines report";
    for (const std::string& file : arguments.scenario.files) command += " " + quoted(file);
    for (const std::string& change : arguments.scenario.overrides) command += " -D " + quoted(change);
    command += fmt::format(" --trials {} --seed {}", run.trials, run.seed);
    command += fmt::format(" --confidence {:.6g}%", 100.0 * run.confidence);
    if (arguments.options.study.horizon) command += fmt::format(" --horizon '{} s'", study.program.horizon);
    if (arguments.options.study.steady) command += " --steady";
    if (arguments.no_exact) command += " --no-exact";
    if (arguments.tornado) command += " --tornado --range " + quoted(arguments.range);
    if (!arguments.question.empty()) command += " --question " + quoted(arguments.question);
    if (!arguments.path.empty()) command += " -o " + quoted(arguments.path);
    return command;
}

ExitCode write_paper(const ReportArguments& arguments, const Target& target, const paper::Paper& paper) {
    if (!target.is_drawn) return write_data(arguments.path, paper::to_markdown(paper));
    const int code = run_with_input(target.program, arguments.path, paper::to_wire(paper));
    if (code == 0) return ExitCode::fine;
    if (code == static_cast<int>(ExitCode::io)) return ExitCode::io;  // It has said why.
    say_error(fmt::format("{} did not draw the report", target.program),
              "is it of the same version? nines-report --version");
    return ExitCode::io;
}

compare::Comparison compared(const ReportArguments& arguments, const std::vector<compare::Design>& designs,
                             const InterruptWatch& interrupt) {
    PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
    return compare::compare_designs(designs, arguments.options, display.progress(), display.go_on());
}

/// One input of this design at a time, as far as there is time for it.
std::vector<compare::Tornado> tornados_of(const ReportArguments& arguments, std::size_t design,
                                          const results::RunInfo& run, const InterruptWatch& interrupt) {
    ScenarioArguments file = arguments.scenario;
    file.files = {arguments.scenario.files[design]};
    results::StudyOptions options = arguments.options.study;
    options.seed = run.seed;
    options.trials = run.trials;
    const auto prepared =
        compare::prepare_tornado(point_opener(file), *scenario::parse_share(arguments.range), options);
    if (!prepared.problems.empty()) {
        say_diagnostics(prepared.problems, {}, scenario::Severity::error);
        return {};
    }
    PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
    auto tornados =
        compare::run_tornado(prepared, {{{}, "downtime_per_year", {}}}, display.progress(), display.go_on());
    const bool is_nothing = !tornados.empty() && tornados.front().figures.run.trials == 0;
    return is_nothing ? std::vector<compare::Tornado>{} : std::move(tornados);
}

/// What the paper says of each design beside its figures.
std::vector<paper::DesignSource> sources_of(const ReportArguments& arguments,
                                            const std::vector<compare::Design>& designs,
                                            compare::Comparison& comparison, const InterruptWatch& interrupt) {
    const results::RunInfo run = comparison.designs.front().results.run;
    std::vector<paper::DesignSource> sources;
    for (std::size_t d = 0; d < designs.size(); ++d) {
        if (!arguments.no_exact && !interrupt.requested()) {
            results::verify(comparison.designs[d].results, designs[d].study, seconds_to_verify);
            // The same command gives the same report, however long that takes.
            if (auto& solved = comparison.designs[d].results.solved) solved->wall_seconds = 0.0;
        }
        paper::DesignSource source{.path = arguments.scenario.files[d], .study = &designs[d].study};
        if (!arguments.scenario.overrides.empty()) source.text = scenario::to_toml(designs[d].scenario);
        if (arguments.tornado && !interrupt.requested()) source.tornados = tornados_of(arguments, d, run, interrupt);
        sources.push_back(std::move(source));
    }
    return sources;
}

bool is_range(const std::string& text) {
    const auto range = scenario::parse_share(text);
    if (range && *range > 0.0 && *range < 1.0) return true;
    say_error(fmt::format("--range \"{}\" is not a share between 0 and 1", text), "for example 50%");
    return false;
}

ExitCode report_files(ReportArguments& arguments) {
    if (!is_range(arguments.range)) return ExitCode::usage;
    const Target target = settle_target(arguments);
    if (target.code != ExitCode::fine) return target.code;
    const OpenedFiles opened = open_all_or_say(arguments.scenario);
    if (opened.code != ExitCode::fine) return opened.code;
    const auto prepared = compare::prepare_designs(opened.scenarios, arguments.options, opened.warnings);
    if (!prepared.problems.empty()) {
        say_diagnostics(prepared.problems, opened.scenarios.front().files, scenario::Severity::error);
        return ExitCode::usage;
    }
    const InterruptWatch interrupt;
    compare::Comparison comparison = compared(arguments, prepared.designs, interrupt);
    const bool is_done = comparison.stopped != "interrupted";
    const results::RunInfo run = comparison.designs.front().results.run;
    if (!is_done && run.trials == 0) {
        say_error("interrupted before the first trial of all designs was done");
        return ExitCode::inconclusive;
    }
    const auto sources = sources_of(arguments, prepared.designs, comparison, interrupt);
    const std::string command = command_of(arguments, run, prepared.designs.front().study);
    const auto paper = make_paper(comparison, sources, {.question = arguments.question, .command = command});
    const ExitCode written = write_paper(arguments, target, paper);
    if (written != ExitCode::fine || !interrupt.requested()) return written;
    if (!arguments.quiet) {
        say_error(is_done ? "interrupted; the report says less of single inputs, or has no exact figures"
                          : fmt::format("interrupted; the report covers the {} trials until then", run.trials));
    }
    return ExitCode::inconclusive;
}

}  // namespace

Command add_report(CLI::App& program) {
    CLI::App* app =
        program.add_subcommand("report", "A report of one design, or of several compared: HTML, PDF, Markdown");
    auto arguments = std::make_shared<ReportArguments>();
    add_files(*app, arguments->scenario);
    app->add_option("-o,--output", arguments->path, "Write to this file; its ending says how: html, pdf, md")
        ->type_name("PATH");
    app->add_option("--question", arguments->question, "What the report is to answer, in your words")
        ->type_name("TEXT");
    add_comparison_options(*app, arguments->options.study);
    add_indifference_option(*app, arguments->options.indifference);
    app->add_flag("--tornado", arguments->tornado, "Also which input of each design matters most; two runs for each");
    app->add_option("--range", arguments->range, "With --tornado: how much lower and higher (50%)")->type_name("SHARE");
    app->add_flag("--no-exact", arguments->no_exact, "Do not look for exact figures beside the estimates");
    app->add_flag("-q,--quiet", arguments->quiet, "No progress and no remarks on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return report_files(*arguments); }};
}

}  // namespace nines::cli
