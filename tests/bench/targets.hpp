// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::bench {

struct Extent {
    bool quick = false;               ///< Fewer rounds.
    bool deterministic_only = false;  ///< Only what does not depend on the machine's load.
};

/// Measures everything, prints the lines and the table. Returns false if a target was measured and missed.
bool measure_targets(const Extent& extent);

}  // namespace nines::bench
