// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/report/reasons.hpp"
#include "models/results/results.hpp"

/// How a service comes back and what a store loses, by class of failure: tables that the text and the Markdown report
/// share.
namespace nines::report {

/// The tables of a service that have a row: recovery by class with the objectives, and what a recovery is made of.
std::vector<ReasonTable> recovery_tables(const results::Results& results, std::string_view subject);

/// Of a store: failovers and data losses by class of failure, unless they are all of one; restores by class.
std::vector<ReasonTable> loss_tables(const results::Results& results, std::string_view subject);

/// Whether the row stands in one of these tables, so that it need not be listed among the figures.
bool is_in_recovery_table(const results::Metric& metric);

}  // namespace nines::report
