// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"

namespace nines::report {

/// The report for a pull request or a design document: the same sections and figures as the text report, as
/// GitHub-flavoured Markdown. Deterministic: no wall time.
std::string to_markdown(const results::Results& results);

/// Text of a scenario made harmless in Markdown: characters with a meaning there (and HTML) are escaped, lines joined.
std::string markdown_escaped(std::string_view text);

/// A row of a table. Cells with text of a scenario come escaped.
std::string markdown_row(const std::vector<std::string>& cells);

/// The titles of a table's columns with the line under them; by column whether it is aligned as numbers are.
std::string markdown_head(const std::vector<std::string>& titles, const std::vector<bool>& right = {});

}  // namespace nines::report
