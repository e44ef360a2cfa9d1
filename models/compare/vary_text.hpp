// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/scenario/parsed.hpp"
#include "models/scenario/vary.hpp"

/// Values to try in one line, as `-V` and the desktop take them.
namespace nines::compare {

/// A list, "2, 3, 4": values with commas between them, each as `-D` takes one. Commas within quotes, brackets and
/// parentheses belong to a value. Or a range, "30 min .. 8 h", with a number of values "/ 5" and "log" for equal ratios
/// behind it. The path is left empty; offsets are those of the text.
scenario::Parsed<scenario::Vary> parse_vary_values(std::string_view text);

/// "group.web.count=2,3,4", as `-V` takes it: a path, and values as above.
scenario::Parsed<scenario::Vary> parse_vary(std::string_view text);

/// The values as `parse_vary_values` reads them.
std::string vary_values_text(const scenario::Vary& vary);

}  // namespace nines::compare
