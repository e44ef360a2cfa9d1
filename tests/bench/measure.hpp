// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>

namespace nines::bench {

/// Wall-clock and processor seconds (of all threads) since construction.
class Stopwatch {
public:
    Stopwatch() : wall_(std::chrono::steady_clock::now()), cpu_(cpu_now()) {}

    double wall_seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count();
    }
    double cpu_seconds() const { return cpu_now() - cpu_; }

private:
    static double cpu_now() {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
    }

    std::chrono::steady_clock::time_point wall_;
    double cpu_;
};

/// Calls of operator new since the program began, in all threads.
std::uint64_t allocation_count();

/// Forgets the peak so far, as far as the system allows it (Linux).
void reset_peak_memory();
/// Largest resident memory since then, in KiB; 0 where the system does not tell.
std::uint64_t peak_memory_kib();

}  // namespace nines::bench
