// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Small scenarios with balancers at random, as text, that can be solved exactly: all modes, checks, retries and keys
/// of overload, balancers behind balancers and with machines of their own, loads below and above the capacity.
namespace nines::oracle {

struct BalancerSetting {
    bool is_diurnal = false;  ///< The load follows the clock; then no service is up by what is served.
};

/// The same text for the same seed and setting, on every machine. The horizon is 12 weeks.
std::string balancer_scenario(std::uint32_t seed, const BalancerSetting& setting);

}  // namespace nines::oracle
