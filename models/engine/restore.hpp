// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/failover_course.hpp"
#include "models/engine/restore_source.hpp"

/// How the data of a store come back when no copy has them any more, or all that have them are bad.
///
/// [calling -> consulting -> travelling ->] provisioning -> fetching -> restoring -> replaying -> checking ->
/// redirecting -> warming
/// -> serving. An attempt that fails begins again at fetching, with an older state. Where the host that the data are
/// brought back onto is lost, another takes its place, or the group waits, stranded, as it does while no backup can be
/// reached. With nothing left to restore, the store starts empty: a total loss.
namespace nines::engine {

/// The first copy that the data can be brought back onto now: one that is back without data, or of those that a plan
/// names any; none if there is none.
inline CopyId restore_target(const Program& program, const DiscreteState& state, FailoverId id, Range planned) {
    const Range copies = planned.empty() ? program.failovers[+id].copies : planned;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        const CopyRole role = state.copy_role[c];
        const bool is_empty = role == CopyRole::refilling || role == CopyRole::restoring;
        const bool is_wanted =
            planned.empty() ? is_empty && program.copies[c].may_be_primary : role != CopyRole::primary;
        if (is_wanted && is_reachable(program, state, copy)) return copy;
    }
    return none<CopyId>;
}

/// The copy that data are being brought back onto: from a backup, or by its own log; none if there is none.
inline CopyId copy_being_restored(const Program& program, const DiscreteState& state, FailoverId id) {
    const CopyId from_backup = first_with(program, state, id, CopyRole::restoring);
    return exists(from_backup) ? from_backup : first_with(program, state, id, CopyRole::replaying);
}

/// Somebody has noticed a failure that has made the store's data bad, and what has come back since is not older.
inline bool has_bad_data(const Program& program, const DiscreteState& state, FailoverId id) {
    bool is_bad = false;
    for_each_bad(program, state, id, [&](UnitId) { is_bad = true; });
    return is_bad;
}

/// Whatever was being restored onto has nothing; a copy that was replaying its log has what it had, and follows nobody.
template <class Context>
void release_target(Context& context, FailoverId id) {
    const Program& program = context.program();
    const CopyId target = copy_being_restored(program, context.state(), id);
    if (!exists(target)) return;
    const bool is_there = is_reachable(program, context.state(), target);
    const CopyRole empty = is_there ? CopyRole::refilling : CopyRole::lost;
    const CopyRole whole = is_there ? CopyRole::catching_up : CopyRole::stale;
    set_copy_role(context, target, context.state().copy_role[+target] == CopyRole::replaying ? whole : empty);
}

/// Nothing can be restored now: the group waits for a host, or for a place with backups.
template <class Context>
void await_restore(Context& context, FailoverId id) {
    FailoverState& state = context.state().failovers[+id];
    if (state.phase != FailoverPhase::stranded) return enter(context, id, FailoverPhase::stranded);
    state.is_restoring = false;
}

/// Nothing is left anywhere.
template <class Context>
void start_empty(Context& context, FailoverId id) {
    release_target(context, id);
    const CopyId target = restore_target(context.program(), context.state(), id, {});
    if (!exists(target)) return await_restore(context, id);
    context.stop_resync(target);
    set_copy_role(context, target, CopyRole::chosen);
    context.state().failovers[+id].promotion = Promotion::empty;
    enter(context, id, FailoverPhase::promoting);
}

/// Begins to restore the newest state there is, in this phase; a copy that applies writes later only replays its log.
template <class Context>
void attempt_restore(Context& context, FailoverId id, FailoverPhase first) {
    const RestoreSource source = context.find_source(id);
    const Range planned = context.planned_targets(id);
    if (source.kind == RestoreSource::Kind::nothing && planned.empty()) return start_empty(context, id);
    const bool is_delayed = source.kind == RestoreSource::Kind::delayed_copy;
    const CopyId target = is_delayed ? source.copy : restore_target(context.program(), context.state(), id, planned);
    if (!source.exists() || !exists(target)) return await_restore(context, id);
    const CopyRole role = is_delayed ? CopyRole::replaying : CopyRole::restoring;
    if (context.state().copy_role[+target] != role) release_target(context, id);
    context.state().failovers[+id].is_restoring = true;
    context.stop_resync(target);  // where nobody takes over, a copy is made anew without a primary
    set_copy_role(context, target, role);
    context.on_restore(id, target);
    enter(context, id, is_delayed ? FailoverPhase::replaying : first);
}

/// All is lost and there is, or may be, something to restore: by whoever does that.
template <class Context>
void begin_restore(Context& context, FailoverId id) {
    const Range planned = context.planned_targets(id);
    const bool is_possible = context.find_source(id).exists();
    const bool is_called = is_possible && planned.empty() && context.has_people(id) &&
                           exists(restore_target(context.program(), context.state(), id, planned));
    if (!is_called) return attempt_restore(context, id, FailoverPhase::provisioning);
    context.state().failovers[+id].is_restoring = true;
    enter(context, id, FailoverPhase::calling);
}

/// Whoever restores has decided: they set out, if they have to be somewhere for it.
template <class Context>
void set_out_to_restore(Context& context, FailoverId id) {
    if (!context.has_way_to_restore(id)) return attempt_restore(context, id, FailoverPhase::provisioning);
    context.state().failovers[+id].is_restoring = true;
    enter(context, id, FailoverPhase::travelling);
}

/// People who were to do a failover find that nothing is left.
template <class Context>
void restore_by_those_there(Context& context, FailoverId id) {
    const Range planned = context.planned_targets(id);
    const bool is_possible = context.find_source(id).exists() && planned.empty() &&
                             exists(restore_target(context.program(), context.state(), id, planned));
    if (is_possible) return set_out_to_restore(context, id);
    attempt_restore(context, id, FailoverPhase::provisioning);
}

