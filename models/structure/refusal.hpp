// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nines::structure {

/// Why there is no answer, and what to do instead: one sentence for the user.
struct Refusal {
    std::string reason;
};

}  // namespace nines::structure
