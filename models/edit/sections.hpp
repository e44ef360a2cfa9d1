// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/edit/changes.hpp"
#include "models/edit/toml_layout.hpp"

/// Whole lines: of keys, and of tables with their headers.
namespace nines::edit {

/// "[node.web]", or "[[node.web.failure]]" if the last step is an element.
std::string header_text(const Steps& path);

/// Adds lines (without the last line end) behind a section, with a blank line between if there is one to its other
/// neighbour.
void insert_behind(const TomlLayout& layout, const Section& section, const std::vector<std::string>& lines,
                   Changes& changes);
/// ... before a section and the comments above it.
void insert_before(const TomlLayout& layout, const Section& section, const std::vector<std::string>& lines,
                   Changes& changes);

/// Adds `key = value` behind the section's last line, or behind the assignment.
void insert_line(const TomlLayout& layout, const Section& section, const std::string& key, const std::string& value,
                 Changes& changes);
void insert_line(const TomlLayout& layout, const Assignment& behind, const std::string& key, const std::string& value,
                 Changes& changes);

void remove_line(const TomlLayout& layout, const Assignment& assignment, Changes& changes);
/// Removes sections, which are given in order, with the blank lines that they leave.
void remove_sections(const TomlLayout& layout, const std::vector<std::size_t>& sections, Changes& changes);

}  // namespace nines::edit
