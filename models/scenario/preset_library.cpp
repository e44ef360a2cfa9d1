// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/preset_library.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

namespace nines::scenario {
namespace {

struct Citation {
    Grade grade = Grade::none;
    std::string source;
};

/// From "grade; citation".
std::optional<Citation> parse_citation(std::string_view text) {
    constexpr std::array grades{Grade::verified, Grade::unverified, Grade::estimated, Grade::derived};
    const std::size_t semicolon = text.find("; ");
    if (semicolon == std::string_view::npos) return std::nullopt;
    for (const Grade grade : grades) {
        if (text.substr(0, semicolon) == to_text(grade))
            return Citation{grade, std::string(text.substr(semicolon + 2))};
    }
    return std::nullopt;
}

void set_file(Value& value, std::uint32_t file) {
    value.origin.place.file = file;
    if (Array* array = value.array()) {
        for (Value& item : array->items) set_file(item, file);
    }
    if (Table* table = value.table()) {
        for (Entry& entry : table->entries) {
            entry.key_place.file = file;
            set_file(entry.value, file);
        }
    }
}

class Annotator {
public:
    Annotator(const Preset& preset, std::vector<std::string>& problems) : preset_(preset), problems_(problems) {}

    /// Uses up `sources` of `table` and gives each other value its grade and citation.
    void annotate(Table& table) { annotate(table, "", nullptr, std::nullopt); }

private:
    /// `prefix` is the path of `table` within the preset. `outer` are sources that the table around it gives for its
    /// keys; `for_all` is the citation of those that have none of their own.
    void annotate(Table& table, const std::string& prefix, const Table* outer, const std::optional<Citation>& for_all) {
        const Value* listed = find(table, "sources");
        Table sources = listed != nullptr && listed->table() != nullptr ? *listed->table() : Table{};
        if (outer != nullptr) sources = merge(*outer, sources);
        erase(table, "sources");
        for (Entry& entry : table.entries) annotate(entry, prefix, sources, for_all);
        for (const Entry& source : sources.entries) {
            if (find(table, source.key) == nullptr) complain(prefix + source.key, "has a source but no value");
        }
    }

    void annotate(Entry& entry, const std::string& prefix, const Table& sources,
                  const std::optional<Citation>& for_all) {
        if (entry.key == "name") return;
        if (Array* modes = entry.value.array(); modes != nullptr && entry.key == "failure") {
            for (Value& mode : modes->items) {
                if (mode.table() != nullptr) annotate(*mode.table());
            }
            return;
        }
        const Value* source = find(sources, entry.key);
        std::optional<Citation> citation = for_all;
        if (source != nullptr && source->string() != nullptr) citation = parse_citation(*source->string());
        if (Table* inner = entry.value.table()) {
            annotate(*inner, prefix + entry.key + ".", source == nullptr ? nullptr : source->table(), citation);
            return;
        }
        if (!citation) {
            complain(prefix + entry.key, "has no source of the form \"grade; citation\"");
            return;
        }
        entry.value.origin.source = Source::preset;
        entry.value.origin.grade = citation->grade;
        entry.value.origin.note = fmt::format("preset {}: {}", preset_.name, citation->source);
    }

    void complain(const std::string& key, std::string_view what) {
        problems_.push_back(fmt::format("{} {}: {} {}", preset_.kind, preset_.name, key, what));
    }

    const Preset& preset_;
    std::vector<std::string>& problems_;
};

Preset make_preset(const std::string& kind, const Entry& entry, std::uint32_t file,
                   std::vector<std::string>& problems) {
    Preset preset{.kind = kind, .name = entry.key, .description = {}, .table = {}, .place = entry.key_place};
    preset.place.file = file;
    Value value = entry.value;
    set_file(value, file);
    if (value.table() == nullptr) {
        problems.push_back(fmt::format("{} {} is not a table", kind, entry.key));
        return preset;
    }
    preset.table = std::move(*value.table());
    const Value* description = find(preset.table, "description");
    if (description == nullptr || description->string() == nullptr) {
        problems.push_back(fmt::format("{} {} has no description", kind, entry.key));
    } else {
        preset.description = *description->string();
    }
    erase(preset.table, "description");
    Annotator(preset, problems).annotate(preset.table);
    return preset;
}

}  // namespace

const Preset* find_preset(const PresetLibrary& library, const std::string& kind, const std::string& name) {
    const auto found = library.presets.find({kind, name});
    return found == library.presets.end() ? nullptr : &found->second;
}

std::vector<std::string> preset_names(const PresetLibrary& library, std::string_view kind) {
    std::vector<std::string> names;
    for (const auto& [key, preset] : library.presets) {
        if (key.first == kind) names.push_back(key.second);
    }
    return names;
}

std::vector<std::string> add_presets(PresetLibrary& library, const Document& document) {
    std::vector<std::string> problems;
    const auto file = static_cast<std::uint32_t>(library.files.size());
    library.files.push_back(document.files.empty() ? SourceFile{} : document.files.front());
    for (const Entry& kind : document.root.entries) {
        if (kind.value.table() == nullptr) continue;
        for (const Entry& entry : kind.value.table()->entries) {
            Preset preset = make_preset(kind.key, entry, file, problems);
            const bool added = library.presets.emplace(std::pair(kind.key, entry.key), std::move(preset)).second;
            if (!added) problems.push_back(fmt::format("{} {} stands twice", kind.key, entry.key));
        }
    }
    return problems;
}

std::string_view to_text(Grade grade) {
    switch (grade) {
        case Grade::none: return "";
        case Grade::verified: return "verified";
        case Grade::unverified: return "unverified";
        case Grade::estimated: return "estimated";
        case Grade::derived: return "derived";
    }
    return "";
}

}  // namespace nines::scenario
