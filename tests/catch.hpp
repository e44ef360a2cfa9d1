// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Debian 12 has Catch2 2.13 (one header), Ubuntu 24.04 has Catch2 3: the tests use what both offer.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
/// Matches texts with this part.
inline auto contains_text(const std::string& part) {
    return Catch::Matchers::ContainsSubstring(part);
}
#else
#include <catch2/catch.hpp>
/// Matches texts with this part.
inline auto contains_text(const std::string& part) {
    return Catch::Matchers::Contains(part);
}
#endif
