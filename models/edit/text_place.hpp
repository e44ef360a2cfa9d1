// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/path.hpp"

/// Where in a scenario's text a place is, also while the text is not TOML.
namespace nines::edit {

/// `[node.web]` or `[[node.web.failure]]`.
struct Header {
    std::size_t line_begin = 0;  ///< Byte offset of its line.
    std::vector<std::string> keys;
    bool is_list = false;
};

/// The header of the table that the byte `offset` stands in; the header's own line is in it. None: before the first.
std::optional<Header> header_at(std::string_view text, std::size_t offset);

/// The parts of a dotted key as far as it is written; quotes may enclose a part, and need not be closed.
std::vector<std::string> parts_of_key(std::string_view dotted);

/// The header that a line is; none if it is something else.
std::optional<Header> header_of_line(std::string_view line);

/// The thing whose text `offset` stands in: of `[node.web.check]` that is { "node", "web" }, of `[scenario]` the
/// experiment.
std::optional<ThingName> thing_at(std::string_view text, std::size_t offset);

/// The byte offset of a place, counted from 1 in lines and columns of characters, as diagnostics have it; what lies
/// outside is moved to the nearest place inside.
std::size_t offset_of(std::string_view text, std::size_t line, std::size_t column);

/// Where the word or value that begins at `offset` ends; at least one byte further, but not past the line.
std::size_t end_of_value(std::string_view text, std::size_t offset);

}  // namespace nines::edit
