// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/random/law.hpp"
#include "sim/units/duration.hpp"

/// Times made of exponential phases in a row, by which a Markov chain can stand for times of any law.
namespace nines::sim {

/// A Coxian time: 0 with some probability, else it starts in phase 1. Phase i lasts an exponential time; then phase
/// i + 1 follows with probability go_on[i], or the time is over.
struct PhaseType {
    double zero_probability = 0.0;   ///< That the time is 0; 1 without phases.
    std::vector<double> per_second;  ///< Rate at which each phase ends, > 0.
    std::vector<double> go_on;       ///< Of each phase; 0 for the last.

    std::size_t phase_count() const { return per_second.size(); }
};

/// Moments about 0 in seconds, seconds^2, seconds^3.
struct Moments3 {
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;

    /// Standard deviation over mean; off by some 1e-16 / cv. 0 for a mean of 0.
    double cv() const;
};

/// Moments of a time made of phases.
Moments3 moments_of(const PhaseType& time);

/// Moments of a law; infinite where they do not exist or overflow.
/// The third is by formula or, for truncated normal, capped and bathtub laws, by quadrature (relative error < 1e-9).
Moments3 moments_of(const Law& law);

/// P(time > t); 0 for t = forever.
double survival(const PhaseType& time, Duration t);
/// Smallest t with P(time <= t) >= probability, 0 <= probability < 1.
Duration quantile(const PhaseType& time, double probability);

/// The phases as a chain: state i is phase i, the last state (number phase_count()) is "over" and absorbing.
Chain chain_of(const PhaseType& time);

struct FitOptions {
    int most_phases = 32;      ///< At least 2. More follow a law with little spread better, and make chains larger.
    bool third_moment = true;  ///< Match it where the phases allow; else mean and cv alone, with the fewest phases.

    /// When the 95th percentile comes out farther off than this (relative), it is matched in place of the third
    /// moment, where that is possible. Laws with long tails need it: their third moment speaks of what hardly ever
    /// happens, and leaves too little to say about the rest. Without effect if `third_moment` is not asked.
    double p95_tolerance = 0.05;
};

/// A law as phases, and what that costs.
struct PhaseFit {
    PhaseType time;
    bool exact = false;    ///< The very same distribution; else an approximation.
    int moments_kept = 3;  ///< Of mean, cv and third moment, in this order, how many are those of the law.
    std::string method;    ///< In a few words.

    /// (of the phases - of the law) / of the law; 0 where exact. Where the law's own figure is 0, the difference:
    /// of the cv as it is, of the 95th percentile in means.
    double mean_error = 0.0;
    double cv_error = 0.0;
    double p95_error = 0.0;
};

/// Why a law cannot be made of phases.
struct FitFailure {
    std::string message;
};

/// Phases for a law.
///
/// Exact: exponential, Erlang and gamma with whole shape up to `most_phases`, Weibull with shape 1, hyperexponential,
/// constant 0, and mixtures of exponentials, hyperexponentials and constant 0. (A hyperexponential of n branches is a
/// Coxian of n phases, fastest first.)
/// Else the mass at 0 is kept, and the rest gets the fewest phases that keep three moments (or two and the 95th
/// percentile), or, where `most_phases` does not allow it, two. A law with a cv below 1 / sqrt(most_phases), such as a
/// constant, becomes an Erlang of `most_phases`: the mean is kept. Fails for laws without a finite mean and cv.
/// Sources: Bobbio, Horvath and Telek, Matching three moments with minimal acyclic phase type distributions, Stochastic
/// Models 21 (2005); Cumani, On the canonical representation of homogeneous Markov processes modelling failure-time
/// distributions, Microelectronics and Reliability 22 (1982).
std::variant<PhaseFit, FitFailure> fit_phase_type(const Law& law, const FitOptions& options = {});

}  // namespace nines::sim
