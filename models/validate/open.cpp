// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/open.hpp"

#include <utility>

#include "models/presets/presets.hpp"
#include "models/scenario/field_keys.hpp"
#include "models/scenario/load.hpp"
#include "models/toml/read.hpp"
#include "models/validate/check_varied.hpp"
#include "models/validate/validate.hpp"

namespace nines::validate {
namespace {

Opened open(scenario::ReadResult read) {
    // Without a whole document every key would seem to be missing. What is there can be shown, with the one error.
    if (scenario::has_errors(read.diagnostics)) {
        Opened opened;
        opened.scenario = scenario::load(read.document, presets::library()).scenario;
        opened.scenario.files = std::move(read.document.files);
        opened.diagnostics = std::move(read.diagnostics);
        scenario::sort_by_place(opened.diagnostics);
        return opened;
    }
    std::vector<scenario::SourceFile> data_files;
    scenario::FileReader reader;
    if (!read.document.folder.empty()) reader = scenario::reader_beneath(read.document.folder, &data_files);
    auto loaded = scenario::load(read.document, presets::library(), reader);

    const bool whole = !scenario::has_errors(loaded.diagnostics);
    Opened opened{.scenario = std::move(loaded.scenario),
                  .diagnostics = std::move(read.diagnostics),
                  .varied = std::move(loaded.varied)};
    opened.scenario.files.insert(opened.scenario.files.end(), data_files.begin(), data_files.end());
    for (auto& diagnostic : loaded.diagnostics) opened.diagnostics.push_back(std::move(diagnostic));
    for (auto& diagnostic : validate(opened.scenario, whole)) opened.diagnostics.push_back(std::move(diagnostic));
    scenario::sort_by_place(opened.diagnostics);
    return opened;
}

scenario::ReadOptions read_options(const OpenOptions& options) {
    scenario::ReadOptions read;
    read.overrides = options.overrides;
    read.folder = options.folder;
    read.rules = scenario::document_rules();
    return read;
}

}  // namespace

Opened open_file(const std::string& path, const OpenOptions& options) {
    Opened opened = open(scenario::read_file(path, read_options(options)));
    if (!options.check_varied) return opened;
    check_varied(opened, options, [&](const OpenOptions& point) { return open_file(path, point); });
    return opened;
}

Opened open_text(const std::string& name, std::string_view text, const OpenOptions& options) {
    Opened opened = open(scenario::read_text(name, text, read_options(options)));
    if (!options.check_varied) return opened;
    check_varied(opened, options, [&](const OpenOptions& point) { return open_text(name, text, point); });
    return opened;
}

}  // namespace nines::validate
