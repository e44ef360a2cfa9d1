// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/validate/open.hpp"

namespace nines::validate_test {

/// Codes of all diagnostics, in order, each with a space after it.
inline std::string codes_of(const scenario::Diagnostics& diagnostics) {
    std::string codes;
    for (const auto& diagnostic : diagnostics) codes += diagnostic.code + " ";
    return codes;
}

/// The same of a whole scenario.
inline std::string codes_of(std::string_view toml) {
    return codes_of(validate::open_text("test.toml", toml).diagnostics);
}

}  // namespace nines::validate_test
