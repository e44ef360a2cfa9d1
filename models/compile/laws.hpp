// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "models/compile/ids.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/random/sampler.hpp"

namespace nines::compile {

/// Mean time between shocks or their law; time to repair of what a cause hit, if it says so itself.
std::optional<sim::Law> time_between(const scenario::Cause& cause);
std::optional<sim::Law> time_to_repair(const scenario::Cause& cause);

/// The samplers of a program. The same source (a field of the scenario) is prepared once.
class SamplerStore {
public:
    /// `source` identifies the law: the address of the scenario's own object.
    SamplerId add(const std::optional<sim::Law>& law, const void* source);
    std::vector<sim::Sampler> take() { return std::move(samplers_); }
    /// Mean of each sampler's law in seconds.
    std::vector<double> take_means() { return std::move(means_); }
    std::vector<sim::Law> take_laws() { return std::move(laws_); }

private:
    std::vector<sim::Sampler> samplers_;
    std::vector<double> means_;
    std::vector<sim::Law> laws_;
    std::map<const void*, SamplerId> by_source_;
};

}  // namespace nines::compile
