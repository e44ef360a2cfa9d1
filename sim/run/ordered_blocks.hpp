// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace nines::sim {

/// Runs blocks 0, 1, .. on `threads` threads and hands each result to `consume` in the order of the blocks, on the
/// calling thread: what is folded there does not depend on the number of threads.
///
/// `make_worker()` gives each thread its own worker, called as `worker(block) -> std::unique_ptr<Result>`; a null
/// result means that the worker was told to stop, and ends the run. `consume(Result&)` returns false to end the run.
/// Workers keep at most a few blocks ahead of the consumer, so memory stays bounded.
/// Returns the number of blocks consumed. An exception in a worker or the consumer ends the run and is rethrown.
template <class Result, class MakeWorker, class Consume>
std::uint64_t run_ordered_blocks(std::uint64_t blocks, unsigned threads, MakeWorker make_worker, Consume consume) {
    if (threads <= 1) {
        auto worker = make_worker();
        for (std::uint64_t block = 0; block < blocks; ++block) {
            const std::unique_ptr<Result> result = worker(block);
            if (!result) return block;
            if (!consume(*result)) return block + 1;
        }
        return blocks;
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::uint64_t, std::unique_ptr<Result>> finished;
    std::uint64_t next_to_start = 0;
    std::uint64_t next_to_consume = 0;
    bool stopping = false;
    std::exception_ptr failure;
    const std::uint64_t most_ahead = 4 * std::uint64_t{threads};

    const auto work = [&] {
        try {
            auto worker = make_worker();
            while (true) {
                std::uint64_t block = 0;
                {
                    std::unique_lock lock(mutex);
                    changed.wait(lock, [&] { return stopping || next_to_start < next_to_consume + most_ahead; });
                    if (stopping || next_to_start >= blocks) return;
                    block = next_to_start++;
                }
                auto result = worker(block);
                const std::lock_guard lock(mutex);
                finished.emplace(block, std::move(result));
                changed.notify_all();
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            stopping = true;
            changed.notify_all();
        }
    };

    std::vector<std::jthread> pool;
    const auto stop_all = [&] {
        const std::lock_guard lock(mutex);
        stopping = true;
        changed.notify_all();
    };
    try {
        for (unsigned t = 0; t < threads; ++t) pool.emplace_back(work);
        while (next_to_consume < blocks) {
            std::unique_ptr<Result> result;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return failure || finished.contains(next_to_consume); });
                if (failure) break;
                result = std::move(finished.extract(next_to_consume).mapped());
            }
            if (!result) break;
            const bool go_on = consume(*result);
            const std::lock_guard lock(mutex);
            ++next_to_consume;
            changed.notify_all();
            if (!go_on) break;
        }
    } catch (...) {
        stop_all();
        throw;
    }
    stop_all();
    pool.clear();
    if (failure) std::rethrow_exception(failure);
    return next_to_consume;
}

}  // namespace nines::sim
