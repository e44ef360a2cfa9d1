// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/semantics.hpp"
#include "models/observe/tally.hpp"

namespace nines::observe {

/// Follows the plans through one trial: how often each was carried out or failed, and how long it took from the
/// beginning of what it is for to its last step.
class PlanWatch {
public:
    explicit PlanWatch(const Program& program);

    /// Trials are added to this tally from now on.
    void attach(Tally& tally) { tally_ = &tally; }
    void begin(bool measuring);
    /// The measured span begins: what was counted before is forgotten.
    void measure();
    void finish();

    void plan(PlanId id, engine::PlanNews news, std::uint32_t step, sim::Tick now);

private:
    struct State {
        sim::Tick down_since = 0;  ///< What it is for began so.
        sim::Tick begun = 0;
        sim::Tick people = 0;  ///< Until they had decided, and on their way.
        sim::Tick set_out = 0;
        bool has_failed = false;
        std::uint32_t done = 0;
        std::uint32_t failed = 0;
        double seconds = 0.0;  ///< Of those that were carried out.
        double people_seconds = 0.0;
    };

    void count_failure(State& state) const;

    const Program* program_;
    double seconds_per_tick_;
    std::vector<State> plans_;
    Tally* tally_ = nullptr;
    bool measuring_ = true;
};

/// By plan the services that it may bring back: something behind them is what it promotes, scales or switches.
std::vector<std::vector<std::uint32_t>> services_of_plans(const Program& program);

}  // namespace nines::observe
