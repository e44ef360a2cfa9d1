// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/results/results.hpp"

/// Estimates beside the figures that were found without sampling.
namespace nines::report {

struct Verified {
    std::string subject;
    std::string figure;
    std::string estimate;
    std::string exact;
    std::string z;  ///< Standard errors between the two; "-" where there is no interval.
    bool is_off = false;
};

/// Standard errors between two figures, "+0.43"; what rounds to nothing has no minus.
std::string z_text(double z);

/// One row for each estimate that has an exact figure. Availability and yearly downtime are left out: they say what the
/// unavailability says.
std::vector<Verified> verified_rows(const results::Results& results);

/// What stands above the table: how the exact figures were found, and how good they are.
std::vector<std::string> verification_lines(const results::Results& results);

}  // namespace nines::report
