// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/results/outage_table.hpp"

namespace nines::report {

/// One row for each outage (RFC 4180, lines end in CR LF), with the columns
///
///     trial,subject,begin,duration,planned,class,cut,causes
///
/// Times in seconds, `begin` since the measured span began; `planned` is 1 if planned work alone made it; `class` is
/// that of the failure; `cut` says what of the outage lies outside of the measured span: "begin", "end", "both" or
/// nothing; `causes` are joined by " + ", first cause first.
std::string outages_to_csv(const results::OutageTable& table);

}  // namespace nines::report
