// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/restores.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/copies.hpp"

namespace nines::engine {

namespace {

double seconds_of(double bytes, double bytes_per_second) {
    return bytes > 0.0 ? bytes / bytes_per_second : 0.0;
}

/// Calls `visit(corruption)` for what is known to have made the store's data bad.
template <class Visit>
void for_each_known(const Program& program, const DiscreteState& state, FailoverId id, const Visit& visit) {
    const Range corruptions = program.failovers[+id].corruptions;
    for (std::uint32_t c = corruptions.begin; c < corruptions.end; ++c) {
        const CorruptionId corruption = program.corruptions_of_stores[c];
        if (state.phase[+program.corruptions[+corruption].unit] == Phase::repairing) visit(corruption);
    }
}

}  // namespace

Restores::Restores(const Program& program, std::uint64_t seed)
    : program_(&program),
      seed_(seed),
      points_(program, seed),
      courses_(program.failovers.size()),
      reads_(program),
      logs_(std::ranges::any_of(program.copies, [](const Copy& copy) { return copy.delay_seconds > 0.0; })
                ? program.copies.size()
                : 0),
      bad_since_(program.corruptions.size(), never) {}

void Restores::begin(std::uint64_t trial) {
    trial_ = trial;
    points_.begin(trial);
    std::fill(courses_.begin(), courses_.end(), Course{});
    std::fill(logs_.begin(), logs_.end(), Log{});
    reads_.begin();
    std::fill(bad_since_.begin(), bad_since_.end(), never);
}

void Restores::went_down(FailoverId id, double now) {
    Course& course = courses_[+id];
    if (course.down_at == now) return;
    course.down_at = now;
    course.was_attacked = false;
    points_.end_of_attempts(id);
}

// --- bad data -----------------------------------------------------------------------------------------------------

void Restores::spoiled(UnitId unit, double now) {
    const Range corrupts = program_->cares[+program_->units[+unit].care].corrupts;
    for (std::uint32_t c = corrupts.begin; c < corrupts.end; ++c) bad_since_[c] = now;
}

bool Restores::noticed(const DiscreteState& state, FailoverId id, double now) {
    bool is_attack = false;
    for_each_known(*program_, state, id, [&](CorruptionId corruption) {
        const auto effect = program_->unit_effects[+program_->corruptions[+corruption].unit];
        is_attack = is_attack || (effect == scenario::Effect::encrypt && bad_since_[+corruption] < never);
    });
    Course& course = courses_[+id];
    if (is_attack && !course.was_attacked) points_.attack(id, now);
    course.was_attacked = course.was_attacked || is_attack;
    return is_attack;
}

double Restores::earliest_bad(const DiscreteState& state, FailoverId id) const {
    double earliest = never;
    for_each_known(*program_, state, id,
                   [&](CorruptionId corruption) { earliest = std::min(earliest, bad_since_[+corruption]); });
    return earliest;
}

bool Restores::is_older_than_bad(const DiscreteState& state, FailoverId id) const {
    return courses_[+id].point.at <= earliest_bad(state, id);
}

bool Restores::mends(CorruptionId id, Promotion promotion) {
    const Corruption& corruption = program_->corruptions[+id];
    const bool is_older = promotion == Promotion::empty || courses_[+corruption.store].point.at <= bad_since_[+id];
    if (!is_older) return false;
    // What was copied meanwhile is as bad.
    if (bad_since_[+id] < never) points_.spoil(corruption.store, bad_since_[+id], courses_[+corruption.store].down_at);
    bad_since_[+id] = never;
    const Range all = program_->cares[+program_->units[+corruption.unit].care].corrupts;
    return std::all_of(bad_since_.begin() + all.begin, bad_since_.begin() + all.end,
                       [](double since) { return since == never; });
}

// --- the restore ----------------------------------------------------------------------------------------------------

RestoreSource Restores::find_source(const DiscreteState& state, FailoverId id, const FailoverChance& copies,
                                    double now) {
    const Found found = look(state, id, copies, now);
    if (found.source.exists()) {
        Course& course = courses_[+id];
        course.point = found.point;
        course.delayed = found.source.copy;
        course.replay_seconds = found.replay_seconds;
        course.received_until = found.received_until;
    }
    return found.source;
}

Restores::Found Restores::look(const DiscreteState& state, FailoverId id, const FailoverChance& copies,
                               double now) const {
    const Course& course = courses_[+id];
    const double bad_since = earliest_bad(state, id);
    Found found;
    if (points_.exist_for(id)) {
        const RestoreRequest request{.store = id,
                                     .now = course.down_at,
                                     .not_after = std::min(course.down_at, bad_since),
                                     .lost_at = bad_since < never ? never : course.down_at,
                                     .after_attack = course.was_attacked};
        if (const auto point = points_.newest(state, request)) {
            found.point = *point;
            found.source.kind = RestoreSource::Kind::backup;
        }
    }
    look_at_delayed(state, id, copies, now, found);
    if (!found.source.exists() && is_out_of_reach(state, id, copies, now))
        found.source.kind = RestoreSource::Kind::out_of_reach;
    return found;
}

double Restores::replay_seconds(const FailoverGroup& group, double from, double to) const {
    const double bytes =
        group.writes.varies() ? group.writes.bytes(std::max(0.0, from), to) : (to - from) * group.bytes_per_second;
    const double rate = group.writes.replay();
    return rate > 0.0 ? bytes / rate : 0.0;
}

double Restores::mean_seconds(const RecoveryPoint& point) const {
    const RestoreRules& of = program_->backups[+point.backup].restore;
    double sum = 0.0;
    for (const SamplerId stage : {of.ack, of.consult, of.travel, of.provision, of.fetch, of.check}) {
        if (exists(stage)) sum += program_->mean_seconds[+stage];
    }
    return sum + seconds_of(point.copy_bytes, of.bytes_per_second) +
           seconds_of(point.log_bytes, of.replayed_per_second);
}

bool Restores::has_people(FailoverId id) const {
    const Course& course = courses_[+id];
    const FailoverGroup& group = program_->failovers[+id];
    if (exists(course.delayed)) return exists(group.ack) || exists(group.consult);
    return exists(rules(course).ack) || exists(rules(course).consult) || exists(rules(course).travel);
}

bool Restores::has_way(FailoverId id) const {
    const Course& course = courses_[+id];
    return !exists(course.delayed) && exists(rules(course).travel);
}

double Restores::draw(FailoverId id, SamplerId sampler, std::uint64_t n) const {
    if (!exists(sampler)) return 0.0;
    const std::uint64_t name = program_->failovers[+id].stream;
    sim::Draw bits(stream_for(seed_, name, Purpose::restore_stage, trial_), n * 2);
    return program_->samplers[+sampler](bits);
}

double Restores::phase_seconds(const DiscreteState& state, FailoverId id, FailoverPhase phase, double now) {
    Course& course = courses_[+id];
    const bool is_delayed = exists(course.delayed);
    const FailoverGroup& group = program_->failovers[+id];
    const std::uint32_t n = course.stages++;
    if (phase == FailoverPhase::calling) return draw(id, is_delayed ? group.ack : rules(course).ack, n);
    if (phase == FailoverPhase::consulting) return draw(id, is_delayed ? group.consult : rules(course).consult, n);
    if (is_delayed) return phase == FailoverPhase::replaying ? course.replay_seconds : 0.0;
    const RestoreRules& of = rules(course);
    if (phase == FailoverPhase::travelling) return draw(id, of.travel, n);
    if (phase == FailoverPhase::provisioning) return draw(id, of.provision, n);
    if (phase == FailoverPhase::fetching) return draw(id, of.fetch, n);
    if (phase == FailoverPhase::restoring) {
        const PipeId pipe = pipe_of(state, program_->backups[+course.point.backup]);
        const bool is_constant = !exists(pipe) && of.steps.empty();
        if (is_constant || course.point.copy_bytes <= 0.0)
            return seconds_of(course.point.copy_bytes, of.bytes_per_second);
        reads_.start(id, course.point.copy_bytes, of.bytes_per_second, pipe, of.steps, now);
        return reads_.seconds_to_next(id, now);
    }
    if (phase == FailoverPhase::replaying) return seconds_of(course.point.log_bytes, of.replayed_per_second);
    return phase == FailoverPhase::checking ? draw(id, of.check, n) : 0.0;
}

/// What is read there is shared with others; none: nothing is. Of several places the first that is there is read.
PipeId Restores::pipe_of(const DiscreteState& state, const Backup& backup) const {
    for (std::size_t p = 0; p < backup.pipes.size(); ++p) {
        if (!exists(backup.places[p]) || is_up(*program_, state, backup.places[p])) return backup.pipes[p];
    }
    return none<PipeId>;
}

bool Restores::works(FailoverId id, double now) {
    Course& course = courses_[+id];
    if (exists(course.delayed)) return true;
    if (!course.point.is_readable) points_.found_unreadable(course.point.backup, now);
    const auto stream = stream_for(seed_, program_->failovers[+id].stream, Purpose::restore_works, trial_);
    const bool succeeds = uniform(stream.block(course.outcomes++)[0]) < rules(course).success;
    if (succeeds && course.point.is_readable) return true;
    points_.rule_out(course.point);
    return false;
}

RestoreNews Restores::news(FailoverId id, RestoreNews::What what, CopyId target) const {
    const Course& course = courses_[+id];
    RestoreNews news;
    news.what = what;
    news.target = target;
    news.is_attack = course.was_attacked;
    if (!exists(course.delayed)) news.backup = course.point.backup;
    news.point = course.point.at;
    news.lost = std::max(0.0, course.down_at - course.point.at);
    news.age = course.down_at - course.point.base_at;
    return news;
}

double Restores::finish(FailoverId id) {
    Course& course = courses_[+id];
    course.planned = {};
    course.was_attacked = false;
    points_.end_of_attempts(id);
    return std::max(0.0, course.down_at - course.point.at);
}

}  // namespace nines::engine
