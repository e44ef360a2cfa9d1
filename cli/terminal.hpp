// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

#include "models/report/text.hpp"

/// What the terminal wants: colour, UTF-8, width.
namespace nines::cli {

/// `--color` and `--ascii`.
struct LookArguments {
    std::string colour = "auto";
    bool ascii = false;
};

void add_look_options(CLI::App& app, LookArguments& look);

/// `--color` decides; with "auto" a non-empty NO_COLOR says no, then a non-empty FORCE_COLOR says yes, then it is
/// whether `descriptor` is a terminal.
bool wants_colour(const LookArguments& look, int descriptor);

/// For what is written to standard output.
report::TextOptions text_options(const LookArguments& look);
/// For a file: no colour, and UTF-8 unless `--ascii`.
report::TextOptions file_text_options(const LookArguments& look);

bool is_terminal(int descriptor);
/// Columns, or 100 when `descriptor` is not a terminal.
std::size_t terminal_width(int descriptor);

}  // namespace nines::cli
