// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/path.hpp"
#include "models/edit/toml_scan.hpp"

/// Where each table and each key of a TOML text stands. Made in one pass; nothing of the text is lost or changed, so
/// that an edit touches only what it means.
namespace nines::edit {

/// One part of the way to a table or value: a key, and in an array of tables the number of the table.
struct Step {
    static constexpr std::int64_t no_element = -1;

    std::string key;
    std::int64_t element = no_element;

    friend bool operator==(const Step&, const Step&) = default;
};
using Steps = std::vector<Step>;

/// Keys without elements of lists.
Steps steps_of(const Path& path);
bool starts_with(const Steps& path, const Steps& prefix);

/// `key = value`.
struct Assignment {
    Key key;
    Span value;
    Span lines;  ///< Whole lines, with the comment and the line end behind the value.
    std::size_t section = 0;
};

/// A header and the assignments beneath it. The first section has no header.
struct Section {
    Steps path;
    Key key;                ///< Of the header.
    Span header;            ///< The whole line; empty for the first section.
    bool element = false;   ///< `[[..]]`.
    std::size_t first = 0;  ///< Its assignments are [first, last) of the layout's.
    std::size_t last = 0;
    std::size_t begin = 0;  ///< With the comments directly above the header; those above a dividing line stay.
    std::size_t end = 0;    ///< With the comments directly below its last line, unless they are the next one's.
};

struct TomlLayout {
    std::string_view text;
    std::vector<Section> sections;  ///< At least one.
    std::vector<Assignment> assignments;
    std::string line_end = "\n";
    std::size_t problem_line = 0;  ///< Where the text is not well-formed; 0: it seems to be.

    /// The way to an assignment.
    Steps path_of(const Assignment& assignment) const;
    /// The end of the last line that the section's header and assignments take.
    std::size_t last_line_end(const Section& section) const;
};

/// `text` must outlive the layout.
TomlLayout layout_of(std::string_view text);

/// The beginning of the line that `position` is on.
std::size_t line_begin(std::string_view text, std::size_t position);
/// Behind the line end of the line that `position` is on.
std::size_t line_end(std::string_view text, std::size_t position);
/// Whether nothing but blanks stands in these lines.
bool is_blank(std::string_view lines);

}  // namespace nines::edit
