// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/units/duration.hpp"

/// What a chain does before it has settled: expected rewards at a time and up to a time.
///
/// With reward 1 in the down states and 0 elsewhere, the rate at t is the unavailability at t, and the accumulated
/// reward is the expected downtime in [0, t]. Ask for what is rare (down, not up): all terms are positive and none is
/// ever subtracted, so that small figures keep their digits.
namespace nines::sim {

enum class TransientMethod {
    uniformization,  ///< Jensen 1953: one walk through the jumps of a Poisson process; cost grows with rate x time.
    doubling,        ///< exp(Q h) squared again and again; cost grows with states^3 x log(rate x time).
};

std::string_view method_text(TransientMethod method);

struct TransientOptions {
    /// None: the cheaper one for this chain and these times.
    std::optional<TransientMethod> method;

    /// A distribution that the chain keeps (what `steady_state` gives for the same start), one entry a state; may be
    /// empty. With it uniformization ends as soon as every later figure is known to `steady_tolerance`.
    ///
    /// That is safe, not a guess from small changes: once the present distribution is (1 +- tolerance) x steady in
    /// all but a stray mass s of probability, it stays so for ever, since both are moved on by the same probabilities.
    /// The bound enters the errors of the result.
    std::span<const double> steady;

    /// Relative accuracy of `steady` in every state.
    double steady_error = 1e-10;

    /// Relative accuracy at which the present is taken as steady; never finer than 2 x `steady_error`.
    double steady_tolerance = 1e-10;

    /// Most elementary steps (a transition followed, a multiplication) before giving up; some 3e8 to 1e9 are a second.
    double most_work = 3e11;

    /// Asked now and then, at least every few seconds; `false` stops, which returns a failure. Empty: no limit.
    std::function<bool()> go_on;
};

/// One reward at one time. The errors are absolute: the bound of what was left out (truncation, early steady state),
/// plus a generous allowance for rounding, of which usually far less comes true.
struct ExpectedReward {
    double rate = 0.0;         ///< Expected reward per second at t.
    double accumulated = 0.0;  ///< Expected integral of the reward over [0, t], in reward x seconds.
    double rate_error = 0.0;
    double accumulated_error = 0.0;
};

struct Transient {
    std::vector<std::vector<ExpectedReward>> figures;  ///< [reward][time]
    TransientMethod method = TransientMethod::uniformization;
    std::uint64_t steps = 0;            ///< Jumps followed, or squarings.
    std::optional<Duration> steady_at;  ///< From when on the steady state was used; none if it was not.
};

/// Expected rewards of the chain at each time.
///
///     rate(t) = sum over i of pi_i(t) r_i,    accumulated(t) = integral of rate over [0, t],    pi(t) = pi(0) exp(Q t)
///
/// `times` ascend, from 0 up, finite. Each of `rewards` has one finite number >= 0 a state (per second). Beyond the
/// chain uniformization keeps three vectors of doubles, doubling (up to 1000 states) two square matrices.
/// Failures are returned: bad input; more than `most_work` (the message says how many steps are needed, and what to
/// do); stopped by `go_on`.
/// Sources: W. J. Stewart, Introduction to the Numerical Solution of Markov Chains, 1994, ch. 8; K. S. Trivedi and
/// A. Bobbio, Reliability and Availability Engineering, 2017, ch. 10.
Solved<Transient> expected_rewards(const Chain& chain, std::span<const StartState> start,
                                   std::span<const Duration> times, std::span<const std::span<const double>> rewards,
                                   const TransientOptions& options = {});

/// The reward that is 1 in these states and 0 elsewhere.
std::vector<double> indicator(const StateSet& states);

}  // namespace nines::sim
