// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/origin.hpp"

namespace nines::scenario {

struct ParseError;
struct SourceFile;
struct Value;

enum class Severity { warning, error };

/// The user's mistake (or a modelling choice worth a second look), said so that it can be mended.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  ///< "E013", "W003": stable, listed in docs/reference/diagnostics.md.
    Place place;
    std::string message;  ///< Names the thing and the rule.
    std::string hint;     ///< The remedy; may be empty.
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

Diagnostic make_error(std::string_view code, Place place, std::string message, std::string hint = {});
Diagnostic make_warning(std::string_view code, Place place, std::string message, std::string hint = {});

/// A parser's error about a string value, at the very character.
Diagnostic make_error(const Value& value, const ParseError& error);

/// One or two lines without a newline at the end:
///
///     web_shop.toml:14:10: error E123: quorum 4 exceeds the 3 members of store "orders"
///       hint: quorum must be between 1 and 3
///
/// `files` are those that `place.file` counts in; without a line only the file is named. Control characters in the
/// texts are shown as `?`, so that a hostile file cannot command the terminal.
std::string format_diagnostic(const Diagnostic& diagnostic, const std::vector<SourceFile>& files);

}  // namespace nines::scenario
