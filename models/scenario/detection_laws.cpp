// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/detection_laws.hpp"

#include <algorithm>
#include <cmath>

namespace nines::scenario {
namespace {

using sim::Law;

Duration inter_of(const Detection& detection) {
    return detection.inter.value_or(Duration::seconds(2.0));
}

Duration timeout_of(const Detection& detection) {
    return detection.timeout.value_or(inter_of(detection));
}

CheckKind kind_of(const Detection& detection) {
    return detection.kind.value_or(CheckKind::probe);
}

double fall_of(const Detection& detection) {
    return static_cast<double>(detection.fall.value_or(3));
}

/// Between checks of a target whose state is in transition.
Duration interval_in_transition(const Detection& detection) {
    const Duration inter = inter_of(detection);
    return kind_of(detection) == CheckKind::probe ? detection.fastinter.value_or(inter) : inter;
}

Law constant(Duration value) {
    return {sim::Constant{value}};
}

Law uniform(Duration low, Duration high) {
    return low < high ? Law{sim::Uniform{low, high}} : constant(low);
}

/// Same mean and standard deviation. Where it would begin before 0 it begins there and keeps the mean.
Law uniform_around(Duration mean, double variance) {
    const Duration half = std::min(mean, Duration::seconds(std::sqrt(3.0 * variance)));
    return uniform(mean - half, mean + half);
}

/// Moments of the forward recurrence time of intervals that are uniform in I (1 - j) to I (1 + j):
/// E = E[X^2] / (2 E[X]), E[R^2] = E[X^3] / (3 E[X]).
struct Phase {
    Duration mean;
    double variance = 0.0;  ///< In seconds squared.
};

Phase phase_within(Duration interval, double jitter) {
    const double length = interval.in_seconds();
    const double mean = length * (1.0 + jitter * jitter / 3.0) / 2.0;
    const double second = length * length * (1.0 + jitter * jitter) / 3.0;
    return {Duration::seconds(mean), second - mean * mean};
}

/// The forward recurrence time itself, later by `after`. Its density, survival / mean, is flat up to I (1 - j) and
/// falls in a straight line to 0 at I (1 + j): these two parts hold 1 - j and j of the probability.
Law phase_law(Duration interval, double jitter, Duration after) {
    if (jitter == 0.0 || interval == Duration()) return uniform(after, after + interval);
    const Duration corner = after + interval * (1.0 - jitter);
    const Law falling{sim::Triangular{corner, corner, after + interval * (1.0 + jitter)}};
    if (jitter == 1.0) return falling;
    return {sim::Mixture{{{1.0 - jitter, uniform(after, corner)}, {jitter, falling}}}};
}

/// phi `first` + `more` intervals of length `next` + `fixed`.
Law checks_in_a_row(Duration first, double more, Duration next, Duration fixed, double jitter) {
    const Duration after = next * more + fixed;
    const double spread = next.in_seconds() * jitter;
    const double variance_of_more = more * spread * spread / 3.0;
    if (variance_of_more == 0.0) return phase_law(first, jitter, after);
    const Phase phase = phase_within(first, jitter);
    return uniform_around(phase.mean + after, phase.variance + variance_of_more);
}

/// The lease runs out one length after the last heartbeat, whose age is like phi of the period.
Law lease_law(const Detection& detection, double jitter) {
    const Duration length = timeout_of(detection);
    const Duration period = std::min(inter_of(detection), length);
    if (jitter == 0.0) return uniform(length - period, length);
    const Phase age = phase_within(period, jitter);
    return uniform_around(std::max(Duration(), length - age.mean), age.variance);
}

/// Time of the f-th request, plus what waiting for `timeouts` costs. The sum of an Erlang and a constant has no law of
/// its own: a gamma with the same mean and standard deviation stands for it.
Law passive_law(const Detection& detection, Duration timeouts) {
    const int count = static_cast<int>(detection.fall.value_or(3));
    const double rate = detection.traffic ? detection.traffic->per_second : 0.0;
    if (rate <= 0.0) return {sim::Never{}};
    const Duration requests = Duration::seconds(count / rate);
    if (timeouts == Duration()) return {sim::Erlang{count, requests}};
    const Duration mean = requests + timeouts;
    const double ratio = mean.in_seconds() / requests.in_seconds();
    const double shape = count * ratio * ratio;
    return {sim::Gamma{shape, mean / shape}};
}

DetectionLaws laws_of_check(const Detection& detection) {
    const Duration inter = inter_of(detection);
    const Duration timeout = timeout_of(detection);
    const Duration next = interval_in_transition(detection);
    const double fall = fall_of(detection);
    const double jitter = detection.jitter.value_or(0.0);
    switch (kind_of(detection)) {
        case CheckKind::probe:
            return {checks_in_a_row(inter, fall - 1.0, next, Duration(), jitter),
                    checks_in_a_row(inter, fall - 1.0, next, timeout * fall, jitter)};
        case CheckKind::fixed_rate:
            return {checks_in_a_row(inter, fall - 1.0, next, Duration(), jitter),
                    checks_in_a_row(inter, fall - 1.0, next, timeout, jitter)};
        case CheckKind::lease: return {lease_law(detection, jitter), lease_law(detection, jitter)};
        case CheckKind::passive: return {passive_law(detection, Duration()), passive_law(detection, timeout * fall)};
    }
    return {};
}

bool says_how_it_checks(const Detection& detection) {
    return detection.kind || detection.inter || detection.downinter || detection.rise;
}

}  // namespace

DetectionLaws detection_laws(const Detection& detection) {
    DetectionLaws laws = detection.takes ? DetectionLaws{*detection.takes, *detection.takes} : laws_of_check(detection);
    if (detection.takes_silent) laws.silent = *detection.takes_silent;
    return laws;
}

Law return_law(const Detection& detection) {
    if (detection.takes && !says_how_it_checks(detection)) return constant(Duration());
    const Duration down = detection.downinter.value_or(inter_of(detection));
    const double jitter = detection.jitter.value_or(0.0);
    const auto rise = static_cast<double>(detection.rise.value_or(2));
    switch (kind_of(detection)) {
        case CheckKind::probe:
        case CheckKind::fixed_rate:
            return checks_in_a_row(down, rise - 1.0, interval_in_transition(detection), Duration(), jitter);
        case CheckKind::lease: return constant(Duration());
        case CheckKind::passive: return phase_law(down, jitter, Duration());
    }
    return constant(Duration());
}

CheckSeries checks_of(const Detection& detection) {
    CheckSeries series{inter_of(detection), fall_of(detection)};
    switch (kind_of(detection)) {
        case CheckKind::probe:
        case CheckKind::fixed_rate: break;
        case CheckKind::lease:
            // A quotient such as 0.3 s / 0.1 s may come out just below the whole number that is meant.
            series.in_a_row = std::max(1.0, std::floor(timeout_of(detection) / series.interval * (1.0 + 1e-12)));
            break;
        case CheckKind::passive:
            if (detection.traffic) series.interval = Duration::seconds(1.0 / detection.traffic->per_second);
            break;
    }
    return series;
}

std::optional<Duration> mean_time_between_false_positives(const Detection& detection) {
    const double failing = detection.false_positive.value_or(0.0);
    if (failing <= 0.0) return std::nullopt;
    if (kind_of(detection) == CheckKind::passive && !detection.traffic) return std::nullopt;
    const auto [interval, in_a_row] = checks_of(detection);
    // 1 - e^f without the loss of digits near e = 1, where the quotient tends to f.
    const double tries = failing < 1.0 ? -std::expm1(in_a_row * std::log(failing)) / (1.0 - failing) : in_a_row;
    return interval * (tries / std::pow(failing, in_a_row));
}

}  // namespace nines::scenario
