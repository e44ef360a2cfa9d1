// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "models/export/explicit_text.hpp"
#include "models/export/graphviz.hpp"
#include "models/export/open_psa.hpp"
#include "models/export/prism.hpp"
#include "models/results/exact_rows.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::cli {

namespace {

struct ExportArguments {
    ScenarioArguments scenario;
    std::string path;
    std::string format;
    std::string service;
    exporting::ExportQuestion question;
};

constexpr const char* examples = R"(Examples:
  nines export pair.toml -o pair.tra                the chain as pair.tra and pair.lab (PRISM's explicit format)
  nines export pair.toml --format prism             the chain as a model in the PRISM language
  nines export pair.toml --format dot | dot -Tsvg > pair.svg
  nines export shop.toml --format open-psa          a fault tree for each service (Open-PSA)
  nines export shop.toml --service site -o site.dot

Formats:
  tra       all states and transitions; any size. PRISM: -importtrans pair.tra -importlabels pair.lab -ctmc
  prism     at most 5000 states, with labels and rewards for downtime; read by PRISM and Storm
  dot       at most 200 states, in words, for Graphviz; states with a service down are red
  open-psa  gates, and basic events with their long-run unavailabilities, for SCRAM and other tools

A chain holds all that the services (or the one of --service) need, hosts that are alike counted together. Its rates
are per hour. Its labels are init, and down_NAME for each service. Times that are not exponential are made of phases,
and the error of that is said; what follows the calendar cannot be exported. In a fault tree, components that act upon
each other (one crew, a common cause, standby) are one basic event for each thing that a service needs of them.
Exit codes: 0 done, 2 usage, 3 invalid scenario, 4 a file cannot be read or written, 5 the format cannot hold it.)";

/// One finished file; an empty path is standard output.
struct File {
    std::string path;
    std::string text;
};
using Files = std::vector<File>;

void say_warning(std::string_view text) {
    say_error(fmt::format("warning: {}", text));
}

/// In the words of `nines solve`.
void say_approximations(const std::vector<exact::Approximation>& approximations) {
    exact::Solution solution;
    solution.approximations = approximations;
    for (const std::string& text : results::solve_info(solution).approximations) say_warning(text);
}

std::optional<std::string> format_of_ending(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending == ".tra" || ending == ".lab") return "tra";
    if (ending == ".sm" || ending == ".prism" || ending == ".pm") return "prism";
    if (ending == ".dot" || ending == ".gv") return "dot";
    if (ending == ".xml" || ending == ".opsa") return "open-psa";
    return std::nullopt;
}

ExitCode settle_format(ExportArguments& arguments) {
    if (arguments.format.empty()) {
        const auto by_ending = format_of_ending(arguments.path);
        if (!by_ending) {
            say_error("in which format?", "say --format tra, prism, dot or open-psa, or -o with such an ending");
            return ExitCode::usage;
        }
        arguments.format = *by_ending;
    }
    if (arguments.format == "tra" && arguments.path.empty()) {
        say_error("the format tra is two files", "say where: -o PATH writes PATH.tra and PATH.lab");
        return ExitCode::usage;
    }
    return ExitCode::fine;
}

/// All services, or the one asked for. None: there is no such service, which has been said.
std::optional<std::vector<compile::SubjectId>> chosen_services(const compile::Program& program,
                                                               const std::string& wanted) {
    std::vector<compile::SubjectId> services;
    std::vector<std::string> names;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        const std::string& name = program.subjects[s].name;
        names.push_back(name.substr(name.find(':') + 1));
        const bool is_wanted = wanted.empty() || wanted == names.back() || wanted == name;
        if (is_wanted) services.push_back(static_cast<compile::SubjectId>(s));
    }
    if (!services.empty()) return services;
    say_error(fmt::format("the scenario has no service \"{}\"", wanted), scenario::did_you_mean(wanted, names));
    return std::nullopt;
}

Files chain_files(const exporting::ServiceChain& chain, const std::string& path) {
    const std::filesystem::path given(path);
    const bool has_ending = format_of_ending(path) == "tra";
    const std::string stem = has_ending ? (given.parent_path() / given.stem()).string() : path;
    exporting::ExplicitText text = exporting::explicit_text(chain);
    return {{stem + ".tra", std::move(text.transitions)}, {stem + ".lab", std::move(text.labels)}};
}

using FilesOrRefusal = std::variant<Files, exact::Refusal>;

