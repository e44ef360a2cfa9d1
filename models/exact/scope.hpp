// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compile/program.hpp"

namespace nines::exact {

using namespace nines::compile;  // The exact engine speaks the program's ids throughout.

/// Which hosts and other things change; all else stays as it is at the start. A part of a program that does not
/// interact with the rest is a chain of its own.
struct Scope {
    std::vector<HostId> hosts;  ///< Ascending, as are the others.
    std::vector<PoolId> pools;
    std::vector<ShockId> shocks;
};

/// All of a program.
Scope whole(const Program& program);

/// Several parts as one.
Scope joined(const std::vector<Scope>& scopes, const std::vector<std::uint32_t>& which);

}  // namespace nines::exact
