// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Plain text in columns.
namespace nines::report {

/// Text that cannot move the cursor or change colours: control characters become '?'. For every name and message that
/// comes from a scenario.
std::string printable(std::string_view text);

/// Columns that a terminal uses for this UTF-8 text; wide East Asian characters take two.
std::size_t columns_of(std::string_view text);

std::string padded_right(std::string_view text, std::size_t columns);
std::string padded_left(std::string_view text, std::size_t columns);

/// The text cut to this width; the cut is shown as "..".
std::string shortened(std::string_view text, std::size_t columns);

/// Words in lines of at most this width; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// A horizontal bar for a share of 0 to 1, padded to `cells` columns: eighths of a block, or '#' in ASCII. A share
/// above zero is never drawn as nothing.
std::string bar(double share, std::size_t cells, bool unicode);

struct Column {
    std::string title;
    bool right = false;        ///< Aligned to the right, as numbers are.
    bool is_optional = false;  ///< Left out where the page is too narrow.
};

/// Lines of a table: the head, then one line a row, two spaces between columns, no trailing spaces.
std::vector<std::string> table_lines(const std::vector<Column>& columns,
                                     const std::vector<std::vector<std::string>>& rows);

}  // namespace nines::report
