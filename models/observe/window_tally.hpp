// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "sim/stats/log_histogram.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/pair_moments.hpp"

namespace nines::observe {

/// A length of window over which objectives are usually judged.
struct UsualWindow {
    const char* word;  ///< As in the results.
    double seconds;
};
/// A month is a twelfth of a year of 365 days, a quarter a fourth.
inline constexpr std::array<UsualWindow, 4> usual_windows = {{
    {"28 d", 28.0 * 86400.0},
    {"month", 365.0 * 86400.0 / 12.0},
    {"quarter", 365.0 * 86400.0 / 4.0},
    {"year", 365.0 * 86400.0},
}};

/// How often windows of one length met the target. Rolling windows: `met` and `windows` count trials that were met at
/// all instants, and those that were not.
struct MetTally {
    std::uint64_t met = 0;
    std::uint64_t windows = 0;  ///< 0: such a window is longer than the horizon.
    sim::Moments share;         ///< Per trial: windows of one trial depend on each other.

    void merge(const MetTally& other);
};

/// What became of the windows of one service's objective. Spent: of the error budget of a window, 1 = all of it.
struct WindowTally {
    MetTally own;
    std::array<MetTally, usual_windows.size()> usual;
    std::uint64_t trials_always_met = 0;  ///< All windows of the objective's own length met it.
    sim::LogHistogram spent;              ///< Of every window; rolling: at instants 1/28 of a window apart.
    sim::Moments mean_spent;              ///< Per trial.
    sim::LogHistogram worst;              ///< Per trial: seconds down in the worst window.
    sim::Moments mean_worst;
    std::uint64_t trials_gone = 0;    ///< Trials in which some window's budget was spent.
    sim::LogHistogram gone_after;     ///< Seconds from a window's begin until its budget was gone, where it was.
    sim::PairMoments gone_and_after;  ///< Per trial: windows that spent it all, and the sum of these times.
    sim::Moments credit;              ///< Per trial: mean share of a window's fee that is paid back.
    MetTally credited;                ///< Windows that brought a credit.

    void merge(const WindowTally& other);
};

}  // namespace nines::observe
