// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::scenario {

struct SyntaxMessage {
    std::string message;
    std::string hint;
};

/// What the TOML library's `description` of a syntax error means to someone who writes a scenario. `line` is the
/// line of the error, `rest` its part from the error on. A description that is not known here is only made shorter, so
/// that other versions of the library lose the hint and nothing else.
SyntaxMessage syntax_message(std::string_view description, std::string_view line, std::string_view rest);

/// For bytes that are no UTF-8: what `text` seems to be instead.
SyntaxMessage encoding_message(std::string_view text);

}  // namespace nines::scenario
