// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/program.hpp"
#include "sim/random/stream.hpp"

namespace nines::engine {

/// What an event needs of a unit, side by side: a copy of the program's fields and the unit's random words. With 100
/// 000 units every line of memory that an event touches is fetched from far away, so a unit fills one line and no more.
///
/// The main stream of a unit in a trial: the n-th time to failure is draw 2n, the n-th repair draw 2n + 1, so one block
/// of two words serves one such cycle. The next cycle's block is made when the repair begins, long before it is
/// wanted, so that the processor computes it beside other work.
struct alignas(64) LiveUnit {
    sim::Words words{};
    std::uint64_t stream;
    compile::SamplerId time_to_failure;
    compile::SamplerId time_to_repair;
    compile::GateId gate;
    compile::CareId care;
    compile::ClockId clock;
    std::uint32_t cycles : 31 = 0;   ///< Begun so far.
    std::uint32_t is_ahead : 1 = 0;  ///< `words` is already the next cycle's block.

    explicit LiveUnit(const compile::Unit& unit)
        : stream(unit.stream),
          time_to_failure(unit.time_to_failure),
          time_to_repair(unit.time_to_repair),
          gate(unit.gate),
          care(unit.care),
          clock(unit.clock) {}

    void start() {
        cycles = 0;
        is_ahead = 0;
    }

    /// The number of the present cycle, from 0.
    std::uint32_t cycle() const { return cycles - 1; }

    /// Begins the next cycle and returns the word for its time to failure.
    std::uint64_t begin_cycle(const sim::Stream& source) {
        if (is_ahead == 0) words = source.block(cycles);  // the first cycle, or the one before had no repair
        is_ahead = 0;
        ++cycles;
        return words[0];
    }

    /// The word for the present cycle's time to repair. Asked for at most once a cycle.
    std::uint64_t take_repair_word(const sim::Stream& source) {
        const std::uint64_t word = words[1];
        words = source.block(cycles);
        is_ahead = 1;
        return word;
    }
};

}  // namespace nines::engine