FilesOrRefusal export_chain(const compile::Program& program, const ExportArguments& arguments,
                            const exporting::Heading& heading) {
    const auto made = exporting::service_chain(program, arguments.question);
    if (const auto* refusal = std::get_if<exact::Refusal>(&made)) return *refusal;
    const auto& chain = std::get<exporting::ServiceChain>(made);
    Files files;
    if (arguments.format == "tra") {
        files = chain_files(chain, arguments.path);
    } else {
        auto text =
            arguments.format == "dot" ? exporting::graphviz(chain, heading) : exporting::prism_model(chain, heading);
        if (const auto* refusal = std::get_if<exact::Refusal>(&text)) return *refusal;
        files.push_back({arguments.path, std::get<std::string>(std::move(text))});
    }
    say_approximations(chain.approximations);
    if (arguments.format != "dot") {
        for (const std::string& sentence : exporting::unsaid_of(chain)) say_warning(sentence);
    }
    return files;
}

FilesOrRefusal export_fault_trees(const compile::Program& program, const ExportArguments& arguments,
                                  const exporting::Heading& heading) {
    const auto made = exporting::fault_trees(program, arguments.question);
    if (const auto* refusal = std::get_if<exact::Refusal>(&made)) return *refusal;
    const auto& trees = std::get<exporting::FaultTrees>(made);
    say_approximations(trees.approximations);
    for (const std::string& sentence : trees.unsaid) say_warning(sentence);
    return Files{{arguments.path, exporting::open_psa(trees, heading)}};
}

/// All of them or none: two files that belong together must not be left as halves of two exports.
ExitCode write_files(const Files& files) {
    for (std::size_t f = 0; f < files.size(); ++f) {
        const ExitCode code = write_data(files[f].path, files[f].text);
        if (code == ExitCode::fine) continue;
        std::error_code ignored;
        for (std::size_t written = 0; written < f; ++written) std::filesystem::remove(files[written].path, ignored);
        return code;
    }
    return ExitCode::fine;
}

ExitCode export_file(ExportArguments& arguments) {
    const ExitCode format = settle_format(arguments);
    if (format != ExitCode::fine) return format;
    const OpenedFile file = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (file.code != ExitCode::fine) return file.code;
    results::StudyOptions options;
    options.allow_large = true;  // nothing is simulated
    const SettledStudy settled = settle_or_say(file.opened, options);
    if (settled.code != ExitCode::fine) return settled.code;

    const compile::Program& program = settled.study.program;
    const auto services = chosen_services(program, arguments.service);
    if (!services) return ExitCode::usage;
    const InterruptWatch interrupt;
    arguments.question.services = *services;
    arguments.question.go_on = [&] { return !interrupt.requested(); };
    const exporting::Heading heading{settled.study.frame.scenario.name, NINES_VERSION};
    const auto made = arguments.format == "open-psa" ? export_fault_trees(program, arguments, heading)
                                                     : export_chain(program, arguments, heading);
    if (const auto* refusal = std::get_if<exact::Refusal>(&made)) {
        say_error(fmt::format("cannot be exported: {}", refusal->reason), refusal->hint);
        return ExitCode::inconclusive;
    }
    return write_files(std::get<Files>(made));
}

}  // namespace

Command add_export(CLI::App& program) {
    CLI::App* app =
        program.add_subcommand("export", "Write a scenario as a Markov chain or fault tree for other tools");
    auto arguments = std::make_shared<ExportArguments>();
    add_one_file(*app, arguments->scenario);
    app->add_option("-o,--output", arguments->path, "Write to this file, whole or not at all")->type_name("PATH");
    app->add_option("--format", arguments->format, "tra, prism, dot or open-psa (by the ending of -o)")
        ->type_name("NAME")
        ->check(CLI::IsMember({"tra", "prism", "dot", "open-psa"}));
    app->add_option("--service", arguments->service, "Only this service and what it needs (all)")->type_name("NAME");
    app->add_option("--phases", arguments->question.most_phases, "Phases for a time that is not exponential (32)")
        ->type_name("N")
        ->check(CLI::Range(2, 100));
    app->add_option("--states", arguments->question.most_states, "Give up beyond this many states (3000000)")
        ->type_name("N")
        ->check(CLI::Range(1u, 100'000'000u));
    app->footer(examples);
    return {app, [arguments] { return export_file(*arguments); }};
}

}  // namespace nines::cli
