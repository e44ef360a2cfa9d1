// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace nines::bench {

/// Instructions per event of this program's own `--callgrind-b`, counted by valgrind: the same on a busy machine.
/// The difference between a long and a short run, so that the start cancels. Empty without valgrind.
std::optional<double> instructions_per_event(const std::string& own_program);

/// The path of the running program.
std::string own_program();

/// Prints the number of events of so many trials of case B.
void print_events_of_b(std::uint64_t trials);

}  // namespace nines::bench
