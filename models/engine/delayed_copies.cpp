// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/engine/copies.hpp"
#include "models/engine/restores.hpp"

/// Copies that apply writes later, as sources of a restore.
namespace nines::engine {

namespace {

/// A copy in this role takes writes, has taken them last or is about to: nothing is applied later.
constexpr bool leads(CopyRole role) {
    return role == CopyRole::primary || role == CopyRole::chosen || role == CopyRole::rival;
}

}  // namespace

/// A copy that is being replayed has applied its log up to here, as if it had been written evenly.
double Restores::replayed_until(const Log& log, double now) {
    const double done = log.takes > 0.0 ? std::clamp((now - log.began) / log.takes, 0.0, 1.0) : 1.0;
    return log.from + (log.to - log.from) * done;
}

/// It holds, applied or not, what was written until then. Precondition: it holds data.
double Restores::received_until(const DiscreteState& state, CopyId id, const FailoverChance& copies) const {
    const FailoverId store = program_->copies[+id].failover;
    switch (state.copy_role[+id]) {
        case CopyRole::stale:
        case CopyRole::catching_up:
        case CopyRole::replaying: return copies.behind_since(id);
        case CopyRole::primary:
        case CopyRole::chosen:
        case CopyRole::rival: return courses_[+store].down_at;
        case CopyRole::replica:
        case CopyRole::absent:
        case CopyRole::lost:
        case CopyRole::refilling:
        case CopyRole::restoring:
        case CopyRole::bare: break;
    }
    return courses_[+store].down_at - copies.lag(id);
}

/// max(down - delay, what it holds of another time), but no more than it has received. A primary has applied all.
double Restores::applied_until(const DiscreteState& state, CopyId id, const FailoverChance& copies, double now) const {
    const double received = received_until(state, id, copies);
    const CopyRole role = state.copy_role[+id];
    if (leads(role)) return received;
    const Log& log = logs_[+id];
    if (role == CopyRole::replaying) return replayed_until(log, now);
    const Copy& copy = program_->copies[+id];
    return std::min(received, std::max(courses_[+copy.failover].down_at - copy.delay_seconds, log.applied_until));
}

bool Restores::is_clean(const DiscreteState& state, CopyId id, const FailoverChance& copies, double now) const {
    const CopyRole role = state.copy_role[+id];
    if (!has_data(role) || leads(role)) return false;
    return applied_until(state, id, copies, now) < earliest_bad(state, program_->copies[+id].failover);
}

void Restores::delayed_changed(const DiscreteState& state, CopyId id, CopyRole before, FailoverChance& copies,
                               double now) {
    const CopyRole role = state.copy_role[+id];
    if (role == before) return;
    Log& log = logs_[+id];
    const Course& course = courses_[+program_->copies[+id].failover];
    if (role == CopyRole::replaying) {
        log.from = course.point.base_at;
        log.to = std::max(course.point.at, log.from);
        log.began = now;
        log.takes = course.replay_seconds;
        copies.set_behind_since(id, course.received_until);
        return;
    }
    const bool is_written = has_primary_at_work(state.failovers[+program_->copies[+id].failover].phase);
    const bool was_made_anew = before == CopyRole::refilling && has_data(role);
    if (before == CopyRole::replaying) {
        log.applied_until = std::max(log.applied_until, replayed_until(log, now));
    } else if (before == CopyRole::primary || was_made_anew) {
        log.applied_until = is_written ? now : course.down_at;
    }
}

/// Takes a copy that applies writes later, if what it has received is newer than what was found, or as new and sooner
/// there. It has stopped applying when the store went down, and is of no use once it has applied what is bad.
void Restores::look_at_delayed(const DiscreteState& state, FailoverId id, const FailoverChance& copies, double now,
                               Found& found) const {
    if (logs_.empty()) return;
    const double down_at = courses_[+id].down_at;
    const FailoverGroup& group = program_->failovers[+id];
    const double not_after = std::min(down_at, earliest_bad(state, id));
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        const CopyRole role = state.copy_role[c];
        const bool is_there = role == CopyRole::catching_up || role == CopyRole::replica || role == CopyRole::replaying;
        const bool is_delayed = program_->copies[c].delay_seconds > 0.0;
        if (!is_delayed || !is_there || !is_reachable(*program_, state, copy)) continue;
        if (!is_clean(state, copy, copies, now)) continue;
        const double applied = applied_until(state, copy, copies, now);
        const double received = received_until(state, copy, copies);
        const double at = std::min(not_after, received);
        const double takes = replay_seconds(group, std::min(at, applied), at);
        const double otherwise =
            found.source.kind == RestoreSource::Kind::backup ? mean_seconds(found.point) : found.replay_seconds;
        const bool is_better =
            !found.source.exists() || at > found.point.at || (at == found.point.at && takes < otherwise);
        if (!is_better) continue;
        found.source = {RestoreSource::Kind::delayed_copy, copy};
        found.point = {.at = at, .base_at = applied};
        found.replay_seconds = takes;
        found.received_until = received;
    }
}

/// A place that may have something cannot be reached.
bool Restores::is_out_of_reach(const DiscreteState& state, FailoverId id, const FailoverChance& copies,
                               double now) const {
    const auto is_down = [&](LineId place) { return compile::exists(place) && !is_up(*program_, state, place); };
    for (const Backup& backup : program_->backups) {
        if (backup.store != id) continue;
        if (std::ranges::any_of(backup.places, is_down)) return true;
        const bool has_snapshots = std::ranges::any_of(
            backup.series, [](const BackupSeries& series) { return series.kind == BackupKind::snapshot; });
        if (has_snapshots && std::ranges::any_of(backup.own_places, is_down)) return true;
    }
    if (logs_.empty()) return false;
    const Range range = program_->failovers[+id].copies;
    for (std::uint32_t c = range.begin; c < range.end; ++c) {
        const bool is_delayed = program_->copies[c].delay_seconds > 0.0;
        const bool is_away = state.copy_role[c] == CopyRole::absent || state.copy_role[c] == CopyRole::stale;
        if (is_delayed && is_away && is_clean(state, static_cast<CopyId>(c), copies, now)) return true;
    }
    return false;
}

}  // namespace nines::engine
