// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compile/program.hpp"

namespace nines::results {

/// Adds what was assumed about data that go bad, and about what they are restored from.
void add_restore_assumptions(std::vector<std::string>& said, const compile::Program& program);

}  // namespace nines::results
