// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/engine/chance.hpp"
#include "models/engine/copies.hpp"

namespace nines::engine {

/// The random numbers of failover groups in one trial, each with its address: stages and false alarms are counted per
/// group, lags are drawn once per copy and failure of a primary. And since when which copy has fallen behind.
class FailoverChance {
public:
    FailoverChance(const Program& program, std::uint64_t seed)
        : program_(&program),
          seed_(seed),
          groups_(program.failovers.size()),
          resyncs_(program.copies.size()),
          behind_since_(program.copies.size()) {}

    void begin(std::uint64_t trial) {
        trial_ = trial;
        std::fill(groups_.begin(), groups_.end(), Group{});
        std::fill(resyncs_.begin(), resyncs_.end(), 0);
        std::fill(behind_since_.begin(), behind_since_.end(), 0.0);
    }

    double stage_time(FailoverId id, SamplerId takes) {
        if (!exists(takes)) return 0.0;
        return draw(takes, program_->failovers[+id].stream, Purpose::failover_stage, groups_[+id].stages++);
    }

    bool stage_works(FailoverId id, double probability) {
        const std::uint32_t n = groups_[+id].outcomes++;
        if (probability >= 1.0) return true;
        const auto stream = stream_for(seed_, program_->failovers[+id].stream, Purpose::failover_works, trial_);
        return uniform(stream.block(n)[0]) < probability;
    }

    double alarm_time(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        return draw(group.false_alarm, group.stream, Purpose::false_alarm, groups_[+id].alarms++);
    }

    double hold_time(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        return draw(group.hold, group.stream, Purpose::failover_hold, groups_[+id].holds++);
    }

    double return_time(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        return draw(group.failback, group.stream, Purpose::failback, groups_[+id].returns++);
    }

    double step_down_time(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        return draw(group.step_down, group.stream, Purpose::step_down, groups_[+id].step_downs++);
    }

    double resync_time(CopyId id, SamplerId takes) {
        return draw(takes, program_->copies[+id].stream, Purpose::resync, resyncs_[+id]++);
    }

    /// Seconds by which a copy that is not in sync was behind when the primary failed: its lag, and the age of what it
    /// could not apply as fast as it was written.
    double lag(CopyId id) const {
        const Copy& copy = program_->copies[+id];
        const FailoverGroup& group = program_->failovers[+copy.failover];
        const Group& now = groups_[+copy.failover];
        const double behind = group.writes.fall_behind() ? group.writes.backlog_seconds(now.failed_at) : 0.0;
        return exists(copy.lag) ? draw(copy.lag, copy.stream, Purpose::lag, now.failures) + behind : behind;
    }

    /// Its lag is within this limit, or what was written in it, where the limit is one in bytes.
    bool is_within(CopyId id, double seconds) const {
        const FailoverGroup& group = program_->failovers[+program_->copies[+id].failover];
        const double behind = lag(id);
        if (!group.limits_bytes || !group.writes.varies()) return behind <= seconds;
        const double failed_at = groups_[+program_->copies[+id].failover].failed_at;
        return group.writes.bytes(failed_at - behind, failed_at) <= seconds * group.bytes_per_second;
    }

    /// How long the chosen copy, which has received everything, still applies what it could not so far.
    double replay_time(const DiscreteState& state, FailoverId id, double now) const {
        const FailoverGroup& group = program_->failovers[+id];
        if (!group.writes.fall_behind()) return 0.0;
        const CopyId chosen = first_with(*program_, state, id, CopyRole::chosen);
        if (!exists(chosen) || !is_in_sync(*program_, state, chosen)) return 0.0;
        const double needed = group.writes.backlog(groups_[+id].failed_at) / group.writes.replay();
        return std::max(0.0, needed - (now - groups_[+id].failed_at));
    }

    /// A primary has failed, or is taken for dead.
    void primary_failed(FailoverId id, double now) {
        ++groups_[+id].failures;
        groups_[+id].failed_at = groups_[+id].stopped_at = now;
    }

