// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/stream.hpp"

namespace nines::sim {

namespace {

constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325U;
constexpr std::uint64_t fnv_prime = 0x100000001b3U;

}  // namespace

/// FNV-1a alone leaves the last letters in the low bits, hence the finaliser.
std::uint64_t stream_name(std::string_view name) {
    std::uint64_t hash = fnv_offset;
    for (const char letter : name) { hash = (hash ^ static_cast<unsigned char>(letter)) * fnv_prime; }
    return finalise(hash);
}

Draw::result_type Draw::further() {
    const std::uint64_t index = used_ - 1;
    if (index % 2 == 0) { extra_ = stream_.block(draw_, 1 + index / 2); }
    ++used_;
    return extra_[index % 2];
}

}  // namespace nines::sim
