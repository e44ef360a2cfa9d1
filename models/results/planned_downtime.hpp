// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/program.hpp"

namespace nines::results {

/// Something behind the service is out on purpose at some time, or hands over without need, so that its downtime is
/// told in two parts.
bool plans_downtime(const compile::Program& program, std::uint32_t service);

}  // namespace nines::results
