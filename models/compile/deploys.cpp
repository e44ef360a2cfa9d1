// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"
#include "models/compile/calendar.hpp"
#include "models/compile/times.hpp"

namespace nines::compile {

void Assembler::add_deploys() {
    for (const DeployDraft& draft : draft_.deploys) {
        const scenario::Group& group = scenario_.groups[draft.group];
        const scenario::Deploy& keys = *group.deploy;
        Times times(draft_.samplers);
        Deploy deploy;
        deploy.name = "group:" + group.id;
        deploy.every = recurrence_of(*keys.every, scenario_.experiment);
        deploy.rollout = keys.strategy.value_or({});
        deploy.pause_seconds = keys.pause.value_or(Duration()).in_seconds();
        deploy.fails = keys.fails.value_or(0.0);
        if (!draft.absences.empty()) deploy.takes = times.of(keys.takes);
        deploy.noticed = times.of(keys.noticed_after);
        deploy.undo = times.of(keys.undo);
        deploy.first_host = draft_.group_members[draft.group].front();
        deploy.count = static_cast<std::uint32_t>(draft_.group_members[draft.group].size());
        deploy.versions = add_targets(draft.versions);
        deploy.absences = add_targets(draft.absences);
        deploy.spoils = add_targets(draft.spoils);
        deploy.group = program_.groups[draft.group].subject;
        deploy.stream = sim::stream_name(deploy.name + ":deploy");
        program_.deploys.push_back(deploy);
    }
}

}  // namespace nines::compile
