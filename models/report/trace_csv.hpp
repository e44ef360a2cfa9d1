// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/observe/trace.hpp"

namespace nines::report {

/// The events of one trial as CSV (RFC 4180): at_seconds, subject, event, copy, causes, words.
std::string trace_to_csv(const observe::Trace& trace);

}  // namespace nines::report
