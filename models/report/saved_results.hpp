// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/results/results.hpp"

namespace nines::report {

/// A results document that was read back.
struct SavedResults {
    results::Results results;  ///< Its scenario, run, metrics and assumptions; exact rows stand among the metrics.
    std::string problem = {};  ///< Why it could not be read: the key and what is wrong with it; empty: it could.
};

/// Reads what `to_json` writes, of any version with format 1: keys that it does not know are passed over.
SavedResults read_saved_results(std::string_view json);

}  // namespace nines::report
