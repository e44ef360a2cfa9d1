// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/results/results.hpp"

namespace nines::report {

/// One way of writing results down. A new format is one file and one row in formats.cpp.
struct Format {
    std::string_view name;         ///< As `--format` takes it.
    std::string_view file_ending;  ///< Without the dot.
    std::string_view purpose;
    std::string (*write)(const results::Results&);
};

/// text (plain, with its default options), json, csv, markdown.
std::span<const Format> formats();

/// The format of this name; null if there is none.
const Format* find_format(std::string_view name);

}  // namespace nines::report
