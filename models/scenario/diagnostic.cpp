// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/diagnostic.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/document.hpp"
#include "models/scenario/parsed.hpp"

namespace nines::scenario {
namespace {

std::string printable(std::string text) {
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) c = '?';
    }
    return text;
}

std::string position(const Place& place, const std::vector<SourceFile>& files) {
    const std::string file = place.file < files.size() ? files[place.file].path : std::string("scenario");
    if (place.line == 0) return printable(file);
    return fmt::format("{}:{}:{}", printable(file), place.line, place.column);
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return {};
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

Diagnostic make_error(std::string_view code, Place place, std::string message, std::string hint) {
    return {Severity::error, std::string(code), place, std::move(message), std::move(hint)};
}

Diagnostic make_warning(std::string_view code, Place place, std::string message, std::string hint) {
    return {Severity::warning, std::string(code), place, std::move(message), std::move(hint)};
}

Diagnostic make_error(const Value& value, const ParseError& error) {
    return make_error(error.code, place_at(value, error.offset), error.message, error.hint);
}

std::string format_diagnostic(const Diagnostic& diagnostic, const std::vector<SourceFile>& files) {
    std::string text = fmt::format("{}: {} {}: {}", position(diagnostic.place, files), name_of(diagnostic.severity),
                                   diagnostic.code, printable(diagnostic.message));
    if (!diagnostic.hint.empty()) text += "\n  hint: " + printable(diagnostic.hint);
    return text;
}

}  // namespace nines::scenario
