// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/measure.hpp"
#include "tests/bench/report.hpp"

namespace nines::gui {

/// The longest times that are not felt as waiting, in milliseconds.
inline constexpr double longest_open = 2000.0;
inline constexpr double longest_frame = 16.0;      ///< A screen shows 60 pictures a second.
inline constexpr double longest_reaction = 100.0;  ///< What follows a key later is felt as late.

/// The median processor time of some runs, in milliseconds: what else the machine does is not ours. `run` is given the
/// number of the run.
template <class Run>
double median_time(int runs, Run run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const bench::Stopwatch watch;
        run(i);
        times.push_back(watch.cpu_seconds() * 1e3);
    }
    const auto middle = times.begin() + std::ssize(times) / 2;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

inline bench::Row wait_row(std::string what, double milliseconds, double longest) {
    return {std::move(what), fmt::format("{:.1f} ms", milliseconds), "-", milliseconds, longest};
}

/// The program's window with a scenario of 1000 things: opening, painting, panning, zooming, editing.
std::vector<bench::Row> window_rows(int runs);

/// A chart of 100 000 points.
std::vector<bench::Row> chart_rows(int runs);

}  // namespace nines::gui
