// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/observe/trace.hpp"
#include "models/report/trace_text.hpp"

namespace nines::cli {

namespace {

struct TraceArguments {
    ScenarioArguments scenario;
    results::StudyOptions options;
    LookArguments look;
    std::optional<std::uint64_t> trial;
    std::size_t worst = 0;
    bool only_outages = false;
    bool quiet = false;
    std::string format = "text";
};

constexpr const char* examples = R"(Examples:
  nines trace site.toml                        the first trial, event by event
  nines trace site.toml --trial 17             a trial that `nines run` named
  nines trace site.toml --worst 3              run first, then show the three trials with the most downtime
  nines trace site.toml --only-outages         only the outages of services, each with its causes

A trace is of the very trial that `nines run` simulates with the same scenario, seed, horizon and --steady.)";

/// The trials with the most downtime of any service, worst first.
std::vector<std::uint64_t> worst_trials(const results::Results& results, std::size_t count) {
    std::vector<results::NotableTrial> notable = results.notable;
    std::erase_if(notable, [](const auto& entry) { return entry.reason != results::NotableTrial::Reason::worst; });
    std::stable_sort(notable.begin(), notable.end(),
                     [](const auto& a, const auto& b) { return a.downtime > b.downtime; });
    std::vector<std::uint64_t> trials;
    for (const auto& entry : notable) {
        if (trials.size() == count) break;
        if (std::find(trials.begin(), trials.end(), entry.trial) == trials.end()) trials.push_back(entry.trial);
    }
    return trials;
}

std::string written_as(const std::vector<observe::Trace>& traces, const TraceArguments& arguments) {
    if (arguments.format == "json") return report::traces_to_json(traces);
    std::string text;
    for (const observe::Trace& trace : traces) {
        text += (text.empty() ? "" : "\n") + report::trace_to_text(trace, text_options(arguments.look));
    }
    return text;
}

ExitCode trace_file(const TraceArguments& arguments) {
    const OpenedFile file = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (file.code != ExitCode::fine) return file.code;
    const SettledStudy settled = settle_or_say(file.opened, arguments.options);
    if (settled.code != ExitCode::fine) return settled.code;

    std::vector<std::uint64_t> trials = {arguments.trial.value_or(0)};
    if (arguments.worst > 0) {
        const InterruptWatch interrupt;
        const auto results =
            run_with_progress(settled.study, interrupt, {.quiet = arguments.quiet, .ascii = arguments.look.ascii});
        trials = worst_trials(results, arguments.worst);
        if (trials.empty() && !arguments.quiet) say_error("no service was down in any trial: there is nothing to show");
    }
    std::vector<observe::Trace> traces;
    for (const std::uint64_t trial : trials) {
        auto trace = observe::trace_trial(settled.study.program, settled.study.plan.seed, trial);
        traces.push_back(arguments.only_outages ? observe::only_outages(std::move(trace)) : std::move(trace));
    }
    return write_data(written_as(traces, arguments));
}

}  // namespace

Command add_trace(CLI::App& program) {
    CLI::App* app = program.add_subcommand("trace", "Tell one trial event by event");
    auto arguments = std::make_shared<TraceArguments>();
    add_one_file(*app, arguments->scenario);
    CLI::Option* trial = app->add_option("--trial", arguments->trial, "Which trial (0)")->type_name("N");
    app->add_option("--worst", arguments->worst, "Run first, then show the N trials with the most downtime")
        ->type_name("N")
        ->check(CLI::Range(1, 10))
        ->excludes(trial);
    app->add_flag("--only-outages", arguments->only_outages, "Only outages of services, with their causes");
    app->add_option("--format", arguments->format, "text (default) or json")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json"}));
    add_study_options(*app, arguments->options);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress and no remarks on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return trace_file(*arguments); }};
}

}  // namespace nines::cli
