// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/results_output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/report/outages_csv.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/number_text.hpp"

namespace nines::cli {

namespace {

/// What looking for exact figures may add to a run.
constexpr double seconds_to_verify = 1.0;

struct RunArguments {
    ScenarioArguments scenario;
    results::StudyOptions options;
    LookArguments look;
    ResultsOutput output;
    bool quiet = false;
    bool no_exact = false;
    std::string outages;  ///< Where each outage is written to; empty: nowhere.
};

constexpr const char* examples = R"(Examples:
  nines run site.toml                               the report, on the terminal
  nines run site.toml --precision 5% --threads 4    until the downtime is known to 5 %
  nines run site.toml -o site.json                  the format follows the ending: json, csv, md, txt
  nines run site.toml -D group.web.count=4          what if there were four?
  nines run site.toml --steady --horizon "10 y"     long-run figures
  nines run a.toml b.toml --format csv > all.csv
  nines run site.toml --outages outages.csv         also each outage, one row each

Results depend on the scenario, the seed and the number of trials, never on the threads. Ctrl-C ends a run early and
still reports; a second Ctrl-C kills it. Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or
written, 5 precision not reached or interrupted.)";

ExitCode verdict_on(const results::RunInfo& run) {
    return run.stopped == "limit" || run.stopped == "interrupted" ? ExitCode::inconclusive : ExitCode::fine;
}

/// Each outage as a row of its own.
ExitCode write_outages(const RunArguments& arguments, const results::Results& results) {
    if (!results.outages) return ExitCode::fine;
    if (results.outages->outages.is_truncated() && !arguments.quiet) {
        say_error(fmt::format("{} has the first {} outages only; later ones are left out", arguments.outages,
                              results::count_text(results.outages->outages.size())),
                  "fewer --trials list all");
    }
    return write_data(arguments.outages, report::outages_to_csv(*results.outages));
}

/// Who varies values in the file may expect that they are tried.
void say_what_varies(const std::string& file, const std::vector<scenario::Vary>& varied) {
    if (varied.empty()) return;
    say_error(fmt::format("{}: one design was run; the file varies {} {}, which `nines sweep` tries", file,
                          varied.size(), varied.size() == 1 ? "key" : "keys"));
}

ExitCode run_file(const std::string& file, const RunArguments& arguments, const InterruptWatch& interrupt) {
    const OpenedFile file_opened = open_or_say(file, arguments.scenario);
    if (file_opened.code != ExitCode::fine) return file_opened.code;
    const SettledStudy settled = settle_or_say(file_opened.opened, arguments.options);
    if (settled.code != ExitCode::fine) return settled.code;

    auto results =
        run_with_progress(settled.study, interrupt, {.quiet = arguments.quiet, .ascii = arguments.look.ascii});
    if (!arguments.no_exact && !interrupt.requested()) results::verify(results, settled.study, seconds_to_verify);
    const ExitCode written = write_results(arguments.output, results, arguments.look);
    if (written != ExitCode::fine) return written;
    const ExitCode listed = write_outages(arguments, results);
    if (listed != ExitCode::fine) return listed;
    if (!arguments.quiet) say_what_varies(file, file_opened.opened.varied);
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
ExitCode run_files(RunArguments& arguments) {
    const ExitCode settled = settle_format(arguments.output, arguments.scenario.files.size());
    if (settled != ExitCode::fine) return settled;
    arguments.options.list_outages = !arguments.outages.empty();
    if (arguments.options.list_outages && arguments.scenario.files.size() > 1) {
        say_error("--outages takes the outages of one FILE", "run each file on its own");
        return ExitCode::usage;
    }
    const InterruptWatch interrupt;
    ExitCode first = ExitCode::fine;
    for (const std::string& file : arguments.scenario.files) {
        const ExitCode code = run_file(file, arguments, interrupt);
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
    add_results_output(*app, arguments->output);
    add_study_options(*app, arguments->options);
    app->add_option("--outages", arguments->outages, "Also write each outage to this file, as CSV")->type_name("PATH");
    app->add_flag("--no-exact", arguments->no_exact, "Do not look for exact figures beside the estimates");
    app->add_flag("-q,--quiet", arguments->quiet, "No progress and no remarks on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_files(*arguments); }};
}

}  // namespace nines::cli
