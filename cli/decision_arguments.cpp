// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/decision_arguments.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"
#include "models/scenario/semantic_codes.hpp"

namespace nines::cli {

namespace {

ProgressDisplay::Look look_of(bool quiet, bool ascii) {
    LookArguments drawn;
    drawn.ascii = ascii;
    return {quiet, text_options(drawn).unicode, {}, {}};
}

}  // namespace

void add_vary_option(CLI::App& app, SweepArguments& arguments) {
    app.add_option("-V,--vary", arguments.vary,
                   "Values to try: -V group.web.count=2,3,4; may be repeated, in place of a [[vary]] of this key")
        ->type_name("KEY=VALUES")
        ->allow_extra_args(false);
}

void add_metric_option(CLI::App& app, SweepArguments& arguments, const std::string& help) {
    app.add_option("--metric", arguments.metrics, help)->type_name("NAME")->allow_extra_args(false);
}

void add_require_option(CLI::App& app, std::vector<std::string>& requirements) {
    app.add_option("--require", requirements,
                   "What must hold: \"availability >= 99.95%\", \"P(recovery_time <= 5 min) >= 99%\"; may be repeated")
        ->type_name("TEXT")
        ->allow_extra_args(false);
}

void say_parse_error(const std::string& option, const std::string& text, const scenario::ParseError& error) {
    say_error(fmt::format("{} \"{}\", column {}: {}", option, text, error.offset + 1, error.message), error.hint);
}

void say_unknown(const std::vector<scenario::ParseError>& errors) {
    for (const scenario::ParseError& error : errors) say_error(error.message, error.hint);
}

compare::OpenPoint point_opener(const ScenarioArguments& arguments) {
    return [arguments](const std::vector<std::string>& overrides) {
        validate::OpenOptions options{.overrides = arguments.overrides, .folder = {}, .check_varied = false};
        options.overrides.insert(options.overrides.end(), overrides.begin(), overrides.end());
        return validate::open_file(arguments.files.front(), options);
    };
}

PreparedPoints prepare_points_or_say(const ScenarioArguments& scenario, const SweepArguments& sweep,
                                     const results::StudyOptions& options) {
    PreparedPoints prepared;
    const auto more = read_all<scenario::Vary>("-V", sweep.vary, compare::parse_vary);
    if (!more) {
        prepared.code = ExitCode::usage;
        return prepared;
    }
    // Points that -V replaces need not be valid.
    const validate::Opened opened = validate::open_file(
        scenario.files.front(), {.overrides = scenario.overrides, .folder = {}, .check_varied = more->empty()});
    prepared.code = exit_code_of(opened.diagnostics);
    if (prepared.code != ExitCode::fine) {
        say_diagnostics(opened.diagnostics, opened.scenario.files, scenario::Severity::error);
        return prepared;
    }
    const auto varied = compare::with_more(opened.varied, *more);
    if (varied.empty()) {
        say_error(fmt::format("{}: nothing varies", scenario.files.front()),
                  "write a [[vary]] into the scenario, or -V group.web.count=2,3,4");
        prepared.code = ExitCode::usage;
        return prepared;
    }
    prepared.plan = compare::prepare_sweep(varied, point_opener(scenario), options);
    if (prepared.plan.problems.empty()) return prepared;
    const auto& files = prepared.plan.files.empty() ? opened.scenario.files : prepared.plan.files;
    say_diagnostics(prepared.plan.problems, files, scenario::Severity::error);
    const bool is_scenario = prepared.plan.problems.front().code < scenario::codes::run_too_large.id;
    prepared.code = is_scenario ? ExitCode::invalid_scenario : ExitCode::usage;
    return prepared;
}

PairedDisplay::PairedDisplay(const InterruptWatch& interrupt, bool quiet, bool ascii)
    : interrupt_(&interrupt), display_(look_of(quiet, ascii)) {}

compare::OnPairedProgress PairedDisplay::progress() {
    return [this](const observe::PairedProgress& now) {
        observe::Progress progress;
        progress.trials = now.trials;
        progress.of = now.of;
        progress.events = now.events;
        display_.show(progress);
        return !interrupt_->requested();
    };
}

std::function<bool()> PairedDisplay::go_on() const {
    return [this] { return !interrupt_->requested(); };
}

ExitCode write_sheet(const ResultsOutput& output, const report::Sheet& sheet, const LookArguments& look) {
    const report::TextOptions options = output.path.empty() ? text_options(look) : file_text_options(look);
    return write_data(output.path, report::written_as(output.format, sheet, options));
}

}  // namespace nines::cli
