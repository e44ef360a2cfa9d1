// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/report/figures.hpp"
#include "models/report/reasons.hpp"
#include "models/results/results.hpp"

/// What the design costs: a section that the text and the Markdown report share. Empty where nothing has a price.
namespace nines::report {

/// "Cost per year, in EUR".
std::string cost_title(const results::Results& results);

/// In all and by part, each with its interval.
std::vector<Figure> cost_figures(const results::Results& results);
std::vector<WordedFigure> worded_cost_figures(const results::Results& results);

/// What each thing with a price has in it, the most expensive first. At most one table.
std::vector<ReasonTable> cost_tables(const results::Results& results);

/// Whether the row stands in this section, so that it need not be listed among the figures of its thing.
bool is_in_cost_table(const results::Metric& metric);

}  // namespace nines::report
