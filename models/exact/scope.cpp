// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/scope.hpp"

#include <algorithm>

namespace nines::exact {

Scope whole(const Program& program) {
    Scope scope;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) scope.hosts.push_back(static_cast<HostId>(h));
    for (std::uint32_t p = 0; p < program.pools.size(); ++p) scope.pools.push_back(static_cast<PoolId>(p));
    for (std::uint32_t s = 0; s < program.shocks.size(); ++s) scope.shocks.push_back(static_cast<ShockId>(s));
    return scope;
}

Scope joined(const std::vector<Scope>& scopes, const std::vector<std::uint32_t>& which) {
    Scope result;
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const std::uint32_t s : which) {
        append(result.hosts, scopes[s].hosts);
        append(result.pools, scopes[s].pools);
        append(result.shocks, scopes[s].shocks);
    }
    std::ranges::sort(result.hosts);
    std::ranges::sort(result.pools);
    std::ranges::sort(result.shocks);
    return result;
}

}  // namespace nines::exact
