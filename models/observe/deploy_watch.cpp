// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/deploy_watch.hpp"

#include <algorithm>

namespace nines::observe {

DeployWatch::DeployWatch(const compile::Program& program) : program_(&program), states_(program.deploys.size()) {
    for (const compile::Deploy& deploy : program.deploys) {
        calendars_.push_back({compile::first_number_from(deploy.every, program.measure_from),
                              compile::first_number_from(deploy.every, program.measure_from + program.horizon)});
    }
}

void DeployWatch::begin() {
    std::fill(states_.begin(), states_.end(), State{});
}

void DeployWatch::heard(compile::DeployId id, engine::DeployNews news, const engine::DeployCourse& course) {
    State& state = states_[+id];
    switch (news) {
        case engine::DeployNews::begins:
            state.is_under_way = true;
            state.under_way = course.number;
            state.bad += course.is_bad ? 1 : 0;
            return;
        case engine::DeployNews::undone: return;
        case engine::DeployNews::over:
            leave_out(+id, compile::first_number_from(program_->deploys[+id].every, course.over_at));
            state.is_under_way = false;
            return;
    }
}

/// Those after the one that was under way, and before the next.
void DeployWatch::leave_out(std::size_t deploy, std::uint64_t next) {
    const Calendar& calendar = calendars_[deploy];
    const std::uint64_t from = std::max(states_[deploy].under_way + 1, calendar.first);
    const std::uint64_t to = std::min(next, calendar.end);
    if (to > from) states_[deploy].left_out += to - from;
}

void DeployWatch::measure() {
    for (State& state : states_) state.bad = state.left_out = 0;
}

void DeployWatch::end(Tally& tally) {
    for (std::size_t d = 0; d < states_.size(); ++d) {
        if (states_[d].is_under_way) leave_out(d, calendars_[d].end);
        const std::uint64_t all = calendars_[d].end - calendars_[d].first;
        tally.deploys[d].made.add(static_cast<double>(all - states_[d].left_out));
        tally.deploys[d].failed.add(static_cast<double>(states_[d].bad));
    }
}

}  // namespace nines::observe
