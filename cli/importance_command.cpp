// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/output.hpp"
#include "cli/study_arguments.hpp"
#include "models/report/decision_sheets.hpp"

namespace nines::cli {

namespace {

struct ImportanceArguments {
    ScenarioArguments scenario;
    SweepArguments sweep;
    results::StudyOptions options;
    LookArguments look;
    ResultsOutput output;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines importance site.toml                                what is worth improving?
  nines importance site.toml --metric "recovery_time_mean"
  nines importance site.toml -o importance.md

The same trials run again and again with the same luck, each time with one thing perfect: a group, a failure mode, a
domain, a common cause, planned work, a crew. What that saves is the most that work on it can win. Savings do not add
up: two things that fail together are both needed. Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be
read or written, 5 interrupted.)";

ExitCode run_importance(ImportanceArguments& arguments) {
    const ExitCode settled = settle_format(arguments.output, 1);
    if (settled != ExitCode::fine) return settled;
    auto metrics = read_all<compare::MetricName>("--metric", arguments.sweep.metrics, compare::parse_metric_name);
    if (!metrics) return ExitCode::usage;
    if (metrics->empty()) metrics->push_back({{}, "downtime_per_year", {}});
    const OpenedFile opened = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (opened.code != ExitCode::fine) return opened.code;
    const auto prepared = compare::prepare_importance(opened.opened.scenario, arguments.options);
    if (!prepared.problems.empty()) {
        say_diagnostics(prepared.problems, opened.opened.scenario.files, scenario::Severity::error);
        return ExitCode::usage;
    }
    const InterruptWatch interrupt;
    report::Sheet sheet;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        sheet = report::sheet_of(compare::run_importance(prepared, *metrics, display.progress(), display.go_on()));
    }
    const ExitCode written = write_sheet(arguments.output, sheet, arguments.look);
    if (written != ExitCode::fine) return written;
    return sheet.run.stopped == "interrupted" ? ExitCode::inconclusive : ExitCode::fine;
}

}  // namespace

Command add_importance(CLI::App& program) {
    CLI::App* app = program.add_subcommand("importance", "What would change if one thing were perfect?");
    auto arguments = std::make_shared<ImportanceArguments>();
    add_one_file(*app, arguments->scenario);
    add_metric_option(*app, arguments->sweep, "Figures to show (downtime_per_year)");
    add_results_output(*app, arguments->output);
    add_study_options(*app, arguments->options);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_importance(*arguments); }};
}

}  // namespace nines::cli
