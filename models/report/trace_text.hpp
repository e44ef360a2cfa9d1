// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/observe/trace.hpp"
#include "models/report/text.hpp"
#include "models/scenario/wording.hpp"

namespace nines::report {

/// One trial event by event for reading in a terminal: when (days and clock since the start, and seconds), what, and
/// for each outage why. Ends with a line that sums up each service.
std::string trace_to_text(const observe::Trace& trace, const TextOptions& options = {});

/// Trials as one JSON document, format 1: `{"format": 1, "traces": [{"trial", "seed", "horizon", "events": [..]}]}`
/// with one event a line. Times in seconds.
std::string traces_to_json(const std::vector<observe::Trace>& traces);

/// What happened, in words: "restored after 2 h 5 min", "DOWN because of node:web/1, then node:web/2".
std::string event_text(const observe::TraceEvent& event, bool unicode);
/// The same as a sentence for a window in the user's language.
wording::Text event_words(const observe::TraceEvent& event, bool unicode);
/// "node:web/1" for "node:web/1:failure": every unnamed mode has that name. Fit to be shown.
std::string readable_subject(std::string_view subject);

/// "12 d 03:04:05.2": time since the start.
std::string clock_text(double seconds);

}  // namespace nines::report
