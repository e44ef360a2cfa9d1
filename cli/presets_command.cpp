// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "models/presets/presets.hpp"
#include "models/report/layout.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::cli {

namespace {

using scenario::Preset;
using Json = nlohmann::ordered_json;

struct PresetsArguments {
    std::string name;
    std::string format = "text";
};

constexpr const char* examples = R"(Examples:
  nines presets                  all of them
  nines presets cloud-vm         one with its values, sources, and how well each source was checked

Use one in a scenario with: preset = "cloud-vm", or for a table within a thing: failover = { preset = "patroni" }. Your
own keys override it one by one.

Grades: verified (read in the cited text), unverified (from the cited publication, not read again), estimated
(engineering judgement), derived (computed from cited figures).)";

constexpr std::size_t page_columns = 100;

std::string list_text(const scenario::PresetLibrary& library) {
    std::string text;
    std::string kind;
    std::size_t name_columns = 0;
    for (const auto& [key, preset] : library.presets) name_columns = std::max(name_columns, preset.name.size());
    for (const auto& [key, preset] : library.presets) {
        if (preset.kind != kind) {
            kind = preset.kind;
            text += fmt::format("{}For a {}:\n", text.empty() ? "" : "\n", kind);
        }
        const auto lines = report::wrapped(preset.description, page_columns - name_columns - 4);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            text += fmt::format("  {:<{}}  {}\n", i == 0 ? preset.name : "", name_columns, lines[i]);
        }
    }
    return text + "\n`nines presets NAME` shows the values of one with their sources.\n";
}

/// How a scenario names it: in a thing of its kind, or in a table of that key.
std::string usage(const Preset& preset) {
    bool is_kind = false;
    scenario::for_each_kind([&](auto tag, auto) { is_kind = is_kind || scenario::kind_info(tag).word == preset.kind; });
    return is_kind ? fmt::format("[{}] preset = \"{}\"", preset.kind, preset.name)
                   : fmt::format("{} = {{ preset = \"{}\" }}", preset.kind, preset.name);
}

std::string preset_text(const Preset& preset) {
    std::string text = usage(preset) + "\n";
    for (const std::string& line : report::wrapped(preset.description, page_columns)) text += line + "\n";
    text += "\n";
    const auto values = presets::values_of(preset);
    std::size_t key_columns = 0;
    for (const auto& value : values) key_columns = std::max(key_columns, value.key.size());
    for (const auto& value : values) {
        text += fmt::format("  {:<{}} = {}\n", value.key, key_columns, value.text);
        const std::string source = fmt::format("{}: {}", scenario::to_text(value.grade), value.source);
        for (const std::string& line : report::wrapped(source, page_columns - 6)) text += "      " + line + "\n";
    }
    return text;
}

Json json_of(const Preset& preset) {
    Json json = {
        {"kind", preset.kind}, {"name", preset.name}, {"description", preset.description}, {"values", Json::array()}};
    for (const auto& value : presets::values_of(preset)) {
        json["values"].push_back({{"key", value.key},
                                  {"value", value.text},
                                  {"grade", scenario::to_text(value.grade)},
                                  {"source", value.source}});
    }
    return json;
}

/// All presets of this name, or all there are. Kinds may share a name.
std::vector<const Preset*> chosen(const scenario::PresetLibrary& library, const std::string& name) {
    std::vector<const Preset*> found;
    for (const auto& [key, preset] : library.presets) {
        if (name.empty() || preset.name == name) found.push_back(&preset);
    }
    return found;
}

ExitCode show_presets(const PresetsArguments& arguments) {
    const scenario::PresetLibrary library = presets::library();
    const auto found = chosen(library, arguments.name);
    if (found.empty()) {
        std::vector<std::string> names;
        for (const auto& [key, preset] : library.presets) names.push_back(preset.name);
        const std::string near = scenario::did_you_mean(arguments.name, names);
        say_error(fmt::format("there is no preset \"{}\"", arguments.name),
                  near.empty() ? "`nines presets` lists them" : near);
        return ExitCode::usage;
    }
    if (arguments.format == "json") {
        Json document = {{"format", 1}, {"presets", Json::array()}};
        for (const Preset* preset : found) document["presets"].push_back(json_of(*preset));
        return write_data(document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
    }
    if (arguments.name.empty()) return write_data(list_text(library));
    std::string text;
    for (const Preset* preset : found) text += (text.empty() ? "" : "\n") + preset_text(*preset);
    return write_data(text);
}

}  // namespace

Command add_presets(CLI::App& program) {
    CLI::App* app = program.add_subcommand("presets", "List ready-made values with their sources");
    auto arguments = std::make_shared<PresetsArguments>();
    app->add_option("NAME", arguments->name, "Show this one with all its values")->type_name("");
    app->add_option("--format", arguments->format, "text (default) or json")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json"}));
    app->footer(examples);
    return {app, [arguments] { return show_presets(*arguments); }};
}

}  // namespace nines::cli
