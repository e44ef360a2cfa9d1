// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/presets/presets.hpp"
#include "models/scenario/load.hpp"
#include "models/toml/read.hpp"
#include "models/validate/validate.hpp"

/// Any bytes as a scenario: the whole way from text to a validated scenario must end in diagnostics at worst. A first
/// line that begins with `#-D ` is also tried as an override.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nines;
    static const scenario::PresetLibrary library = presets::library();

    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view override_mark = "#-D ";
    scenario::ReadOptions options;
    if (text.starts_with(override_mark)) {
        const std::string_view line = text.substr(0, text.find('\n'));
        options.overrides.emplace_back(line.substr(override_mark.size()));
    }
    const scenario::ReadResult read = scenario::read_text("fuzz.toml", text, options);
    for (const auto& diagnostic : read.diagnostics) scenario::format_diagnostic(diagnostic, read.document.files);
    if (scenario::has_errors(read.diagnostics)) return 0;

    const scenario::Loaded loaded = scenario::load(read.document, library);
    for (const auto& diagnostic : loaded.diagnostics) scenario::format_diagnostic(diagnostic, loaded.scenario.files);
    if (!scenario::has_errors(loaded.diagnostics)) validate::validate(loaded.scenario);
    return 0;
}
