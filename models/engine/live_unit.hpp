// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/program.hpp"
#include "sim/random/stream.hpp"

namespace nines::engine {

/// What an event needs of a unit, in one cache line: a copy of the program's fields beside the unit's random words.
/// With 100 000 units every line that an event touches is a line fetched from far away.
///
/// The main stream of a unit in a trial: the n-th time to failure is draw 2n, the n-th repair draw 2n + 1, so one block
/// of four words serves two such cycles. The next block is made as soon as the one before is used up, long before its
/// first word is wanted, so that the processor computes it beside other work.
struct alignas(64) LiveUnit {
    sim::Words words{};
    std::uint64_t stream;
    compile::SamplerId time_to_failure;
    compile::SamplerId time_to_repair;
    compile::GateId gate;
    compile::CareId care;
    compile::ClockId clock;
    std::uint32_t cycles : 31 = 0;    ///< Begun so far.
    std::uint32_t is_ahead : 1 = 0;   ///< `words` is already the next cycle's block.

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
        const std::uint32_t begun = cycles++;
        const bool is_missing = (begun % 2 | is_ahead) == 0;  // the cycle before had no repair, or there was none
        if (is_missing) [[unlikely]] words = source.block(begun / 2);
        is_ahead = 0;
        return words[2 * (begun % 2)];
    }

    /// The word for the present cycle's time to repair. Asked for at most once a cycle.
    std::uint64_t take_repair_word(const sim::Stream& source) {
        if (cycles % 2 == 1) return words[1];
        const std::uint64_t word = words[3];
        words = source.block(cycles / 2);
        is_ahead = 1;
        return word;
    }
};

}  // namespace nines::engine
