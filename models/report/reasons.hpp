// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/report/layout.hpp"
#include "models/results/results.hpp"
#include "models/scenario/wording.hpp"

/// What brings a service down, as the exact engine sees it: tables that the text and the Markdown report share.
namespace nines::report {

struct ReasonTable {
    std::string title;
    std::string aside;
    std::vector<Column> columns;
    std::vector<std::vector<wording::Text>> rows;  ///< A window says their words in its language.
};

/// The rows in English.
std::vector<std::vector<std::string>> plain_rows(const ReasonTable& table);

/// The tables of a service that have a row: its downtime by cause, what it follows, its cut sets, its components.
std::vector<ReasonTable> reason_tables(const results::Results& results, std::string_view subject);

}  // namespace nines::report
