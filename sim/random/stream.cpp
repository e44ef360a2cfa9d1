// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/stream.hpp"

namespace nines::sim {

namespace {

constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325U;
constexpr std::uint64_t fnv_prime = 0x100000001b3U;

/// Spreads every input bit over all output bits; FNV-1a alone leaves the last letters in the low bits.
/// Source: the finaliser of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
constexpr std::uint64_t finalise(std::uint64_t word) {
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
    return word ^ (word >> 31);
}

}  // namespace

std::uint64_t stream_name(std::string_view name) {
    std::uint64_t hash = fnv_offset;
    for (const char letter : name) { hash = (hash ^ static_cast<unsigned char>(letter)) * fnv_prime; }
    return finalise(hash);
}

Draw::result_type Draw::further() {
    const std::uint64_t index = used_ - 1;
    if (index % 4 == 0) { extra_ = stream_.block(draw_, 1 + index / 4); }
    ++used_;
    return extra_[index % 4];
}

}  // namespace nines::sim
