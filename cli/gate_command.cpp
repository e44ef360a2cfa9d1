// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/output.hpp"
#include "cli/study_arguments.hpp"
#include "models/compare/baseline.hpp"
#include "models/compare/gate.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/scenario/parse.hpp"
#include "models/toml/safe_file.hpp"

namespace nines::cli {

namespace {

struct GateArguments {
    ScenarioArguments scenario;
    std::vector<std::string> requirements;
    SweepArguments of_baseline;
    results::StudyOptions options;
    std::string baseline;
    std::string tolerance = "10%";
    std::string level = "95%";
    std::string junit;
    LookArguments look;
    ResultsOutput output;
    bool no_exact = false;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines gate site.toml                                          the objectives of its services
  nines gate site.toml --require "P(recovery_time <= 5 min) >= 0.99"
  nines gate site.toml --require "availability of shop >= 99.95%" --junit gate.xml
  nines gate site.toml --baseline last.json --tolerance 5%      no worse than an earlier run
  nines gate site.toml --confidence 99% --format md             for a pull request

  nines gate site.toml --require "P(availability >= 99.9% per 30 d) >= 95%"

What the exact engine knows is decided at once, without any chance of error. The rest is simulated only as long as it
must be: in rounds, until every requirement is decided, one is missed, or the trials (1e6) are used up. Such a verdict is
wrong with a chance of at most 5 % (--confidence 95%). Exit codes: 0 pass, 1 fail, 2 usage, 3 invalid scenario, 4 a file
cannot be read or written, 5 inconclusive.)";

std::optional<double> share_of(const char* option, const std::string& text) {
    const auto share = scenario::parse_share(text);
    if (share) return *share;
    say_error(fmt::format("{} \"{}\" is not a share", option, text), "for example 10%");
    return std::nullopt;
}

/// Those of --baseline behind the others.
ExitCode add_baseline(const GateArguments& arguments, std::vector<compare::Requirement>& requirements) {
    if (arguments.baseline.empty()) return ExitCode::fine;
    const auto tolerance = share_of("--tolerance", arguments.tolerance);
    const auto metrics =
        read_all<compare::MetricName>("--metric", arguments.of_baseline.metrics, compare::parse_metric_name);
    if (!tolerance || !metrics) return ExitCode::usage;
    const auto text = scenario::read_regular_file(arguments.baseline);
    if (!text) {
        say_error(text.error().message, text.error().hint);
        return ExitCode::io;
    }
    auto added = compare::no_worse_than(text->bytes, *tolerance, *metrics);
    if (!added) {
        say_error(fmt::format("{}: {}", arguments.baseline, added.error().message), added.error().hint);
        return ExitCode::usage;
    }
    requirements.insert(requirements.end(), added->begin(), added->end());
    return ExitCode::fine;
}

ExitCode exit_code_of(const compare::Gate& gate) {
    switch (gate.decision) {
        case compare::Decision::met: return ExitCode::fine;
        case compare::Decision::missed: return ExitCode::objective_missed;
        case compare::Decision::open: return ExitCode::inconclusive;
    }
    return ExitCode::inconclusive;
}

ExitCode judge(const GateArguments& arguments, const compare::PreparedGate& prepared,
               const compare::GateOptions& options) {
    const InterruptWatch interrupt;
    compare::Gate gate;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        gate = compare::run_gate(prepared, options, display.progress(), display.go_on());
    }
    const ExitCode written = write_sheet(arguments.output, report::sheet_of(gate), arguments.look);
    if (written != ExitCode::fine) return written;
    if (!arguments.junit.empty()) {
        const ExitCode junit = write_data(arguments.junit, report::to_junit(gate));
        if (junit != ExitCode::fine) return junit;
    }
    return exit_code_of(gate);
}

ExitCode run_gate(GateArguments& arguments) {
    const ExitCode settled = settle_format(arguments.output, 1);
    if (settled != ExitCode::fine) return settled;
    auto requirements = read_all<compare::Requirement>("--require", arguments.requirements, compare::parse_requirement);
    const auto level = share_of("--level", arguments.level);
    if (!requirements || !level) return ExitCode::usage;
    const ExitCode baseline = add_baseline(arguments, *requirements);
    if (baseline != ExitCode::fine) return baseline;
    const OpenedFile opened = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (opened.code != ExitCode::fine) return opened.code;
    if (requirements->empty()) *requirements = compare::objectives_of(opened.opened.scenario, *level);
    if (requirements->empty()) {
        say_error("nothing is required", "--require \"availability >= 99.95%\", or an objective of a service");
        return ExitCode::usage;
    }
    compare::GateOptions options{.study = arguments.options};
    if (arguments.no_exact) options.exact_seconds = 0.0;
    const auto prepared =
        compare::prepare_gate(opened.opened.scenario, *requirements, options, opened.opened.diagnostics);
    if (!prepared.problems.empty() || !prepared.unknown.empty()) {
        say_diagnostics(prepared.problems, opened.opened.scenario.files, scenario::Severity::error);
        say_unknown(prepared.unknown);
        return ExitCode::usage;
    }
    return judge(arguments, prepared, options);
}

}  // namespace

Command add_gate(CLI::App& program) {
    CLI::App* app = program.add_subcommand("gate", "Pass or fail: does a design meet its requirements?");
    auto arguments = std::make_shared<GateArguments>();
    add_one_file(*app, arguments->scenario);
    add_require_option(*app, arguments->requirements);
    app->add_option("--level", arguments->level, "How often an rto, rpo or window of an slo must be met (95%)")
        ->type_name("SHARE");
    app->add_option("--baseline", arguments->baseline, "No worse than these results (nines run --format json)")
        ->type_name("PATH");
    app->add_option("--tolerance", arguments->tolerance, "With --baseline: how much worse is still fine (10%)")
        ->type_name("SHARE");
    add_metric_option(*app, arguments->of_baseline, "With --baseline: figures to hold against it");
    app->add_option("--junit", arguments->junit, "Also write JUnit XML, a test case each")->type_name("PATH");
    add_results_output(*app, arguments->output);
    add_study_options(*app, arguments->options);
    app->add_flag("--no-exact", arguments->no_exact, "Simulate also what the exact engine could decide");
    app->add_flag("-q,--quiet", arguments->quiet, "No progress on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_gate(*arguments); }};
}

}  // namespace nines::cli
