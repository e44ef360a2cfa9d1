// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/deploy_courses.hpp"

#include <algorithm>

namespace nines::engine {

namespace {

constexpr std::uint64_t most_batches = std::uint64_t{1} << 24;

}  // namespace

bool DeployCourses::is_bad(DeployId id, std::uint64_t number) const {
    const Deploy& deploy = program_->deploys[+id];
    return uniform(stream_for(seed_, deploy.stream, Purpose::deploy_fails, trial_).block(number)[0]) < deploy.fails;
}

void DeployCourses::await(DeployId id, std::uint64_t number, double seconds) {
    const Deploy& deploy = program_->deploys[+id];
    DeployCourse& course = courses_[+id];
    const double end = program_->measure_from + program_->horizon;
    course.step = DeployCourse::Step::waiting;
    course.number = std::max(number, first_number_from(deploy.every, seconds));
    course.noticed_at = course.known_at = course.undone_at = DeployCourse::never;
    course.at = DeployCourse::never;
    const bool may_matter = exists(deploy.takes) || deploy.fails > 0.0;
    if (!may_matter) return;
    const auto at = [&] { return instant_of(deploy.every, course.number); };
    const auto matters = [&] { return exists(deploy.takes) || is_bad(id, course.number); };
    while (at() < end && !matters()) ++course.number;
    if (at() < end) course.at = at();
}

double DeployCourses::draw(DeployId id, SamplerId sampler, Purpose purpose, std::uint64_t n) const {
    if (!exists(sampler)) return 0.0;
    sim::Draw bits(stream_for(seed_, program_->deploys[+id].stream, purpose, trial_), n * 2);
    return program_->samplers[+sampler](bits);
}

double DeployCourses::time_out(DeployId id) const {
    const DeployCourse& course = courses_[+id];
    const std::uint64_t n = course.number * most_batches + course.batch;
    return draw(id, program_->deploys[+id].takes, Purpose::deploy_takes, n);
}

double DeployCourses::time_to_notice(DeployId id) const {
    return draw(id, program_->deploys[+id].noticed, Purpose::deploy_noticed, courses_[+id].number);
}

double DeployCourses::time_to_undo(DeployId id) const {
    return draw(id, program_->deploys[+id].undo, Purpose::deploy_undo, courses_[+id].number);
}

}  // namespace nines::engine
