// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>

namespace nines::cli {

namespace {

constexpr std::array watched = {SIGINT, SIGTERM};

// A signal handler can reach nothing but these.
volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t first_millisecond = 0;

/// Wraps around; only differences matter.
std::sig_atomic_t millisecond_now() {
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<std::sig_atomic_t>((time.tv_sec % 1'000'000) * 1000 + time.tv_nsec / 1'000'000);
}

/// `timeout` and some terminals signal both the process and its group: two signals at once are one request.
void note(int number) {
    constexpr std::sig_atomic_t at_once = 300;
    if (interrupted == 0) {
        interrupted = 1;
        first_millisecond = millisecond_now();
    } else if (std::abs(millisecond_now() - first_millisecond) > at_once) {
        std::signal(number, SIG_DFL);
        std::raise(number);
    }
}

}  // namespace

InterruptWatch::InterruptWatch() {
    interrupted = 0;
    for (const int number : watched) std::signal(number, note);
}

InterruptWatch::~InterruptWatch() {
    for (const int number : watched) std::signal(number, SIG_DFL);
}

// Not static: one asks a watch that exists. NOLINTNEXTLINE(readability-convert-member-functions-to-static)
bool InterruptWatch::requested() const {
    return interrupted != 0;
}

}  // namespace nines::cli
