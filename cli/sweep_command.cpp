// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/output.hpp"
#include "cli/study_arguments.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/scenario/parse.hpp"

namespace nines::cli {

namespace {

struct SweepCommand {
    ScenarioArguments scenario;
    SweepArguments sweep;
    results::StudyOptions options;
    bool tornado = false;
    std::string range = "50%";
    LookArguments look;
    ResultsOutput output;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines sweep site.toml                                         the grid of its [[vary]]
  nines sweep site.toml -V group.web.count=2,3,4                without changing the file
  nines sweep site.toml -V "node.web.mttr=30 min,2 h,8 h" -o site.csv
  nines sweep site.toml -V "node.web.mttr=30 min .. 8 h / 5 log"  a range of 5 values at equal ratios
  nines sweep site.toml --metric "recovery_time_mean[zone]"
  nines sweep site.toml --tornado --range 20%                   which input matters most?

All points run the same trials with the same luck, so differences between them are known far better than the figures
themselves. Ctrl-C ends the sweep and reports the trials that all points have done. Exit codes: 0 done, 2 usage,
3 invalid scenario or point, 4 a file cannot be read or written, 5 interrupted.)";

ExitCode finish(const SweepCommand& arguments, const report::Sheet& sheet) {
    const ExitCode written = write_sheet(arguments.output, sheet, arguments.look);
    if (written != ExitCode::fine) return written;
    return sheet.run.stopped == "interrupted" ? ExitCode::inconclusive : ExitCode::fine;
}

ExitCode run_grid(const SweepCommand& arguments, const std::vector<compare::MetricName>& metrics) {
    const PreparedPoints points = prepare_points_or_say(arguments.scenario, arguments.sweep, arguments.options);
    if (points.code != ExitCode::fine) return points.code;
    const InterruptWatch interrupt;
    report::Sheet sheet;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        sheet = report::sheet_of(compare::run_sweep(points.plan, metrics, display.progress(), display.go_on()));
    }
    return finish(arguments, sheet);
}

ExitCode run_factors(const SweepCommand& arguments, const std::vector<compare::MetricName>& metrics) {
    const auto range = scenario::parse_share(arguments.range);
    if (!range || !(*range > 0.0 && *range < 1.0)) {
        say_error(fmt::format("--range \"{}\" is not a share between 0 and 1", arguments.range), "for example 50%");
        return ExitCode::usage;
    }
    const OpenedFile opened = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (opened.code != ExitCode::fine) return opened.code;
    const auto prepared = compare::prepare_tornado(point_opener(arguments.scenario), *range, arguments.options);
    if (!prepared.problems.empty()) {
        say_diagnostics(prepared.problems, opened.opened.scenario.files, scenario::Severity::error);
        return ExitCode::usage;
    }
    const InterruptWatch interrupt;
    report::Sheet sheet;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        sheet = report::sheet_of(compare::run_tornado(prepared, metrics, display.progress(), display.go_on()));
    }
    return finish(arguments, sheet);
}

ExitCode run_sweep(SweepCommand& arguments) {
    const ExitCode settled = settle_format(arguments.output, 1);
    if (settled != ExitCode::fine) return settled;
    auto metrics = read_all<compare::MetricName>("--metric", arguments.sweep.metrics, compare::parse_metric_name);
    if (!metrics) return ExitCode::usage;
    if (metrics->empty() && arguments.tornado) metrics->push_back({{}, "downtime_per_year", {}});
    if (metrics->empty()) *metrics = compare::usual_metrics();
    return arguments.tornado ? run_factors(arguments, *metrics) : run_grid(arguments, *metrics);
}

}  // namespace

Command add_sweep(CLI::App& program) {
    CLI::App* app = program.add_subcommand("sweep", "Try values: a grid of designs, or one input at a time");
    auto arguments = std::make_shared<SweepCommand>();
    add_one_file(*app, arguments->scenario);
    add_vary_option(*app, arguments->sweep);
    add_metric_option(*app, arguments->sweep, "Figures to show (downtime, availability, recovery, loss, cost)");
    app->add_flag("--tornado", arguments->tornado, "Each input alone, lower and higher, the strongest first");
    app->add_option("--range", arguments->range, "With --tornado: how much lower and higher (50%)")->type_name("SHARE");
    add_results_output(*app, arguments->output);
    add_study_options(*app, arguments->options);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_sweep(*arguments); }};
}

}  // namespace nines::cli
