// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "sim/units/duration.hpp"

namespace nines::sim {

/// Memoryless time with the given mean. F(t) = 1 - exp(-t / mean).
struct Exponential {
    Duration mean;
};

/// Always the same time.
struct Constant {
    Duration value;
};

/// Hazard falls (shape < 1), stays (= 1) or rises (> 1) with age. F(t) = 1 - exp(-(t / scale)^shape).
/// Source: IEC 61649:2008.
struct Weibull {
    double shape = 1.0;  ///< Dimensionless, > 0.
    Duration scale;      ///< Characteristic life, by which 63.2 % have failed. A time, not a rate.
};

/// exp(N(log_median, log_sd^2)); the time is in seconds, so its median is exp(log_median) s.
struct Lognormal {
    double log_median = 0.0;  ///< ln of the median in seconds.
    double log_sd = 1.0;      ///< Standard deviation of ln(time), > 0.
};

/// Gamma with shape > 0 and scale; mean = shape * scale.
struct Gamma {
    double shape = 1.0;
    Duration scale;
};

/// Sum of `stages` exponentials with the same mean; `mean` is that of the whole sum.
struct Erlang {
    int stages = 1;
    Duration mean;
};

/// Normal truncated at 0: `mean` and `sd` are the parent's, before truncation.
struct Normal {
    Duration mean;
    Duration sd;
};

struct Uniform {
    Duration low;
    Duration high;
};

struct Triangular {
    Duration low;
    Duration mode;
    Duration high;
};

/// One branch of a hyperexponential: taken with probability `weight`, then exponential.
struct ExponentialBranch {
    double weight = 0.0;  ///< Probability; the weights of a law sum to 1.
    Duration mean;
};

struct Hyperexponential {
    std::vector<ExponentialBranch> branches;
};

/// Three competing risks: infant mortality (Weibull shape < 1), chance failures (exponential),
/// wear-out (Weibull shape > 1). The time is the earliest of the three; their hazards add.
struct Bathtub {
    Weibull infant;
    Exponential chance;
    Weibull wear_out;
};

/// Resamples measured times, each with the same probability (the empirical distribution function).
struct Empirical {
    std::shared_ptr<const std::vector<double>> sorted_seconds;  ///< Ascending, not empty.
    std::string source;                                         ///< File name as written in the scenario.
};

struct WeightedLaw;

/// A branch drawn by weight, then that branch's own law.
struct Mixture {
    std::vector<WeightedLaw> parts;
};

struct Law;

/// The base law's time, but never more than `cap`.
struct Capped {
    std::shared_ptr<const Law> base;
    Duration cap;
};

/// Never happens (for example: no repair).
struct Never {};

/// The distribution of a time. A closed set: add a form here, the compiler then finds what it lacks.
struct Law {
    std::variant<Exponential, Constant, Weibull, Lognormal, Gamma, Erlang, Normal, Uniform, Triangular,
                 Hyperexponential, Bathtub, Empirical, Mixture, Capped, Never>
        form;
};

struct WeightedLaw {
    double weight = 0.0;  ///< Probability; the weights of a mixture sum to 1.
    Law law;
};

// --- what can be asked of a law; all times in seconds, all errors of our own making stop the program ---

/// Expected time. `Duration::forever()` where it does not exist (Never).
Duration mean(const Law& law);
/// Standard deviation of the time.
Duration standard_deviation(const Law& law);
/// P(time <= t).
double cdf(const Law& law, Duration t);
/// P(time > t), exact in the far tail (never computed as 1 - cdf where digits would be lost).
double survival(const Law& law, Duration t);
/// Smallest t with P(time <= t) >= probability, 0 <= probability < 1.
Duration quantile(const Law& law, double probability);
/// Smallest t with P(time > t) <= tail, 0 < tail <= 1: the quantile from the far end, where 1 - tail rounds to 1.
Duration quantile_of_survival(const Law& law, double tail);
/// Density at t per second; 0 for the atoms of constant and empirical laws.
double density(const Law& law, Duration t);
/// density / survival, per second, also where both underflow; infinite once the event is sure. t must be finite.
double hazard(const Law& law, Duration t);
/// E[min(time, limit)], the integral of the survival from 0 to limit. Divided by the mean it is P(forward recurrence
/// time <= limit) of a renewal process seen at a random instant.
Duration mean_up_to(const Law& law, Duration limit);

/// The law as the scenario language writes it, with shortest round-trip numbers in a readable unit:
/// `weibull(shape 0.7, scale 2480 h)`. Reading it back gives the same law.
std::string to_text(const Law& law);

}  // namespace nines::sim
