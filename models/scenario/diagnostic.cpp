// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/document.hpp"
#include "models/scenario/parsed.hpp"

namespace nines::scenario {
namespace {

/// `text` with control characters (also the two-byte ones, U+0080 to U+009F) shown as `?`.
std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const bool two_bytes = byte == 0xc2 && next >= 0x80 && next < 0xa0;
        result += byte < 0x20 || byte == 0x7f || two_bytes ? '?' : text[i];
        if (two_bytes) ++i;
    }
    return result;
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
