// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/deploy_courses.hpp"
#include "models/engine/events.hpp"
#include "models/scenario/rollout.hpp"

/// A new version comes to the members of a group, batch by batch, and goes again if it is bad.
namespace nines::engine {

/// Who gets it: the members that there are, those that carry a primary last.
template <class Context>
void list_members(Context& context, const Deploy& deploy, DeployCourse& course) {
    const Program& program = context.program();
    const DiscreteState& state = context.state();
    const auto is_there = [&](std::uint32_t host) {
        const StandbyId standby = program.hosts[host].standby;
        return !exists(standby) || !program.standbys[+standby].comes_and_goes || state.role[host] != Role::idle;
    };
    const auto has_primary = [&](std::uint32_t host) {
        const Range copies = program.hosts[host].copies;
        return std::any_of(program.copies_of_hosts.begin() + copies.begin, program.copies_of_hosts.begin() + copies.end,
                           [&](CopyId copy) { return state.copy_role[+copy] == CopyRole::primary; });
    };
    course.members.clear();
    for (const bool primaries : {false, true}) {
        for (std::uint32_t m = 0; m < deploy.count; ++m) {
            const std::uint32_t host = deploy.first_host + m;
            if (is_there(host) && has_primary(host) == primaries) course.members.push_back(m);
        }
    }
}

/// Strikes the next batch's absences, or goes on at once if it takes no time.
template <class Context>
void begin_batch(Context& context, DeployId id) {
    const Deploy& deploy = context.program().deploys[+id];
    DeployCourse& course = context.deploys().of(id);
    const auto all = static_cast<std::int64_t>(course.members.size());
    course.size = static_cast<std::uint32_t>(
        scenario::batch_size(deploy.rollout, course.batch, all - static_cast<std::int64_t>(course.done), all));
    course.step = DeployCourse::Step::batch_out;
    course.at += context.deploys().time_out(id);
    if (deploy.absences.empty()) return;
    at_once(context, [&] {
        for (std::uint32_t m = course.done; m < course.done + course.size; ++m) {
            const UnitId absence = context.program().targets[deploy.absences.begin + course.members[m]];
            if (context.state().phase[+absence] == Phase::working) fail(context, absence);
        }
    });
}

/// The batch has the new version.
template <class Context>
void end_batch(Context& context, DeployId id) {
    const Deploy& deploy = context.program().deploys[+id];
    DeployCourse& course = context.deploys().of(id);
    const bool gets_bad = course.is_bad && (course.batch == 0 || course.at < course.noticed_at);
    const std::uint32_t end = course.done + course.size;
    at_once(context, [&] {
        for (std::uint32_t m = course.done; m < end && !deploy.absences.empty(); ++m) {
            restore_now(context, context.program().targets[deploy.absences.begin + course.members[m]]);
        }
        if (course.is_bad && course.batch == 0) {
            for (std::uint32_t t = deploy.spoils.begin; t < deploy.spoils.end; ++t) {
                strike(context, context.program().targets[t]);
            }
        }
        for (std::uint32_t m = course.done; m < end && gets_bad && !deploy.versions.empty(); ++m) {
            strike(context, context.program().targets[deploy.versions.begin + course.members[m]]);
        }
    });
    if (gets_bad) course.hit = end;
    if (course.is_bad && course.batch == 0) {
        course.noticed_at = course.at + context.deploys().time_to_notice(id);
        course.undone_at = course.noticed_at + context.deploys().time_to_undo(id);
        if (!deploy.spoils.empty()) course.known_at = course.noticed_at;
    }
    const Duration pause = Duration::seconds(deploy.pause_seconds);
    const double next = course.at + scenario::gap_after(deploy.rollout, course.batch, pause).in_seconds();
    course.done = end;
    ++course.batch;
    const bool goes_on = course.done < course.members.size() && next < course.noticed_at;
    course.step = goes_on ? DeployCourse::Step::next_batch : DeployCourse::Step::batches_over;
    course.at = goes_on ? next : DeployCourse::never;
}

template <class Context>
void begin_deploy(Context& context, DeployId id) {
    DeployCourse& course = context.deploys().of(id);
    course.is_bad = context.deploys().is_bad(id, course.number);
    course.batch = course.done = course.hit = 0;
    list_members(context, context.program().deploys[+id], course);
    context.on_deploy(id, DeployNews::begins);
    begin_batch(context, id);
}

/// Somebody has seen that the version is bad, and what it has written: the stores are out of service until their data
/// have come back. What has come back meanwhile for another reason is not bad any more.
template <class Context>
void notice_spoiled(Context& context, DeployId id) {
    const Deploy& deploy = context.program().deploys[+id];
    context.deploys().of(id).known_at = DeployCourse::never;
    at_once(context, [&] {
        for (std::uint32_t t = deploy.spoils.begin; t < deploy.spoils.end; ++t) {
            const UnitId unit = context.program().targets[t];
            if (context.state().phase[+unit] == Phase::hidden) notice_bad_data(context, unit);
        }
    });
}

/// The old version is back on all that had the bad one.
template <class Context>
void undo_deploy(Context& context, DeployId id) {
    const Deploy& deploy = context.program().deploys[+id];
    DeployCourse& course = context.deploys().of(id);
    course.undone_at = DeployCourse::never;
    context.on_deploy(id, DeployNews::undone);
    at_once(context, [&] {
        for (std::uint32_t m = 0; m < course.hit && !deploy.versions.empty(); ++m) {
            restore_now(context, context.program().targets[deploy.versions.begin + course.members[m]]);
        }
    });
    course.hit = 0;
}

/// What is due of a group's deploys, with all that follows at the same instant.
template <class Context>
void deploy_due(Context& context, DeployId id) {
    DeployCourse& course = context.deploys().of(id);
    const double now = course.due();
    while (course.due() <= now && now < DeployCourse::never) {
        if (course.is_known_first()) {
            notice_spoiled(context, id);
            continue;
        }
        if (course.is_undone_first()) {
            undo_deploy(context, id);
            continue;
        }
        switch (course.step) {
            case DeployCourse::Step::waiting: begin_deploy(context, id); break;
            case DeployCourse::Step::batch_out: end_batch(context, id); break;
            case DeployCourse::Step::next_batch: begin_batch(context, id); break;
            case DeployCourse::Step::batches_over: return;
        }
    }
    const bool is_over = course.step == DeployCourse::Step::batches_over && course.undone_at == DeployCourse::never;
    if (!is_over) return;
    course.over_at = now;
    context.on_deploy(id, DeployNews::over);
    context.deploys().await(id, course.number + 1, now);
}

}  // namespace nines::engine
