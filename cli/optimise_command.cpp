// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decision_arguments.hpp"
#include "cli/output.hpp"
#include "cli/study_arguments.hpp"
#include "models/compare/optimise.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/scenario/parse.hpp"

namespace nines::cli {

namespace {

struct OptimiseArguments {
    ScenarioArguments scenario;
    SweepArguments sweep;
    std::vector<std::string> requirements;
    std::vector<std::string> prices;
    std::string minimise = "cost_per_year";
    std::string indifference = "1%";
    std::string level = "95%";
    results::StudyOptions options;
    LookArguments look;
    ResultsOutput output;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  nines optimise site.toml --price group.web.count=100          the cheapest design that meets the objectives
  nines optimise site.toml -V group.web.count=2,3,4,5 --price group.web.count=100 --require "availability >= 99.95%"
  nines optimise site.toml --minimise downtime_per_year --require "P(data_loss <= 5 s) >= 99%"

All designs of the grid ([[vary]] and -V) run the same trials in rounds; a design is given up as soon as it surely misses
a requirement or is surely dearer than one that meets them all. Exit codes: 0 found, 1 no design meets all, 2 usage,
3 invalid scenario or point, 4 a file cannot be read or written, 5 inconclusive.)";

std::optional<double> share_of(const char* option, const std::string& text) {
    const auto share = scenario::parse_share(text);
    if (share) return *share;
    say_error(fmt::format("{} \"{}\" is not a share", option, text), "for example 5%");
    return std::nullopt;
}

/// What a design costs: a price list, or one figure of one subject.
ExitCode settle_cost(const OptimiseArguments& arguments, const compare::SweepPlan& plan,
                     compare::OptimiseOptions& options) {
    const auto prices = read_all<compare::Price>("--price", arguments.prices, compare::parse_price);
    const auto indifference = share_of("--indifference", arguments.indifference);
    if (!prices || !indifference) return ExitCode::usage;
    options.prices = *prices;
    options.indifference = *indifference;
    if (!prices->empty()) return ExitCode::fine;
    const auto metric = compare::parse_metric_name(arguments.minimise);
    if (!metric) {
        say_parse_error("--minimise", arguments.minimise, metric.error());
        return ExitCode::usage;
    }
    const auto names = compare::with_subjects(*metric, plan.designs.front().study.program);
    if (!names) {
        say_error(names.error().message, names.error().hint);
        return ExitCode::usage;
    }
    if (names->size() > 1) {
        say_error(fmt::format("\"{}\" is a figure of several", arguments.minimise),
                  fmt::format("say which: --minimise \"{}\"", to_text(names->front())));
        return ExitCode::usage;
    }
    options.minimise = names->front();
    const auto has_cost = [](const compare::Design& design) { return design.study.program.costs.exist(); };
    if (metric->metric == "cost_per_year" && std::none_of(plan.designs.begin(), plan.designs.end(), has_cost)) {
        say_error("nothing in this scenario has a price", "--price group.web.count=100, `price` keys, or --minimise");
        return ExitCode::usage;
    }
    return ExitCode::fine;
}

ExitCode search(const OptimiseArguments& arguments, const compare::PreparedSearch& prepared,
                const compare::OptimiseOptions& options) {
    const InterruptWatch interrupt;
    compare::Optimum optimum;
    {
        PairedDisplay display(interrupt, arguments.quiet, arguments.look.ascii);
        optimum = compare::run_search(prepared, options, display.progress(), display.go_on());
    }
    const ExitCode written = write_sheet(arguments.output, report::sheet_of(optimum), arguments.look);
    if (written != ExitCode::fine) return written;
    if (!optimum.is_conclusive) return ExitCode::inconclusive;
    return optimum.best ? ExitCode::fine : ExitCode::objective_missed;
}

ExitCode run_optimise(OptimiseArguments& arguments) {
    const ExitCode settled = settle_format(arguments.output, 1);
    if (settled != ExitCode::fine) return settled;
    auto requirements = read_all<compare::Requirement>("--require", arguments.requirements, compare::parse_requirement);
    const auto level = share_of("--level", arguments.level);
    if (!requirements || !level) return ExitCode::usage;
    compare::OptimiseOptions options;
    options.study = arguments.options;
    results::StudyOptions of_points = arguments.options;
    of_points.allow_large = true;  // Most designs are given up early.
    PreparedPoints points = prepare_points_or_say(arguments.scenario, arguments.sweep, of_points);
    if (points.code != ExitCode::fine) return points.code;
    if (requirements->empty()) *requirements = compare::objectives_of(points.plan.designs.front().scenario, *level);
    if (requirements->empty()) {
        say_error("nothing is required", "--require \"availability >= 99.95%\", or an objective of a service");
        return ExitCode::usage;
    }
    const ExitCode cost = settle_cost(arguments, points.plan, options);
    if (cost != ExitCode::fine) return cost;
    const auto prepared = compare::prepare_search(std::move(points.plan), *requirements, options);
    if (!prepared.unknown.empty()) {
        say_unknown(prepared.unknown);
        return ExitCode::usage;
    }
    return search(arguments, prepared, options);
}

}  // namespace

Command add_optimise(CLI::App& program) {
    CLI::App* app =
        program.add_subcommand("optimise", "Find the cheapest design of a grid that meets all requirements");
    auto arguments = std::make_shared<OptimiseArguments>();
    add_one_file(*app, arguments->scenario);
    add_vary_option(*app, arguments->sweep);
    add_require_option(*app, arguments->requirements);
    app->add_option("--level", arguments->level, "How often an rto, rpo or window of an slo must be met (95%)")
        ->type_name("SHARE");
    app->add_option("--price", arguments->prices, "What one of these costs: --price group.web.count=100; repeatable")
        ->type_name("KEY=PRICE")
        ->allow_extra_args(false);
    app->add_option("--minimise", arguments->minimise, "Without --price: the figure to make small (cost_per_year)")
        ->type_name("NAME");
    app->add_option("--indifference", arguments->indifference, "With --minimise: how much more does not matter (1%)")
        ->type_name("SHARE");
    add_results_output(*app, arguments->output);
    add_study_options(*app, arguments->options);
    app->add_flag("-q,--quiet", arguments->quiet, "No progress on standard error");
    add_look_options(*app, arguments->look);
    app->footer(examples);
    return {app, [arguments] { return run_optimise(*arguments); }};
}

}  // namespace nines::cli
