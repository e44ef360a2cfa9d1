// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/ordered_blocks.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.hpp"

using nines::sim::run_ordered_blocks;

namespace {

using Block = std::uint64_t;

/// Takes longer for some blocks than for others, so that they finish out of order.
void linger(Block block) {
    std::this_thread::sleep_for(std::chrono::microseconds(block * 7919 % 13 * 50));
}

/// A sum whose bits depend on the order of its terms.
double term(Block block) {
    return 1.0 / (1.0 + static_cast<double>(block * block));
}

auto lingering_workers() {
    return [](Block block, auto) {
        linger(block);
        return std::make_unique<double>(term(block));
    };
}

}  // namespace

TEST_CASE("blocks are consumed in their order on the calling thread", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u, 3u, 16u);
    std::vector<Block> order;
    bool on_calling_thread = true;
    const auto caller = std::this_thread::get_id();
    const auto consumed = run_ordered_blocks<Block>(
        100, threads,
        [] {
            return [](Block block, auto) {
                linger(block);
                return std::make_unique<Block>(block);
            };
        },
        [&](const Block& block) {
            on_calling_thread = on_calling_thread && std::this_thread::get_id() == caller;
            order.push_back(block);
            return true;
        });
    CHECK(consumed == 100);
    REQUIRE(order.size() == 100);
    CHECK(on_calling_thread);
    for (Block block = 0; block < 100; ++block) CHECK(order[block] == block);
}

TEST_CASE("a fold gives the same bits for any number of threads", "[ordered_blocks]") {
    double expected = 0.0;
    for (Block block = 0; block < 200; ++block) expected += term(block);
    const auto threads = GENERATE(1u, 2u, 16u);
    double sum = 0.0;
    run_ordered_blocks<double>(200, threads, lingering_workers, [&](double value) {
        sum += value;
        return true;
    });
    CHECK(sum == expected);
}

TEST_CASE("no blocks at all are consumed at once", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 4u);
    const auto consumed = run_ordered_blocks<double>(0, threads, lingering_workers, [](double) { return true; });
    CHECK(consumed == 0);
}

TEST_CASE("results that were consumed come back to be filled again", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 3u);
    std::atomic<std::uint64_t> made{0};
    std::uint64_t sum = 0;
    run_ordered_blocks<Block>(
        500, threads,
        [&] {
            return [&](Block block, std::unique_ptr<Block> used) {
                if (!used) {
                    ++made;
                    used = std::make_unique<Block>();
                }
                *used = block;
                return used;
            };
        },
        [&](Block block) {
            sum += block;
            return true;
        });
    CHECK(sum == 500 * 499 / 2);
    CHECK(made <= 4 * threads);  // no more than may be ahead of the consumer
}

TEST_CASE("no threads means the calling thread", "[ordered_blocks]") {
    const auto caller = std::this_thread::get_id();
    run_ordered_blocks<double>(
        3, 0,
        [&] {
            return [&](Block, auto) {
                CHECK(std::this_thread::get_id() == caller);
                return std::make_unique<double>(0.0);
            };
        },
        [](double) { return true; });
}

TEST_CASE("more threads than blocks do no harm", "[ordered_blocks]") {
    const auto consumed = run_ordered_blocks<double>(2, 16, lingering_workers, [](double) { return true; });
    CHECK(consumed == 2);
}

TEST_CASE("each thread makes its own worker, on its own thread", "[ordered_blocks]") {
    std::mutex mutex;
    std::set<std::thread::id> makers;
    bool stays = true;
    run_ordered_blocks<double>(
        100, 4,
        [&] {
            const auto maker = std::this_thread::get_id();
            const std::lock_guard lock(mutex);
            makers.insert(maker);
            return [&, maker](Block block, auto) {
                linger(block);
                const std::lock_guard inner(mutex);
                stays = stays && std::this_thread::get_id() == maker;
                return std::make_unique<double>(0.0);
            };
        },
        [](double) { return true; });
    CHECK(makers.size() == 4);
    CHECK(stays);
}

TEST_CASE("the consumer ends the run and its last block counts", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    std::uint64_t seen = 0;
    const auto consumed =
        run_ordered_blocks<double>(1'000'000'000, threads, lingering_workers, [&](double) { return ++seen < 10; });
    CHECK(consumed == 10);
    CHECK(seen == 10);
}

TEST_CASE("a null result ends the run; what stands before it is consumed", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    std::uint64_t seen = 0;
    const auto consumed = run_ordered_blocks<double>(
        1000, threads,
        [] {
            return [](Block block, auto) {
                linger(block);
                return block == 7 ? nullptr : std::make_unique<double>(0.0);
            };
        },
        [&](double) {
            ++seen;
            return true;
        });
    CHECK(consumed == 7);
    CHECK(seen == 7);
}

TEST_CASE("an exception in a worker reaches the caller", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    const auto run = [&] {
        run_ordered_blocks<double>(
            1000, threads,
            [] {
                return [](Block block, auto) {
                    if (block == 5) throw std::runtime_error("block 5");
                    return std::make_unique<double>(0.0);
                };
            },
            [](double) { return true; });
    };
    CHECK_THROWS_WITH(run(), "block 5");
}

TEST_CASE("an exception while a worker is made reaches the caller", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u);
    const auto make = []() -> std::unique_ptr<double> (*)(Block, std::unique_ptr<double>) {
        throw std::runtime_error("no memory");
    };
    const auto run = [&] { run_ordered_blocks<double>(10, threads, make, [](double) { return true; }); };
    CHECK_THROWS_WITH(run(), "no memory");
}

TEST_CASE("an exception in the consumer reaches the caller and stops the workers", "[ordered_blocks]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    const auto run = [&] {
        run_ordered_blocks<double>(1'000'000'000, threads, lingering_workers,
                                   [](double) -> bool { throw std::runtime_error("disk full"); });
    };
    CHECK_THROWS_WITH(run(), "disk full");
}

TEST_CASE("workers stay a few blocks ahead of a slow consumer", "[ordered_blocks]") {
    constexpr unsigned threads = 2;
    constexpr std::uint64_t most_ahead = 4 * threads;
    std::atomic<std::uint64_t> started{0};
    std::uint64_t consumed = 0;
    std::uint64_t furthest = 0;
    run_ordered_blocks<double>(
        60, threads,
        [&] {
            return [&](Block, auto) {
                ++started;
                return std::make_unique<double>(0.0);
            };
        },
        [&](double) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            furthest = std::max(furthest, started.load() - consumed);
            ++consumed;
            return true;
        });
    CHECK(started == 60);
    CHECK(furthest <= most_ahead);
    CHECK(furthest > 1);  // the consumer was slow enough for the bound to matter
}
