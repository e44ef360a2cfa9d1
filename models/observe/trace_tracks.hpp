// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/discrete_state.hpp"
#include "models/observe/track.hpp"

namespace nines::observe {

using namespace nines::compile;

/// How everything stood through the measured span of one trial, from its beginning on: who was in service, who was
/// primary, what each target was sent. Events alone do not tell that.
struct TraceTracks {
    std::vector<Track<engine::Phase>> units;    ///< By unit.
    std::vector<Track<engine::Role>> roles;     ///< By host: standby members and failover groups; others are empty.
    std::vector<Track<CopyRole>> copies;        ///< By copy.
    std::vector<Track<FailoverPhase>> phases;   ///< By failover group.
    std::vector<Track<double>> sent;            ///< By endpoint: share of its balancer's requests that go there first.
    std::vector<Track<bool>> in_rotation;       ///< By endpoint, as its balancer sees it.
    std::vector<Track<bool>> works;             ///< By endpoint: it would answer, or pass on.
    std::vector<Track<double>> answered;        ///< By balancer: share of its requests; capacity is not looked at.
    std::vector<Track<std::uint32_t>> crews;    ///< By crew: members at work.
    std::vector<Track<bool>> lines;             ///< By subject that has a line: it is up.
    std::vector<Track<std::uint8_t>> warm_ups;  ///< By warm-up: step from 1; see engine/ramp.hpp.
};

/// Share of a balancer's requests whose first try goes to each of its endpoints, whether that would answer or not, as
/// all the pictures have it that its users have of the rotation. Where tiers spill over: while nothing does. All 0
/// while the balancer itself is away. The endpoints' shares are put at their place in `sent`.
void find_sent(const Program& program, const engine::DiscreteState& state, BalancerId id, std::vector<double>& sent);

/// Writes the tracks down as a trial goes on.
class TrackRecorder {
public:
    TrackRecorder(const Program& program, TraceTracks& tracks);

    /// The measured span begins now, in this state.
    void begin(const engine::DiscreteState& state);
    /// Writes down nothing more until the measured span begins.
    void stop() { is_stopped_ = true; }
    /// An event is over: looks at what may have changed, `down_units` being all that do not work.
    void look(const engine::DiscreteState& state, const std::vector<UnitId>& down_units, double at);
    void restored(UnitId unit, double at);
    void crew_busy(CrewId crew, int change, double at);
    void line(SubjectId subject, bool up, double at);
    /// What some balancer answers may have changed.
    void balancers(const engine::DiscreteState& state, double at);

private:
    const Program* program_;
    TraceTracks* tracks_;
    std::vector<std::uint32_t> hosts_with_role_;
    std::vector<std::uint32_t> busy_;  ///< By crew.
    std::vector<double> sent_;
    bool is_stopped_ = false;
};

}  // namespace nines::observe
