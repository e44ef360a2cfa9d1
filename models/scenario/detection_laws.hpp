// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/scenario/scenario.hpp"
#include "sim/random/law.hpp"

/// How long a check takes to notice, in closed form: no probe is ever an event, whatever its interval.
///
/// A failure falls at a uniform moment phi between two checks. With the interval I, the interval If while the state is
/// in transition (`fastinter`), the timeout T of one check, and `fall` f checks:
///
///     kind        crash                silent                     back in service
///     probe       phi I + (f-1) If     phi I + f T + (f-1) If     phi I_down + (r-1) If
///     fixed-rate  phi I + (f-1) I      phi I + (f-1) I + T        phi I_down + (r-1) I
///     lease       U(L - H, L)          the same                   at once
///     passive     Erlang(f, f/traffic) that + f T                 phi I_down
///
/// A crash refuses connections, so that a check fails at once; a silent failure answers nothing, so that each check
/// runs into its timeout. A lease of length L (`timeout`) is renewed by heartbeats every H (`inter`). `passive`
/// watches real requests; what it ejected is tried again after I_down.
///
/// Defaults are those of HAProxy: inter 2 s, fall 3, rise 2; timeout, fastinter and downinter are as long as inter.
///
/// `jitter` j makes each interval uniform in (1 - j) to (1 + j) of its length. A failure falls into long intervals more
/// often, so that phi I becomes their forward recurrence time: exact where f (or r) is 1. The sum with further
/// intervals has no law of its own here and is a uniform with the same mean and standard deviation.
namespace nines::scenario {

/// Time from a failure to its detection.
struct DetectionLaws {
    sim::Law crash;   ///< The check is refused at once.
    sim::Law silent;  ///< The check only times out: a hang, a lost machine, a cut link.
};

/// `takes` and `takes_silent`, where written, win over what the check's kind would give; without `takes_silent`,
/// `takes` is for every failure. Precondition: the detection was validated (a passive check has `traffic`, a lease
/// `timeout`).
DetectionLaws detection_laws(const Detection& detection);

/// Time from being healthy again to being back in service. 0 where only `takes` says how a failure is noticed.
sim::Law return_law(const Detection& detection);

/// Checks that follow each other, so many of which must fail in a row. Of a lease: the heartbeats within its length, of
/// a passive check: the requests. Precondition as for `detection_laws`.
struct CheckSeries {
    Duration interval;
    double in_a_row = 1.0;
};
CheckSeries checks_of(const Detection& detection);

/// Mean time until a healthy target is taken for dead, if checks of it fail independently with probability
/// e = `false_positive`: I (1 - e^f) / ((1 - e) e^f), the mean waiting time for f failures in a row. Of a lease f is
/// the number of heartbeats in its length, of a passive check I is 1 / traffic. Nothing if e is absent or 0.
std::optional<Duration> mean_time_between_false_positives(const Detection& detection);

}  // namespace nines::scenario
