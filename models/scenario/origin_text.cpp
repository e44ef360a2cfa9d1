// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/origin_text.hpp"

#include <fmt/format.h>

#include "models/scenario/preset_library.hpp"

namespace nines::scenario {

std::string to_text(const Place& place, const std::vector<SourceFile>& files) {
    if (place.file >= files.size()) return "scenario";
    return fmt::format("{}:{}:{}", files[place.file].path, place.line, place.column);
}

std::string to_text(const Origin& origin, const std::vector<SourceFile>& files) {
    const std::string place = to_text(origin.place, files);
    switch (origin.source) {
        case Source::built_in: return "default";
        case Source::defaults: return fmt::format("{} ({})", origin.note, place);
        case Source::preset:
            if (origin.grade == Grade::none) return origin.note;
            return fmt::format("{}; {} ({})", to_text(origin.grade), origin.note, place);
        case Source::like: return fmt::format("{} ({})", origin.note, place);
        case Source::file: return place;
        case Source::command_line: return fmt::format("command line, {}", place);
    }
    return {};
}

}  // namespace nines::scenario
