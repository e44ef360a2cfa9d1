// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <Random123/philox.h>

namespace nines::sim {

/// 64-bit hash of a component's stable name and a purpose ("node:web/1:crash", "switch"). Part of every
/// random number's address, so it may never change: FNV-1a followed by a finaliser, pinned in a test.
std::uint64_t stream_name(std::string_view name);

/// Two random words of one address.
using Words = std::array<std::uint64_t, 2>;

/// Spreads every input bit over all output bits, one to one.
/// Source: the finaliser of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
constexpr std::uint64_t finalise(std::uint64_t word) {
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
    return word ^ (word >> 31);
}

/// The random numbers of one component and purpose in one trial: a pure function of
/// (seed, name, trial, block, retry). Nothing is stored and nothing depends on the order of calls.
///
/// Philox-2x64 with 10 rounds; its key is made of seed and name, its counter of block (below 2^48), retry (below
/// 2^16) and trial. Source: Salmon et al., SC 2011; known answers in tests/sim/random.
class Stream {
public:
    Stream(std::uint64_t seed, std::uint64_t name, std::uint64_t trial) : key_(name ^ finalise(seed)), trial_(trial) {}

    Words block(std::uint64_t index, std::uint64_t retry = 0) const {
        const philox2x64_ctr_t counter = {{index | (retry << 48), trial_}};
        const philox2x64_key_t key = {{key_}};
        const philox2x64_ctr_t words = philox2x64(counter, key);
        return {words.v[0], words.v[1]};
    }

private:
    std::uint64_t key_;
    std::uint64_t trial_;
};

/// The uniform random bit generator behind one draw. Its first word is given (most draws need no other);
/// further words, which rejection samplers ask for now and then, come from the draw's own address.
class Draw {
public:
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }

    /// `first` is the word with the index `draw` in `stream` (word draw % 2 of block draw / 2).
    Draw(std::uint64_t first, const Stream& stream, std::uint64_t draw) : first_(first), stream_(stream), draw_(draw) {}
    /// Fetches the first word itself.
    Draw(const Stream& stream, std::uint64_t draw) : Draw(stream.block(draw / 2)[draw % 2], stream, draw) {}

    result_type operator()() {
        if (used_ == 0) {
            used_ = 1;
            return first_;
        }
        return further();
    }

private:
    /// Words of the blocks (draw, retry 1, 2, ..). First words come from blocks with retry 0, and every draw has its
    /// own block index, so no word is handed out twice. Out of line: few draws come here, and the others stay small.
    result_type further();

    std::uint64_t first_;
    Stream stream_;
    std::uint64_t draw_;
    std::uint64_t used_ = 0;
    Words extra_;  ///< Filled by `further`; not set before, for most draws never need it.
};

}  // namespace nines::sim
