// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/exact/walk.hpp"

#include <stdexcept>

#include "models/engine/clocks.hpp"

namespace nines::exact {

Walk::Walk(const ChainCase& of)
    : case_(&of),
      scope_(whole(of.program)),
      codec_(of.program, of.symmetry, scope_),
      branching_(of.program, of.activities, codec_) {}

template <class Act>
std::vector<Walk::Branch> Walk::branches(double probability, Act act) {
    std::vector<Branch> found;
    branching_.first_script();
    do {
        branching_.begin();
        act();
        if (!branching_.settle()) throw std::runtime_error("times of zero for ever");
        Branch branch{probability * branching_.probability(), {}, {}, branching_.now()};
        if (branch.probability == 0.0) continue;
        codec_.encode(branching_.now(), branching_.touched(), branch.key);
        codec_.encode(branching_.now(), scope_.hosts, branch.key_in_full);
        found.push_back(std::move(branch));
    } while (branching_.next_script());
    return found;
}

std::vector<Walk::Branch> Walk::start() {
    return branches(1.0, [&] {
        for (std::uint32_t u = 0; u < case_->program.units.size(); ++u) {
            branching_.begin_operation(static_cast<UnitId>(u), 1.0);
        }
        for (std::uint32_t f = 0; f < case_->program.failovers.size(); ++f) {
            const bool has_alarms = exists(case_->program.failovers[f].false_alarm);
            if (has_alarms) branching_.begin_alarm(static_cast<FailoverId>(f));
        }
        for (const Shock& shock : case_->program.shocks) {
            branching_.start_timer(shock.leaf, case_->activities.of(shock.interval));
        }
    });
}

void Walk::add_event(std::vector<Event>& events, sim::Leaf leaf, const Activity* activity, double pace) {
    const std::uint8_t phase = codec_.here().timer[leaf];
    if (phase == idle || activity == nullptr || pace <= 0.0) return;
    Event event{leaf, pace * activity->per_second(phase), {}};
    for (const Activity::Branch& next : activity->after(phase)) {
        auto more = branches(next.probability, [&] {
            if (next.phase == activity->over()) {
                branching_.fire(leaf);
            } else {
                branching_.move_timer(leaf, next.phase);
            }
        });
        event.branches.insert(event.branches.end(), more.begin(), more.end());
    }
    events.push_back(std::move(event));
}

std::vector<Walk::Event> Walk::events() {
    const Program& program = case_->program;
    std::vector<Event> events;
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        const auto unit = static_cast<UnitId>(u);
        const ChainState& here = codec_.here();
        const bool runs = here.discrete.phase[u] == engine::Phase::working && exists(program.units[u].time_to_failure);
        const double pace = runs ? engine::pace_of(program, here.discrete, unit).pace : 1.0;
        add_event(events, u, branching_.activity_of(unit, here), pace);
    }
    for (sim::Leaf leaf = program.leaves.starts; leaf < program.leaves.occasions; ++leaf) {
        const bool is_pending = codec_.here().timer[leaf] != idle;
        if (is_pending) add_event(events, leaf, branching_.activity_of_other(leaf, codec_.here()), 1.0);
    }
    return events;
}

std::string Walk::key_of_here() {
    std::string key;
    codec_.encode(codec_.here(), scope_.hosts, key);
    return key;
}

}  // namespace nines::exact