    /// A phase of the failover is over. A primary that was cut off has stopped taking writes when its lease has run
    /// out, which is when the others know that it has failed unless it is said, or else when it is fenced.
    void phase_ended(FailoverId id, FailoverPhase phase, double now) {
        const FailoverGroup& group = program_->failovers[+id];
        const bool stops = group.steps_down ? phase == FailoverPhase::detecting : phase == FailoverPhase::fencing;
        if (!stops) return;
        Group& times = groups_[+id];
        const bool is_said = group.steps_down && exists(group.apart);
        times.stopped_at =
            is_said ? times.failed_at + draw(group.apart, group.stream, Purpose::apart, times.failures) : now;
    }

    /// The copy follows no longer. What it holds dates from now, or from before the primary's failure while there is
    /// none.
    void fell_behind(const DiscreteState& state, CopyId id, double now) {
        const FailoverId failover = program_->copies[+id].failover;
        const bool is_written = has_primary_at_work(state.failovers[+failover].phase);
        behind_since_[+id] = is_written ? now : groups_[+failover].failed_at - lag(id);
    }

    /// What a copy that follows no longer holds dates from then.
    double behind_since(CopyId id) const { return behind_since_[+id]; }
    void set_behind_since(CopyId id, double seconds) { behind_since_[+id] = seconds; }

    /// What is lost when this copy is promoted: seconds of writes. Nothing by a hand-over. Precondition: it holds data.
    double loss(const DiscreteState& state, CopyId id, Promotion promotion) const {
        if (state.failovers[+program_->copies[+id].failover].phase == FailoverPhase::switching) return 0.0;
        if (promotion == Promotion::stale) {
            return groups_[+program_->copies[+id].failover].failed_at - behind_since_[+id];
        }
        return (is_in_sync(*program_, state, id) ? 0.0 : lag(id)) +
               written_apart(state, program_->copies[+id].failover);
    }

    /// Seconds of writes that the former primary took after it was cut off and before it was stopped. What a rival
    /// takes that nothing stops is counted when it ends.
    double written_apart(const DiscreteState& state, FailoverId id) const {
        const FailoverGroup& group = program_->failovers[+id];
        const CopyId primary = first_with(*program_, state, id, CopyRole::primary);
        if (!group.fences || group.only_in_sync || !exists(primary)) return 0.0;
        const bool is_cut_off = !is_reachable(*program_, state, primary) && absence_ages(group.mode);
        if (!is_cut_off || !takes_writes_apart(*program_, state, primary)) return 0.0;
        // Without its replicas its writes hang at first.
        const Group& times = groups_[+id];
        const bool hangs = group.acks > 0 && exists(group.stall);
        const double hung = hangs ? draw(group.stall, group.stream, Purpose::gives_up_replicas, times.failures) : 0.0;
        return std::max(0.0, times.stopped_at - times.failed_at - hung) * group.split_share;
    }

    /// The one with the least to lose; of equals the first.
    CopyId freshest(const DiscreteState& state, Promotion promotion, const std::vector<CopyId>& candidates) const {
        CopyId best = candidates.front();
        if (promotion == Promotion::empty) return best;
        double least = loss(state, best, promotion);
        for (std::size_t i = 1; i < candidates.size() && least > 0.0; ++i) {
            const double other = loss(state, candidates[i], promotion);
            if (other >= least) continue;
            least = other;
            best = candidates[i];
        }
        return best;
    }

private:
    struct Group {
        std::uint32_t stages = 0;
        std::uint32_t outcomes = 0;
        std::uint32_t alarms = 0;
        std::uint32_t holds = 0;
        std::uint32_t returns = 0;
        std::uint32_t step_downs = 0;
        std::uint32_t failures = 0;
        double failed_at = 0.0;   ///< When clients at large could last write.
        double stopped_at = 0.0;  ///< When nobody could any longer.
    };

    double draw(SamplerId sampler, std::uint64_t name, Purpose purpose, std::uint64_t n) const {
        sim::Draw bits(stream_for(seed_, name, purpose, trial_), n * 2);
        return program_->samplers[+sampler](bits);
    }

    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> resyncs_;
    std::vector<double> behind_since_;
};

}  // namespace nines::engine
