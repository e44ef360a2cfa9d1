// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/results_output.hpp"

#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "cli/output.hpp"
#include "models/report/formats.hpp"
#include "models/report/text.hpp"

namespace nines::cli {

namespace {

std::optional<std::string> format_of_ending(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending.empty() || ending == ".txt" || ending == ".text") return "text";
    for (const report::Format& format : report::formats()) {
        if (ending.substr(1) == format.file_ending) return std::string(format.name);
    }
    return std::nullopt;
}

/// `text` is drawn here, for the terminal; the other formats do not depend on it.
std::string written_as(const ResultsOutput& output, const results::Results& results, const LookArguments& look) {
    if (output.format == "text") {
        return report::to_text(results, output.path.empty() ? text_options(look) : file_text_options(look));
    }
    return report::find_format(output.format)->write(results);
}

}  // namespace

void add_results_output(CLI::App& app, ResultsOutput& output) {
    app.add_option("-o,--output", output.path, "Write to this file, whole or not at all")->type_name("PATH");
    app.add_option("--format", output.format, "text, json, csv or md (by the ending of -o, else text)")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json", "csv", "md", "markdown"}));
}

ExitCode settle_format(ResultsOutput& output, std::size_t file_count) {
    if (!output.path.empty() && file_count > 1) {
        say_error("-o takes the results of one FILE", "run each file on its own, or write to standard output");
        return ExitCode::usage;
    }
    if (output.format == "md") output.format = "markdown";
    if (!output.format.empty()) return ExitCode::fine;
    const auto by_ending = format_of_ending(output.path);
    if (!by_ending) {
        say_error(fmt::format("the ending of \"{}\" names no format", output.path),
                  "endings: json, csv, md, txt; or say --format");
        return ExitCode::usage;
    }
    output.format = *by_ending;
    return ExitCode::fine;
}

ExitCode write_results(const ResultsOutput& output, const results::Results& results, const LookArguments& look) {
    return write_data(output.path, written_as(output, results, look));
}

}  // namespace nines::cli
