// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scenario_arguments.hpp"

#include <algorithm>
#include <utility>

#include "cli/output.hpp"
#include "models/scenario/codes.hpp"

namespace nines::cli {

namespace {

void add_overrides(CLI::App& app, ScenarioArguments& arguments) {
    app.add_option("-D,--define", arguments.overrides, "Change one value: -D node.web.mtbf=\"30 d\"; may be repeated")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
}

/// Without a line it is about the path on the command line, not about one that a scenario names.
bool is_about_reading(const scenario::Diagnostic& diagnostic) {
    const bool cannot =
        diagnostic.code == scenario::codes::cannot_read.id || diagnostic.code == scenario::codes::not_a_regular_file.id;
    return cannot && diagnostic.place.line == 0;
}

}  // namespace

void add_one_file(CLI::App& app, ScenarioArguments& arguments) {
    app.add_option("FILE", arguments.files, "Scenario (TOML)")->required()->expected(1)->type_name("");
    add_overrides(app, arguments);
}

void add_files(CLI::App& app, ScenarioArguments& arguments) {
    app.add_option("FILE", arguments.files, "Scenarios (TOML), each in turn")->required()->type_name("");
    add_overrides(app, arguments);
}

ExitCode exit_code_of(const scenario::Diagnostics& diagnostics) {
    if (!scenario::has_errors(diagnostics)) return ExitCode::fine;
    const bool reading = std::any_of(diagnostics.begin(), diagnostics.end(), is_about_reading);
    return reading ? ExitCode::io : ExitCode::invalid_scenario;
}

OpenedFile open_or_say(const std::string& file, const ScenarioArguments& arguments) {
    OpenedFile result{ExitCode::fine, validate::open_file(file, {.overrides = arguments.overrides, .folder = {}})};
    result.code = exit_code_of(result.opened.diagnostics);
    if (result.code != ExitCode::fine) {
        say_diagnostics(result.opened.diagnostics, result.opened.scenario.files, scenario::Severity::error);
    }
    return result;
}

OpenedFiles open_all_or_say(const ScenarioArguments& arguments) {
    OpenedFiles opened;
    for (const std::string& file : arguments.files) {
        OpenedFile one = open_or_say(file, arguments);
        if (opened.code == ExitCode::fine) opened.code = one.code;
        opened.scenarios.push_back(std::move(one.opened.scenario));
        opened.warnings.push_back(std::move(one.opened.diagnostics));
    }
    return opened;
}

}  // namespace nines::cli
