// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

#include "models/compile/ids.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::compile {

/// When a balancer knows of a target at all. A member of a group that scales is known while it is there.
enum class Registered : std::uint8_t {
    always,
    until_lost,  ///< Once its loss is noticed, another one takes its place.
    until_idle,  ///< It comes back to its place.
};

/// Healthy targets that are taken out by checks which fail the more often, the more loaded the target is:
///
///     e(u) = at_rest + (at_full - at_rest) min(u, 1),   u = what arrives / capacity
///     rate = (1 - e) e^f / (I (1 - e^f)),               f checks in a row, one every I
struct AlarmsByLoad {
    double at_rest = 0.0;
    double at_full = 0.0;
    double interval_seconds = 0.0;
    double in_a_row = 1.0;

    bool exist() const { return interval_seconds > 0.0; }
    double per_second(double utilisation) const;
};

/// One target of a balancer, as the balancer sees it: in rotation or not, whatever the truth is.
struct Endpoint {
    BalancerId balancer = none<BalancerId>;
    HostId host = none<HostId>;          ///< A member of a group; another balancer's or a service's own host.
    LineId works = none<LineId>;         ///< It would answer.
    BalancerId next = none<BalancerId>;  ///< The target is this balancer, or a service that is entered there.
    double weight = 1.0;
    double kept = 1.0;       ///< Share of its capacity that it still answers in overload; 1: the rest is shed.
    std::uint32_t tier = 0;  ///< With priority: the tiers before it come first.
    Registered registered = Registered::always;
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;       ///< Until it is noticed, or back in rotation, or wrongly taken out.
    sim::Leaf ramp_leaf = 0;  ///< Next step of its slow start; meaningful if the balancer has one.
};

/// Some of the users of a balancer who keep the answer that it gave them: they hear of a change of the rotation so much
/// later. Together the cohorts of a balancer stand for
///
///     share that still follows the old rotation at t = (1 - stale) max(0, 1 - t / TTL) + stale exp(-t / stale_time)
///
/// each being a stratum of equal probability with its mean as its delay, so that what is lost on average is exact.
struct Cohort {
    BalancerId balancer = none<BalancerId>;
    double share = 0.0;  ///< Of all users.
    double delay_seconds = 0.0;
    sim::Leaf leaf = 0;
};

/// Sends requests to its targets and notices by checks which of them work. Its own host's role is `serving` while some
/// request sent to it now would be answered.
struct Balancer {
    HostId host = none<HostId>;
    GateId serving = none<GateId>;    ///< The gate of which the host's role is an input.
    LineId available = none<LineId>;  ///< Its own machines; none: always there.
    Range endpoints;                  ///< Into Program::endpoints, by tier.

    SamplerId detect_crash = none<SamplerId>;   ///< From a failure that refuses to "out of rotation"; none: at once.
    SamplerId detect_silent = none<SamplerId>;  ///< ... that answers nothing.
    SamplerId back = none<SamplerId>;           ///< From working again to "in rotation".
    SamplerId false_alarm = none<SamplerId>;    ///< Time until a healthy target is taken out.
    AlarmsByLoad alarms_by_load = {};           ///< Instead of false_alarm.
    Range scalings;                             ///< Into Program::scalings_of_balancers: it moves their load.

    std::uint32_t elsewhere = 0;                              ///< Further tries of a request that go to another target.
    std::uint32_t here = 0;                                   ///< ... that go to the same target before.
    double budget = std::numeric_limits<double>::infinity();  ///< Further tries are at most so many per request.
    bool retries_timeouts = false;
    double panic = 0.0;              ///< With a smaller share in rotation, health is ignored.
    bool fails_open = false;         ///< With none in rotation likewise.
    double max_ejected = 1.0;        ///< Share of the targets that may be out of rotation, at least one.
    Range cohorts;                   ///< Into Program::cohorts; users beside them follow at once.
    double ramp_step_seconds = 0.0;  ///< A quarter of its slow start; 0: none.
    bool may_be_switched = false;    ///< Some plan makes it send elsewhere first.
    double spill = 0.0;  ///< Beyond this share of a tier's capacity requests go to the next tier; 0: none do.

    double connections = std::numeric_limits<double>::infinity();  ///< Requests that it handles at once.
    double seconds_to_answer = 0.0;   ///< Each is handled so long while its target answers ...
    double seconds_to_give_up = 0.0;  ///< ... and each try of a silent target takes so long.
};

}  // namespace nines::compile
