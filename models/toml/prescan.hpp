// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nines::scenario {

/// Where and why a text must not reach the TOML parser.
struct Hostile {
    std::uint32_t line = 1;
    std::uint32_t column = 1;  ///< In characters.
    std::string message;
};

/// Looks for what the TOML library cannot stand: it parses dotted keys and nested values by recursion, and a key of
/// 50 000 parts ends the program by exhausting the stack. Refused are keys of more than `max_nesting` dots and
/// brackets nested deeper than that, both outside strings and comments. One pass, no memory.
std::optional<Hostile> find_hostile(std::string_view text);

}  // namespace nines::scenario
