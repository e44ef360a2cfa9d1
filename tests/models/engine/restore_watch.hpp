// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/engine/trial.hpp"
#include "models/validate/open.hpp"

namespace nines::engine {

/// Recorder that complains when what is told of restores, or the state between two events, contradicts itself.
class RestoreWatch {
public:
    explicit RestoreWatch(const Program& program) : program_(&program) {}

    const std::string& complaint() const { return complaint_; }
    /// From now on: what happens to the stores, line by line.
    void take_notes() {
        takes_notes_ = true;
        complaint_.clear();
    }
    const std::string& notes() const { return notes_; }
    std::uint64_t restores() const { return restores_; }

    template <class Trial>
    void begin(const Trial& trial) {
        phase_at_.assign(program_->failovers.size(), 0);
        time_in_phases_.assign(program_->failovers.size(), 0);
        look(trial, 0);
    }
    void failed(UnitId, sim::Tick) {}
    void restored(UnitId, sim::Tick) {}
    void crew_busy(CrewId, int, sim::Tick) {}
    template <class Trial>
    void line(const Trial&, LineId, bool, sim::Tick) {}
    template <class Trial>
    void measure(const Trial& trial, sim::Tick now) {
        look(trial, now);
    }
    template <class Trial>
    void end(const Trial& trial, sim::Tick now) {
        look(trial, now);
        for (std::uint32_t f = 0; f < program_->failovers.size(); ++f) {
            time_in_phases_[f] += now - phase_at_[f];
            complain_if(time_in_phases_[f] != now, f, "the times of its phases are not the horizon", now);
        }
    }

    template <class Trial>
    void failover(const Trial& trial, FailoverId id, FailoverPhase from, sim::Tick now) {
        time_in_phases_[+id] += now - phase_at_[+id];
        phase_at_[+id] = now;
        const FailoverPhase phase = trial.state().failovers[+id].phase;
        note(trial.state(), id, word_of(phase), now);
        const bool has_target = exists(copy_being_restored(*program_, trial.state(), id));
        complain_if(is_restore(phase) && !has_target, +id, "restores onto no copy", now);
        complain_if(phase == FailoverPhase::checking && from != FailoverPhase::replaying, +id, "checks too early", now);
    }
    void failed_failover(FailoverId, sim::Tick) {}
    template <class Trial>
    void promoted(const Trial& trial, FailoverId id, CopyId copy, Promotion promotion, double lost, sim::Tick now) {
        note(trial.state(), id, fmt::format("promotes {} with {}, {} s lost", +copy, static_cast<int>(promotion), lost),
             now);
        complain_if(!exists(copy), +id, "promotes nobody", now);
        complain_if(!(lost >= 0.0), +id, fmt::format("loses {} s", lost), now);
        if (promotion != Promotion::restored) return;
        ++restores_;
        complain_if(lost > program_->scale.seconds(now) - point_ + 1e-3, +id, "loses what was written later", now);
    }
    void rival(FailoverId, bool, sim::Tick) {}
    template <class Trial>
    void restore(const Trial& trial, FailoverId id, const RestoreNews& news, sim::Tick now) {
        note(trial.state(), id, fmt::format("restore news {} point {:.1f}", static_cast<int>(news.what), news.point),
             now);
        if (news.what == RestoreNews::What::reads) complain_if(!(news.rate > 0.0), +id, "reads nothing", now);
        if (news.what != RestoreNews::What::begins && news.what != RestoreNews::What::works) return;
        point_ = news.point;
        complain_if(news.point > program_->scale.seconds(now) + 1e-3, +id, "restores what is not written yet", now);
        complain_if(!(news.lost >= 0.0), +id, "gains time", now);
    }
    template <class Trial>
    void balancer(const Trial&, BalancerId, sim::Tick) {}
    template <class Trial>
    void waits_to_start(const Trial&, LatchId, sim::Tick) {}

private:
    void complain_if(bool is_wrong, std::uint32_t store, const std::string& what, sim::Tick now) {
        if (!is_wrong || !complaint_.empty()) return;
        complaint_ = fmt::format("{} at {:.1f} s: {}", program_->hosts[+program_->failovers[store].host].name,
                                 program_->scale.seconds(now), what);
    }

    /// With the roles of the copies as numbers.
    void note(const DiscreteState& state, FailoverId id, const std::string& what, sim::Tick now) {
        if (!takes_notes_ || !complaint_.empty()) return;
        const FailoverGroup& group = program_->failovers[+id];
        notes_ += fmt::format("{:.1f} {} {}:", program_->scale.seconds(now), program_->hosts[+group.host].name, what);
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            notes_ += fmt::format(" {}", static_cast<int>(state.copy_role[c]));
        }
        notes_ += '\n';
    }

    template <class Trial>
    void look(const Trial& trial, sim::Tick now) {
        for (std::uint32_t f = 0; f < program_->failovers.size(); ++f) look_at(trial.state(), f, now);
    }

    void look_at(const DiscreteState& state, std::uint32_t f, sim::Tick now) {
        const FailoverGroup& group = program_->failovers[f];
        const FailoverState& store = state.failovers[f];
        int primaries = 0, chosen = 0, targets = 0;
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            const CopyRole role = state.copy_role[c];
            primaries += role == CopyRole::primary ? 1 : 0;
            chosen += role == CopyRole::chosen ? 1 : 0;
            targets += role == CopyRole::restoring || role == CopyRole::replaying ? 1 : 0;
            const bool is_there = is_reachable(*program_, state, static_cast<CopyId>(c));
            const bool must_be_away = role == CopyRole::absent || role == CopyRole::stale || role == CopyRole::lost;
            const bool must_be_there = role == CopyRole::replica || role == CopyRole::catching_up ||
                                       role == CopyRole::refilling || role == CopyRole::restoring ||
                                       role == CopyRole::replaying || role == CopyRole::chosen;
            complain_if(must_be_away && is_there, f, "a copy is there and held to be away", now);
            complain_if(must_be_there && !is_there, f, "a copy is away and held to be there", now);
        }
        const bool reads = is_restore(store.phase);
        complain_if(primaries > 1, f, "two primaries", now);
        complain_if(chosen > 1, f, "two are chosen", now);
        complain_if(has_primary_at_work(store.phase) && primaries != 1, f, "serves without a primary", now);
        complain_if(reads && !store.is_restoring, f, "restores and does not know it", now);
        complain_if(reads && targets != 1, f, fmt::format("restores onto {} copies", targets), now);
        complain_if(!store.is_restoring && targets != 0, f, "a copy is left in the middle of a restore", now);
        complain_if(store.copying > 0 && !group.serves_while_copying, f, "serves while copying", now);
        complain_if(store.copying > 0 && primaries == 0 && targets == 0, f, "copies onto nobody", now);
        const bool is_served = state.role[+group.host] == Role::serving;
        complain_if(is_served != (store.phase == FailoverPhase::serving) && !store.is_alarm, f, "serves whom?", now);
    }

    const Program* program_;
    std::string complaint_;
    std::string notes_;
    bool takes_notes_ = false;
    std::uint64_t restores_ = 0;
    double point_ = 0.0;
    std::vector<sim::Tick> phase_at_;
    std::vector<sim::Tick> time_in_phases_;
};

}  // namespace nines::engine
