// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

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
    std::uint32_t tier = 0;  ///< With priority: the tiers before it come first.
    Registered registered = Registered::always;
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;  ///< Until it is noticed, or back in rotation, or wrongly taken out.
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

    std::uint32_t elsewhere = 0;  ///< Further tries of a request that go to another target.
    bool retries_timeouts = false;
    double panic = 0.0;        ///< With a smaller share in rotation, health is ignored.
    bool fails_open = false;   ///< With none in rotation likewise.
    double kept = 1.0;         ///< Share of its capacity that a target in overload still answers; 1: the rest is shed.
    double max_ejected = 1.0;  ///< Share of the targets that may be out of rotation, at least one.
};

}  // namespace nines::compile
