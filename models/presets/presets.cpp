// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets/presets.hpp"

#include <fmt/format.h>

#include "models/presets/embedded.hpp"
#include "models/toml/read.hpp"

namespace nines::presets {
namespace {

using scenario::Entry;
using scenario::Preset;
using scenario::PresetLibrary;
using scenario::Table;
using scenario::Value;

std::string plain_text(const Value& value) {
    if (const std::string* text = value.string()) return *text;
    if (const auto* number = value.get_if<std::int64_t>()) return fmt::format("{}", *number);
    if (const auto* number = value.get_if<double>()) return fmt::format("{}", *number);
    if (const bool* flag = value.get_if<bool>()) return *flag ? "true" : "false";
    std::string list;
    if (const scenario::Array* array = value.array()) {
        for (const Value& item : array->items) list += (list.empty() ? "" : ", ") + plain_text(item);
    }
    return list;
}

/// The citation, without the preset's name that stands before it in the note.
std::string citation(const Preset& preset, const Value& value) {
    const std::string prefix = fmt::format("preset {}: ", preset.name);
    const std::string& note = value.origin.note;
    return note.starts_with(prefix) ? note.substr(prefix.size()) : note;
}

void add_values(const Preset& preset, const Table& table, const std::string& prefix, std::vector<PresetValue>& values) {
    for (const Entry& entry : table.entries) {
        if (entry.key == "name") continue;
        if (const scenario::Array* modes = entry.value.array(); modes != nullptr && entry.key == "failure") {
            for (const Value& mode : modes->items) {
                const Value* name = scenario::find(*mode.table(), "name");
                add_values(preset, *mode.table(), fmt::format("failure.{}.", plain_text(*name)), values);
            }
            continue;
        }
        if (const Table* inner = entry.value.table()) {
            add_values(preset, *inner, prefix + entry.key + ".", values);
            continue;
        }
        values.push_back({.key = prefix + entry.key,
                          .text = plain_text(entry.value),
                          .grade = entry.value.origin.grade,
                          .source = citation(preset, entry.value)});
    }
}

PresetLibrary build(std::vector<std::string>& problems) {
    PresetLibrary library;
    for (const EmbeddedText& text : embedded_texts()) {
        const auto read = scenario::read_preset_text(fmt::format("presets/{}", text.name), text.toml, 0);
        for (const auto& diagnostic : read.diagnostics) {
            problems.push_back(scenario::format_diagnostic(diagnostic, read.document.files));
        }
        const auto wrong = scenario::add_presets(library, read.document);
        problems.insert(problems.end(), wrong.begin(), wrong.end());
    }
    return library;
}

}  // namespace

PresetLibrary library() {
    std::vector<std::string> ignored;
    return build(ignored);
}

std::vector<PresetValue> values_of(const Preset& preset) {
    std::vector<PresetValue> values;
    add_values(preset, preset.table, "", values);
    return values;
}

std::vector<std::string> problems() {
    std::vector<std::string> found;
    build(found);
    return found;
}

}  // namespace nines::presets
