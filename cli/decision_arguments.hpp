// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/results_output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/compare/compare.hpp"
#include "models/compare/requirement.hpp"
#include "models/compare/sweep.hpp"
#include "models/report/sheet.hpp"

/// What the commands that hold designs against each other, or against requirements, have in common.
namespace nines::cli {

/// -V and --metric, as they were written.
struct SweepArguments {
    std::vector<std::string> vary;
    std::vector<std::string> metrics;
};
void add_vary_option(CLI::App& app, SweepArguments& arguments);
void add_metric_option(CLI::App& app, SweepArguments& arguments, const std::string& help);

/// --require.
void add_require_option(CLI::App& app, std::vector<std::string>& requirements);

/// Each text read by `parse`; nothing, and every mistake said with its column, if one cannot be.
template <class T, class Parse>
std::optional<std::vector<T>> read_all(const std::string& option, const std::vector<std::string>& texts, Parse parse);

void say_parse_error(const std::string& option, const std::string& text, const scenario::ParseError& error);
/// About something that has no position in the command line.
void say_unknown(const std::vector<scenario::ParseError>& errors);

/// Opens the file with further overrides, quietly.
compare::OpenPoint point_opener(const ScenarioArguments& arguments);

/// The points of the scenario's [[vary]] and of -V, compiled; says what is wrong with them.
struct PreparedPoints {
    ExitCode code = ExitCode::fine;
    compare::SweepPlan plan;
};
PreparedPoints prepare_points_or_say(const ScenarioArguments& scenario, const SweepArguments& sweep,
                                     const results::StudyOptions& options);

/// Shows how a paired run goes on, and ends it when it is interrupted.
class PairedDisplay {
public:
    PairedDisplay(const InterruptWatch& interrupt, bool quiet, bool ascii);
    compare::OnPairedProgress progress();
    std::function<bool()> go_on() const;

private:
    const InterruptWatch* interrupt_;
    ProgressDisplay display_;
};

ExitCode write_sheet(const ResultsOutput& output, const report::Sheet& sheet, const LookArguments& look);

template <class T, class Parse>
std::optional<std::vector<T>> read_all(const std::string& option, const std::vector<std::string>& texts, Parse parse) {
    std::vector<T> values;
    bool is_fine = true;
    for (const std::string& text : texts) {
        auto parsed = parse(text);
        if (parsed) {
            values.push_back(std::move(*parsed));
        } else {
            say_parse_error(option, text, parsed.error());
            is_fine = false;
        }
    }
    return is_fine ? std::optional(std::move(values)) : std::nullopt;
}

}  // namespace nines::cli