/// The data are back, or are not: then an older state is next.
template <class Context>
void finish_restore(Context& context, FailoverId id) {
    if (!context.restore_works(id)) {
        context.on_restore_failed(id);
        return attempt_restore(context, id, FailoverPhase::fetching);
    }
    const Program& program = context.program();
    promote(context, id, copy_being_restored(program, context.state(), id), Promotion::restored);
    if (lacks_needs(program, context.state(), id)) return enter(context, id, FailoverPhase::stepped_down);
    if (!has_majority(program, context.state(), id)) return enter(context, id, FailoverPhase::stranded);
    enter(context, id, FailoverPhase::redirecting);
}

/// The time of the present phase is over, and data are being brought back.
template <class Context>
void finish_restore_phase(Context& context, FailoverId id) {
    switch (context.state().failovers[+id].phase) {
        case FailoverPhase::calling: return enter(context, id, FailoverPhase::consulting);
        case FailoverPhase::consulting: return set_out_to_restore(context, id);
        case FailoverPhase::travelling: return attempt_restore(context, id, FailoverPhase::provisioning);
        case FailoverPhase::provisioning: return enter(context, id, FailoverPhase::fetching);
        case FailoverPhase::fetching: return enter(context, id, FailoverPhase::restoring);
        case FailoverPhase::restoring: return enter(context, id, FailoverPhase::replaying);
        case FailoverPhase::replaying: return enter(context, id, FailoverPhase::checking);
        case FailoverPhase::checking: return finish_restore(context, id);
        case FailoverPhase::serving:
        case FailoverPhase::restarting:
        case FailoverPhase::detecting:
        case FailoverPhase::deciding:
        case FailoverPhase::fencing:
        case FailoverPhase::promoting:
        case FailoverPhase::redirecting:
        case FailoverPhase::warming:
        case FailoverPhase::by_hand:
        case FailoverPhase::starting:
        case FailoverPhase::stalled:
        case FailoverPhase::stranded:
        case FailoverPhase::blocked:
        case FailoverPhase::switching:
        case FailoverPhase::stepped_down: return;
    }
}

/// Every copy is worth nothing, but for those that have not applied what is bad yet.
template <class Context>
void discard_copies(Context& context, FailoverId id) {
    const Program& program = context.program();
    const Range copies = program.failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        if (program.copies[c].delay_seconds > 0.0 && context.is_clean(copy)) continue;
        context.stop_resync(copy);
        const bool is_there = is_reachable(program, context.state(), copy);
        set_copy_role(context, copy, is_there ? CopyRole::refilling : CopyRole::lost);
    }
}

/// Somebody has noticed that the data are bad: the store serves no longer until they have come back.
template <class Context>
void take_out(Context& context, FailoverId id) {
    const Program& program = context.program();
    FailoverState& state = context.state().failovers[+id];
    if (!has_bad_data(program, context.state(), id)) return;
    context.on_bad_data(id);
    if (state.is_restoring && calls_people(state.phase)) return;
    if (state.is_restoring && context.is_older_than_bad(id)) return;
    if (state.is_restoring) return attempt_restore(context, id, FailoverPhase::fetching);
    state.is_alarm = state.is_silent = false;
    discard_copies(context, id);
    if (program.failovers[+id].can_restore) {
        begin_restore(context, id);
    } else {
        after_detection(context, id);
        const Range copies = program.failovers[+id].copies;
        for (std::uint32_t c = copies.begin; c < copies.end; ++c) begin_resync(context, static_cast<CopyId>(c));
    }
    reconsider(context, id);
}

/// What has come back dates from before some of the failures that made the data bad: these are mended.
template <class Context>
void cure(Context& context, FailoverId id, Promotion promotion) {
    if (promotion == Promotion::current || promotion == Promotion::stale) return;
    const Program& program = context.program();
    const Range corruptions = program.failovers[+id].corruptions;
    for (std::uint32_t c = corruptions.begin; c < corruptions.end; ++c) {
        const CorruptionId corruption = program.corruptions_of_stores[c];
        const UnitId unit = program.corruptions[+corruption].unit;
        if (context.state().phase[+unit] == Phase::working || !context.mends(corruption, promotion)) continue;
        context.state().phase[+unit] = Phase::working;
        context.on_restored(unit);
        shift(context, context.unit(unit).gate, 1);
        const bool has_clock = exists(context.unit(unit).clock);
        context.begin_operation(unit, has_clock ? pace_of(program, context.state(), unit).pace : 1.0);
    }
}

// --- for plans ----------------------------------------------------------------------------------------------------

/// A plan restores the newest state onto one of these copies, which is primary then; whoever did it has been called and
/// has decided. What the others have is stale afterwards. False: none of them is there, or nothing can be restored now.
/// The group leaves its phases of restoring for `redirecting` in the end; for `stranded` if nothing more can be tried;
/// for `serving` if the former primary comes back first.
/// Precondition: no primary is at work, and the copies are a part of the store's.
template <class Context>
bool begin_planned_restore(Context& context, FailoverId id, Range targets) {
    if (has_primary_at_work(context.state().failovers[+id].phase)) return false;
    const bool is_there = exists(restore_target(context.program(), context.state(), id, targets));
    if (!is_there || !context.find_source(id).exists()) return false;
    context.plan_restore(id, targets);
    attempt_restore(context, id, FailoverPhase::provisioning);
    reconsider(context, id);
    return true;
}

}  // namespace nines::engine
