// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "models/scenario/parse.hpp"
#include "models/scenario/text_reader.hpp"
#include "models/scenario/values.hpp"

/// Quantities and times of the week within longer texts. Each function reads as far as its form goes; after a failure
/// of the reader the value returned means nothing.
namespace nines::scenario {

/// A number that must be there; `what` ("a time") and `example` are for the message.
double read_number(TextReader& reader, std::string_view what, std::string_view example);

/// Reads the unit after `number` (which began at `number_offset`) and further number-unit pairs, "1 h 30 min".
Duration read_duration_after(TextReader& reader, double number, std::size_t number_offset);
Duration read_duration(TextReader& reader);

/// "30%" or "0.3", as a fraction from 0 to 1.
double read_share(TextReader& reader);
/// Reads the percent sign, if any, after `number`, which began at `number_offset`.
double read_share_after(TextReader& reader, double number, std::size_t number_offset);

/// "400 req/s".
RequestRate read_request_rate(TextReader& reader);

/// "Mon" or "Monday", in any case, as 0 .. "Sun" as 6; empty for other words.
std::optional<int> weekday_of(std::string_view word);

/// The next word as a weekday: "Mon" or "Monday" as 0 .. "Sun" as 6; fails with `code` when no weekday is next.
int read_weekday(TextReader& reader, std::string_view code);

/// "02:00" or "02:00:30" after midnight; up to 24:00 if `allow_24`.
Duration read_time_of_day(TextReader& reader, std::string_view code, bool allow_24 = false);

/// Any distribution; see parse_law.
sim::Law read_law(TextReader& reader, const FileReader& read_file);

}  // namespace nines::scenario
