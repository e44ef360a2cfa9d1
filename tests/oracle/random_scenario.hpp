// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Small scenarios at random, as text, over all kinds and features that can be solved exactly. They fail often and are
/// repaired fast, so that a short simulation sees much.
namespace nines::oracle {

/// What a random scenario is made of.
struct RandomSetting {
    /// `exponential`: every time. `phases`: also Erlang and hyperexponential times, and times that are 0 with some
    /// probability; fewer things then, since each has more states.
    enum class Laws { exponential, phases } laws = Laws::exponential;
    /// Everything that fails comes back: no failure is for good, and spares are ordered again.
    bool is_repairable = false;
    /// One or two stores, with all that a failover can be made of; fewer other things.
    bool has_stores = false;
};

/// The same text for the same seed and setting, on every machine. The horizon is 2000 h.
std::string random_scenario(std::uint32_t seed, const RandomSetting& setting);

}  // namespace nines::oracle
