// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/results_output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/results/exact_rows.hpp"

namespace nines::cli {

namespace {

struct SolveArguments {
    ScenarioArguments scenario;
    results::StudyOptions options;
    exact::SolveQuestion question;
    double most_seconds = 120.0;
    LookArguments look;
    ResultsOutput output;
};

constexpr const char* examples = R"(Examples:
  nines solve pair.toml                  over the horizon, everything new at the start
  nines solve pair.toml --steady         the long run; also for large designs of independent parts
  nines solve pair.toml --phases 64      times that are not exponential are followed more closely
  nines solve pair.toml -o pair.json

The Markov chain is made by the very rules that `nines run` simulates. Times that are not exponential are made of
phases, and the error of that is printed. Planned maintenance, working hours and other things that follow the calendar
cannot be solved: simulate them. Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or written,
5 nothing could be solved.)";

ExitCode solve_file(const std::string& file, const SolveArguments& arguments, const InterruptWatch& interrupt) {
    const OpenedFile file_opened = open_or_say(file, arguments.scenario);
    if (file_opened.code != ExitCode::fine) return file_opened.code;
    const SettledStudy settled = settle_or_say(file_opened.opened, arguments.options);
    if (settled.code != ExitCode::fine) return settled.code;
    exact::SolveQuestion question = arguments.question;
    question.horizon = !arguments.options.steady;
    question.reasons = true;
    const auto began = std::chrono::steady_clock::now();
    question.go_on = [&] {
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - began;
        return !interrupt.requested() && elapsed.count() < arguments.most_seconds;
    };
    const results::Results results = results::solve_study(settled.study, question);
    const ExitCode written = write_results(arguments.output, results, arguments.look);
    if (written != ExitCode::fine) return written;
    return results.metrics.empty() ? ExitCode::inconclusive : ExitCode::fine;
}

/// Each file in turn; the first mishap decides the exit code.
ExitCode solve_files(SolveArguments& arguments) {
    const ExitCode settled = settle_format(arguments.output, arguments.scenario.files.size());
    if (settled != ExitCode::fine) return settled;
    arguments.options.allow_large = true;  // nothing is simulated
    const InterruptWatch interrupt;
    ExitCode first = ExitCode::fine;
    for (const std::string& file : arguments.scenario.files) {
        const ExitCode code = solve_file(file, arguments, interrupt);
        if (first == ExitCode::fine) first = code;
        if (interrupt.requested()) break;
    }
    return first;
}

}  // namespace

Command add_solve(CLI::App& program) {
    CLI::App* app = program.add_subcommand("solve", "Solve scenarios exactly, as Markov chains and by structure");
    auto arguments = std::make_shared<SolveArguments>();
    add_files(*app, arguments->scenario);
    add_results_output(*app, arguments->output);
    add_solve_options(*app, arguments->options);
    app->add_option("--phases", arguments->question.most_phases, "Phases for a time that is not exponential (32)")
        ->type_name("N")
        ->check(CLI::Range(2, 100));
    app->add_option("--states", arguments->question.most_states, "Give up beyond this many states (3000000)")
        ->type_name("N")
        ->check(CLI::Range(1u, 100'000'000u));
    app->add_option("--seconds", arguments->most_seconds, "Time for one file; what is not solved by then is said (120)")
        ->type_name("S")
        ->check(CLI::PositiveNumber);
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return solve_files(*arguments); }};
}

}  // namespace nines::cli
