// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/deploy_courses.hpp"
#include "models/observe/tally.hpp"

namespace nines::observe {

/// Counts the deploys of a trial: those that changed nothing from their calendar, in closed form, the others as they
/// happen.
class DeployWatch {
public:
    explicit DeployWatch(const compile::Program& program);

    void begin();
    /// `course` is that of the deploys that the news are of.
    void heard(compile::DeployId id, engine::DeployNews news, const engine::DeployCourse& course);
    /// The measured span begins.
    void measure();
    /// A trial ends.
    void end(Tally& tally);

private:
    struct Calendar {
        std::uint64_t first = 0;  ///< Number of the first deploy in the measured span.
        std::uint64_t end = 0;    ///< ... and of the first one after it.
    };
    struct State {
        std::uint64_t bad = 0;
        std::uint64_t left_out = 0;  ///< Because another one was under way or being undone.
        std::uint64_t under_way = 0;
        bool is_under_way = false;
    };

    void leave_out(std::size_t deploy, std::uint64_t next);

    const compile::Program* program_;
    std::vector<Calendar> calendars_;
    std::vector<State> states_;
};

}  // namespace nines::observe
