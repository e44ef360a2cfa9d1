// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "models/report/layout.hpp"

namespace nines::cli {

namespace {

using Json = nlohmann::ordered_json;

struct ValidateArguments {
    ScenarioArguments scenario;
    std::string format = "text";
};

constexpr const char* examples = R"(Examples:
  nines validate site.toml                   every mistake at once, with its line, the rule and the remedy
  nines validate scenarios/*.toml            many files
  nines validate site.toml --format json     for editors and pipelines

Warnings are modelling choices worth a second look. Exit codes: 0 no error, 3 a scenario has errors, 4 a file cannot be
read.)";

struct Counted {
    std::string singular;
    std::size_t count;
};

std::vector<Counted> counts_of(const scenario::Scenario& scenario) {
    return {{"node", scenario.nodes.size()},         {"group", scenario.groups.size()},
            {"domain", scenario.domains.size()},     {"service", scenario.services.size()},
            {"store", scenario.stores.size()},       {"backup", scenario.backups.size()},
            {"balancer", scenario.balancers.size()}, {"crew", scenario.crews.size()},
            {"cause", scenario.causes.size()},       {"event", scenario.events.size()}};
}

/// "2 nodes, 2 groups, 1 service".
std::string summary(const scenario::Scenario& scenario) {
    std::vector<std::string> parts;
    for (const Counted& counted : counts_of(scenario)) {
        if (counted.count == 0) continue;
        parts.push_back(fmt::format("{} {}{}", counted.count, counted.singular, counted.count == 1 ? "" : "s"));
    }
    return parts.empty() ? "nothing in it" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string text_of(const std::string& file, const validate::Opened& opened) {
    std::string text;
    for (const auto& diagnostic : opened.diagnostics) {
        text += scenario::format_diagnostic(diagnostic, opened.scenario.files) + "\n";
    }
    const auto is_error = [](const auto& diagnostic) { return diagnostic.severity == scenario::Severity::error; };
    const auto errors = std::count_if(opened.diagnostics.begin(), opened.diagnostics.end(), is_error);
    const auto warnings = static_cast<std::ptrdiff_t>(opened.diagnostics.size()) - errors;
    const std::string remarks = fmt::format("{} warning{}", warnings, warnings == 1 ? "" : "s");
    if (errors > 0)
        return text +
               fmt::format("{}: {} error{}, {}\n", report::printable(file), errors, errors == 1 ? "" : "s", remarks);
    return text + fmt::format("{}: ok: {}{}\n", report::printable(file), summary(opened.scenario),
                              warnings > 0 ? "; " + remarks : "");
}

Json json_of(const scenario::Diagnostic& diagnostic, const scenario::Scenario& scenario) {
    Json json = {{"severity", diagnostic.severity == scenario::Severity::error ? "error" : "warning"},
                 {"code", diagnostic.code},
                 {"message", diagnostic.message}};
    if (!diagnostic.hint.empty()) json["hint"] = diagnostic.hint;
    if (diagnostic.place.file < scenario.files.size()) json["file"] = scenario.files[diagnostic.place.file].path;
    if (diagnostic.place.line > 0) {
        json["line"] = diagnostic.place.line;
        json["column"] = diagnostic.place.column;
    }
    return json;
}

Json json_of(const std::string& file, const validate::Opened& opened) {
    Json json = {{"file", file}, {"valid", !scenario::has_errors(opened.diagnostics)}};
    if (!scenario::has_errors(opened.diagnostics)) {
        Json counts = Json::object();
        for (const Counted& counted : counts_of(opened.scenario)) counts[counted.singular] = counted.count;
        json["counts"] = counts;
    }
    json["diagnostics"] = Json::array();
    for (const auto& diagnostic : opened.diagnostics)
        json["diagnostics"].push_back(json_of(diagnostic, opened.scenario));
    return json;
}

ExitCode validate_files(const ValidateArguments& arguments) {
    Json files = Json::array();
    std::string text;
    ExitCode first = ExitCode::fine;
    for (const std::string& file : arguments.scenario.files) {
        const auto opened = validate::open_file(file, {.overrides = arguments.scenario.overrides, .folder = {}});
        const ExitCode code = exit_code_of(opened.diagnostics);
        if (first == ExitCode::fine) first = code;
        if (arguments.format == "json") {
            files.push_back(json_of(file, opened));
        } else {
            text += text_of(file, opened);
        }
    }
    if (arguments.format == "json") {
        const Json document = {{"format", 1}, {"files", files}};
        text = document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    const ExitCode written = write_data(text);
    return written == ExitCode::fine ? first : written;
}

}  // namespace

Command add_validate(CLI::App& program) {
    CLI::App* app = program.add_subcommand("validate", "Check scenarios and name every mistake at once");
    auto arguments = std::make_shared<ValidateArguments>();
    add_files(*app, arguments->scenario);
    app->add_option("--format", arguments->format, "text (default) or json")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json"}));
    app->footer(examples);
    return {app, [arguments] { return validate_files(*arguments); }};
}

}  // namespace nines::cli
