// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nines::sim {

/// Hands out the numbers of blocks, keeps finished results until their turn, and used ones for reuse. Shared by the
/// threads of one run of `run_ordered_blocks`.
template <class Result>
class BlockQueue {
public:
    BlockQueue(std::uint64_t blocks, unsigned threads) : blocks_(blocks), most_ahead_(4 * std::uint64_t{threads}) {}

    struct Task {
        std::uint64_t block = 0;
        std::unique_ptr<Result> used;  ///< A result that was consumed, to be filled again; or null.
    };

    /// The next block to work on; waits while too many are ahead of the consumer. None: nothing is left to do.
    std::optional<Task> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopping_ || has_room(); });
        return take();
    }

    /// The same without waiting.
    std::optional<Task> next_if_any() {
        const std::lock_guard lock(mutex_);
        return has_room() ? take() : std::nullopt;
    }

    void finish(std::uint64_t block, std::unique_ptr<Result> result) {
        const std::lock_guard lock(mutex_);
        finished_.emplace(block, std::move(result));
        if (block == consumed_) changed_.notify_all();
    }

    bool is_finished(std::uint64_t block) {
        const std::lock_guard lock(mutex_);
        return failure_ || finished_.contains(block);
    }

    /// The result of the block whose turn it is; waits for it. None when a worker has failed.
    std::optional<std::unique_ptr<Result>> result_of(std::uint64_t block) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return failure_ || finished_.contains(block); });
        if (failure_) return std::nullopt;
        return std::move(finished_.extract(block).mapped());
    }

    void consumed(std::unique_ptr<Result> used) {
        const std::lock_guard lock(mutex_);
        ++consumed_;
        used_.push_back(std::move(used));
        changed_.notify_all();
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        failure_ = std::move(failure);
        stopping_ = true;
        changed_.notify_all();
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        changed_.notify_all();
    }

    void rethrow_failure() const {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    bool has_room() const { return started_ < std::min(blocks_, consumed_ + most_ahead_) || started_ == blocks_; }

    std::optional<Task> take() {
        if (stopping_ || started_ >= blocks_) return std::nullopt;
        Task task{started_++, nullptr};
        if (!used_.empty()) {
            task.used = std::move(used_.back());
            used_.pop_back();
        }
        return task;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, std::unique_ptr<Result>> finished_;
    std::vector<std::unique_ptr<Result>> used_;
    std::uint64_t blocks_;
    std::uint64_t most_ahead_;
    std::uint64_t started_ = 0;
    std::uint64_t consumed_ = 0;
    bool stopping_ = false;
    std::exception_ptr failure_;
};

/// Runs blocks 0, 1, .. on `threads` threads, the calling one among them, and hands each result to `consume` in the
/// order of the blocks, on the calling thread: what is folded there does not depend on the number of threads.
///
/// `make_worker()` gives each thread its own worker, called as `worker(block, used) -> std::unique_ptr<Result>`, where
/// `used` is null or an earlier result that is no longer wanted and whose memory may be filled again. A null result
/// means that the worker was told to stop, and ends the run. `consume(Result&)` returns false to end the run.
/// Workers keep at most a few blocks ahead of the consumer, so memory stays bounded.
/// Returns the number of blocks consumed. An exception in a worker or the consumer ends the run and is rethrown.
template <class Result, class MakeWorker, class Consume>
std::uint64_t run_ordered_blocks(std::uint64_t blocks, unsigned threads, MakeWorker make_worker, Consume consume) {
    BlockQueue<Result> queue(blocks, std::max(threads, 1u));
    const auto work = [&] {
        try {
            auto worker = make_worker();
            while (auto task = queue.next()) queue.finish(task->block, worker(task->block, std::move(task->used)));
        } catch (...) { queue.fail(std::current_exception()); }
    };

    std::uint64_t consumed = 0;
    std::vector<std::jthread> pool;
    try {
        for (unsigned t = 1; t < threads; ++t) pool.emplace_back(work);
        auto worker = make_worker();
        while (consumed < blocks) {
            // Folding goes first: it makes room for the others, and a caller waits for what it reports.
            if (!queue.is_finished(consumed)) {
                if (auto task = queue.next_if_any()) {
                    queue.finish(task->block, worker(task->block, std::move(task->used)));
                    continue;
                }
            }
            auto result = queue.result_of(consumed);
            if (!result || !*result) break;
            const bool go_on = consume(**result);
            ++consumed;
            queue.consumed(*std::move(result));
            if (!go_on) break;
        }
    } catch (...) {
        queue.stop();
        throw;
    }
    queue.stop();
    pool.clear();
    queue.rethrow_failure();
    return consumed;
}

}  // namespace nines::sim
