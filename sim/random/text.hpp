// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "sim/units/duration.hpp"

/// Numbers as the scenario language writes them, with the fewest digits that read back to the same number.
namespace nines::sim {

/// A plain number: `0.7`.
std::string number_text(double number);

/// A time in the unit (ms, s, min, h, d, y) that needs the fewest digits: `30 min`, `2480 h`.
/// An infinite time is `never`.
std::string duration_text(Duration duration);

/// A time given by the natural logarithm of its seconds: the text's own logarithm is `log_seconds` again.
std::string log_duration_text(double log_seconds);

/// A share as percent, `99.95%`. Where no double divided by 100 gives `share` again, the share itself, as for a third.
std::string share_text(double share);

}  // namespace nines::sim
