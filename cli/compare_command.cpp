// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/indifference_argument.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/results_output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/compare/compare.hpp"
#include "models/report/comparison_csv.hpp"
#include "models/report/comparison_json.hpp"
#include "models/report/comparison_markdown.hpp"
#include "models/report/comparison_text.hpp"

namespace nines::cli {

namespace {

struct CompareArguments {
    ScenarioArguments scenario;
    compare::CompareOptions options;
    LookArguments look;
    ResultsOutput output;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines compare one.toml two.toml                        which is better, by how much, how sure
  nines compare a.toml b.toml c.toml --trials 1e5        all pairs at once; differences are to the first
  nines compare a.toml b.toml --indifference 2%          what differs by less than 2 % is alike
  nines compare a.toml b.toml --indifference "downtime_per_year=5 min"
  nines compare a.toml b.toml -o difference.json         also csv, md, txt

All designs go through the same trials: whatever has the same name in them has the same luck, so their difference is
known far better than from two runs. Ctrl-C ends the comparison early and still reports what all designs have done.
Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or written, 5 interrupted.)";

std::string written_as(const CompareArguments& arguments, const compare::Comparison& comparison) {
    if (arguments.output.format == "json") return report::to_json(comparison);
    if (arguments.output.format == "csv") return report::to_csv(comparison);
    if (arguments.output.format == "markdown") return report::to_markdown(comparison);
    const bool to_file = !arguments.output.path.empty();
    return report::to_text(comparison, to_file ? file_text_options(arguments.look) : text_options(arguments.look));
}

ExitCode compare_files(CompareArguments& arguments) {
    if (arguments.scenario.files.size() < 2) {
        say_error("compare takes at least two scenarios", "one alone: nines run FILE");
        return ExitCode::usage;
    }
    const ExitCode settled = settle_format(arguments.output, 1);
    if (settled != ExitCode::fine) return settled;
    const OpenedFiles opened = open_all_or_say(arguments.scenario);
    if (opened.code != ExitCode::fine) return opened.code;
    const auto prepared = compare::prepare_designs(opened.scenarios, arguments.options, opened.warnings);
    if (!prepared.problems.empty()) {
        say_diagnostics(prepared.problems, opened.scenarios.front().files, scenario::Severity::error);
        return ExitCode::usage;
    }

    const InterruptWatch interrupt;
    compare::Comparison comparison;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        comparison = compare::compare_designs(prepared.designs, arguments.options, display.progress(), display.go_on());
    }
    const bool is_done = comparison.stopped != "interrupted";
    const std::uint64_t trials = comparison.designs.front().results.run.trials;
    if (!is_done && trials == 0) {
        say_error("interrupted before the first trial of all designs was done");
        return ExitCode::inconclusive;
    }
    const ExitCode written = write_data(arguments.output.path, written_as(arguments, comparison));
    if (written != ExitCode::fine || is_done) return written;
    if (!arguments.quiet) say_error(fmt::format("interrupted; the comparison covers the {} trials until then", trials));
    return ExitCode::inconclusive;
}

}  // namespace

Command add_compare(CLI::App& program) {
    CLI::App* app = program.add_subcommand("compare", "Compare designs on the same luck: which is better, how sure");
    auto arguments = std::make_shared<CompareArguments>();
    add_files(*app, arguments->scenario);
    add_results_output(*app, arguments->output);
    add_comparison_options(*app, arguments->options.study);
    add_indifference_option(*app, arguments->options.indifference);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress and no remarks on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return compare_files(*arguments); }};
}

}  // namespace nines::cli
