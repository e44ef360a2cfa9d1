// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "sim/random/stream.hpp"

namespace nines::engine {

/// Which jobs of one schedule meet something that each of them meets with the same probability p, independently.
///
/// Jobs are looked at 64 at a time: within such a block the distance from one that meets it to the next is geometric,
/// floor(ln(1 - U) / ln(1 - p)), so that a block takes 1 + 64 p random numbers in the mean, all of the block's own
/// address. The geometric law has no memory, so that beginning anew with each block changes nothing. The answer is the
/// same whoever asks first; the block that was looked at last is remembered.
class JobFates {
public:
    /// Of job number `job` of this stream, which must be the same until `forget`.
    bool meets(const sim::Stream& stream, std::uint64_t job, double p);
    void forget() { block_ = none_yet; }

private:
    static constexpr std::uint64_t none_yet = ~std::uint64_t{0};

    static std::uint64_t those_in(const sim::Stream& stream, std::uint64_t block, double p);

    std::uint64_t block_ = none_yet;
    std::uint64_t those_ = 0;  ///< A bit for each of its jobs.
};

}  // namespace nines::engine
