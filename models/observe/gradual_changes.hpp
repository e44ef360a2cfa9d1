// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/discrete_state.hpp"
#include "models/observe/trace.hpp"

namespace nines::observe {

using namespace nines::compile;

/// Finds in the state what changes step by step: clients that follow a balancer, its slow starts, warm-ups of its
/// targets and their new capacities.
class GradualChanges {
public:
    explicit GradualChanges(const Program& program) : program_(&program) {}

    void begin(const engine::DiscreteState& state);

    /// What has changed of a balancer and of its targets since it was looked at last; the instants are left open.
    std::vector<TraceEvent> look(const engine::DiscreteState& state, BalancerId id);

private:
    void look_at_clients(const engine::DiscreteState& state, BalancerId id, std::vector<TraceEvent>& events);
    void look_at_target(const engine::DiscreteState& state, std::uint32_t endpoint, std::vector<TraceEvent>& events);

    const Program* program_;
    std::vector<double> behind_;         ///< By balancer: share of its users.
    std::vector<std::uint8_t> ramps_;    ///< By endpoint.
    std::vector<std::uint8_t> warmth_;   ///< By warm-up.
    std::vector<std::uint8_t> resized_;  ///< By resize.
};

}  // namespace nines::observe
