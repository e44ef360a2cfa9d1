// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "sim/random/stream.hpp"

namespace nines::engine {

/// What a random number is for. Part of its address, so the values never change.
enum class Purpose : std::uint64_t {
    notice = 1,
    ack = 2,
    travel = 3,
    starting = 4,
    start_works = 5,
    crew_choice = 6,
    reorder = 7,
    shock_interval = 8,
    shock_reach = 9,
    shock_delay = 10,
    equilibrium = 11,
};

/// The stream of one thing and purpose. The main stream of a unit (its times to failure and repair) has the
/// unit's own name; every other purpose branches off it.
inline sim::Stream stream_for(std::uint64_t seed, std::uint64_t name, Purpose purpose, std::uint64_t trial) {
    return {seed, name + 0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(purpose), trial};
}

/// Uniform in [0, 1) from 53 random bits.
inline double uniform(std::uint64_t word) {
    return static_cast<double>(word >> 11) * 0x1.0p-53;
}

/// The main stream of one unit in one trial: the n-th time to failure is draw 2n, the n-th repair draw 2n + 1.
/// One block of four words serves two such cycles and is made when the first of them begins; its first word is used
/// at once, so three are kept.
struct alignas(32) UnitStream {
    std::array<std::uint64_t, 3> kept{};
    std::uint32_t cycle = 0;  ///< Cycles begun so far.

    /// Begins the next cycle and returns the word for its time to failure.
    std::uint64_t begin_cycle(const sim::Stream& source) {
        const std::uint32_t begun = cycle++;
        if (begun % 2 == 1) return kept[1];
        const sim::Words words = source.block(begun / 2);
        kept = {words[1], words[2], words[3]};
        return words[0];
    }
    /// The word for the present cycle's time to repair.
    std::uint64_t repair_word() const { return kept[cycle % 2 == 1 ? 0 : 2]; }
};

}  // namespace nines::engine
