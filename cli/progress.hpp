// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "models/observe/simulate.hpp"

namespace nines::cli {

/// Shows on standard error how a run goes on: on a terminal one line that is redrawn and erased at the end, otherwise
/// a plain line now and then.
class ProgressDisplay {
public:
    struct Look {
        bool quiet = false;
        bool unicode = false;
        std::string service = {};              ///< Whose estimate is shown; empty: none.
        std::optional<double> precision = {};  ///< The target, if the run has one.
    };

    explicit ProgressDisplay(Look look);
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void show(const observe::Progress& progress);

private:
    using Clock = std::chrono::steady_clock;

    Look look_;
    bool on_terminal_;
    Clock::time_point began_;
    Clock::time_point next_;
    bool drawn_ = false;
};

/// "4,200 of 10,000 trials, 12,300/s, 5 s left, site 99.991 % up (down +-3.1 %)": the last is the relative half-width
/// of the downtime, the widest of all services.
std::string progress_text(const observe::Progress& progress, double seconds, const ProgressDisplay::Look& look);

}  // namespace nines::cli
