// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/job_fates.hpp"

#include <cmath>

#include "models/engine/chance.hpp"

namespace nines::engine {

namespace {

constexpr std::uint64_t jobs_in_block = 64;

}  // namespace

bool JobFates::meets(const sim::Stream& stream, std::uint64_t job, double p) {
    const std::uint64_t block = job / jobs_in_block;
    if (block != block_) {
        block_ = block;
        those_ = those_in(stream, block, p);
    }
    return ((those_ >> (job % jobs_in_block)) & 1U) != 0;
}

std::uint64_t JobFates::those_in(const sim::Stream& stream, std::uint64_t block, double p) {
    const double log_of_none = std::log1p(-p);
    std::uint64_t those = 0;
    sim::Words words{};
    for (std::uint64_t job = 0, drawn = 0; job < jobs_in_block; ++job, ++drawn) {
        if (drawn % 2 == 0) words = stream.block(block, drawn / 2);
        const double until_next = std::floor(std::log1p(-uniform(words[drawn % 2])) / log_of_none);
        if (until_next >= static_cast<double>(jobs_in_block - job)) return those;
        job += static_cast<std::uint64_t>(until_next);
        those |= std::uint64_t{1} << job;
    }
    return those;
}

}  // namespace nines::engine
