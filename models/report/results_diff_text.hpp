// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/report/results_diff.hpp"

/// The writers of a difference of results. `before` and `after` are what the two are called: their files.
namespace nines::report {

struct DiffNames {
    std::string before;
    std::string after;
};

/// For people. Figures that have changed come first, the farthest at the top; `all` also shows what is no more than
/// noise, what cannot be judged, and every row that only one has.
std::string diff_to_text(const ResultsDiff& diff, const DiffNames& names, bool all = false);
std::string diff_to_markdown(const ResultsDiff& diff, const DiffNames& names, bool all = false);

/// For programs: everything, one row on one line.
std::string diff_to_json(const ResultsDiff& diff, const DiffNames& names);

}  // namespace nines::report
