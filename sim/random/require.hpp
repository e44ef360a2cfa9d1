// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace nines::sim {

/// Stops the program, with place and value, when a caller broke the written rule: our own mistake, never the user's.
inline void require(bool holds, const char* rule, double value,
                    const std::source_location place = std::source_location::current()) {
    if (holds) { return; }
    std::fprintf(stderr, "%s:%u: broken rule: %s; value %.17g\n", place.file_name(), place.line(), rule, value);
    std::abort();
}

}  // namespace nines::sim
