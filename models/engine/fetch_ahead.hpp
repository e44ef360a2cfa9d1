// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "models/engine/discrete_state.hpp"
#include "models/engine/live_unit.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::engine {

/// Asks for the memory of coming events before their turn, in programs too large for the near caches: that costs a few
/// instructions instead of a wait for each.
///
/// Some sixteen events ahead it asks for what the unit's number tells (the unit, its timer, what the recorder keeps of
/// it); eight events later, when the unit has arrived, for the gate that it names.
class FetchAhead {
public:
    explicit FetchAhead(const Program& program)
        : unit_count_(static_cast<sim::Leaf>(program.units.size())), is_wanted_(unit_count_ > beyond_near_memory) {}

    bool is_wanted() const { return is_wanted_; }

    /// An event at `leaf` is over. Inlined by force: g++ 12 takes the function for one without effect and drops it.
    template <class Recorder>
    [[gnu::always_inline]] void after(sim::Leaf leaf, const sim::EventSet& events, const LiveUnit* units,
                                      const Program& program, const DiscreteState& state, const Recorder& recorder) {
        const sim::Leaf soon = events.soon(leaf);
        if (soon < unit_count_) {
            __builtin_prefetch(&units[soon], 1);
            events.fetch_ahead(soon);
            if constexpr (requires { recorder.fetch_ahead(UnitId{}); }) {
                recorder.fetch_ahead(static_cast<UnitId>(soon));
            }
        }
        sim::Leaf& arrived = on_their_way_[++turn_ % on_their_way_.size()];
        if (arrived < unit_count_) {
            const GateId gate = units[arrived].gate;
            __builtin_prefetch(&program.gates[+gate]);
            __builtin_prefetch(&state.working[+gate], 1);
            __builtin_prefetch(&state.phase[arrived], 1);
        }
        arrived = soon;
    }

private:
    static constexpr sim::Leaf beyond_near_memory = 4096;

    std::array<sim::Leaf, 8> on_their_way_{};
    std::uint32_t turn_ = 0;
    sim::Leaf unit_count_;
    bool is_wanted_;
};

}  // namespace nines::engine
