// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/charts/source.hpp"

/// Charts of a time for each class of failure, with the objective for it.
namespace nines::charts {

/// The classes of which the subject has rows of this metric, in their order; all of them together first, as "".
std::vector<std::string> classes_of(const results::Results& results, std::string_view subject, std::string_view metric);

/// "all", "zone".
Text class_text(const std::string& failure_class);

/// Fills a horizontal chart with one row for each class: mean, median, 95 % and largest of the metrics that begin with
/// `stem`. An objective's `_target` and `p_.._met` of `judged` (a service) become marks of those rows.
void add_classes(Chart& chart, const Source& source, const std::string& stem, const std::string& objective,
                 const std::vector<std::string>& judged);

}  // namespace nines::charts
