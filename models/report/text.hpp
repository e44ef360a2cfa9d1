// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "models/results/results.hpp"

namespace nines::report {

/// How the report for people is drawn. Whether a terminal wants colour or UTF-8 is the caller's to find out.
struct TextOptions {
    bool colour = false;          ///< ANSI escapes for emphasis; nothing is said by colour alone.
    bool unicode = true;          ///< Bars, arrows and marks; else plain ASCII.
    std::size_t width = 100;      ///< Columns, 80 to 100.
    std::size_t table_rows = 10;  ///< Of each table; the rest is counted.
    std::size_t chains = 8;       ///< Of each service.
};

/// The report that is read in a terminal: what was simulated, each service's figures with interval and count, why it
/// was down, the parts that were down longest, what was assumed, and what to do next.
std::string to_text(const results::Results& results, const TextOptions& options = {});

}  // namespace nines::report
