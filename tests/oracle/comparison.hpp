// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "models/exact/solution.hpp"
#include "models/observe/simulate.hpp"
#include "sim/units/duration.hpp"

/// Simulation against exact solution over many random scenarios.
namespace nines::oracle {

/// Sum of z^2 over figures of different scenarios, which are independent of each other.
struct ChiSquare {
    double sum = 0.0;
    int terms = 0;

    void add(double z);
    /// As a standard normal deviate. Source: Wilson and Hilferty, The distribution of chi-square (1931).
    double deviate() const;
};

/// How each scenario is run, and what is compared.
struct ComparisonPlan {
    std::uint64_t trials = 0;
    Duration warm_up = {};      ///< Above 0: the long run.
    bool has_requests = false;  ///< Also the share of requests that go unanswered.
};

/// How far simulation lies from the exact figures in many random scenarios: each figure within `bound`, and the sum of
/// the squares of those of each scenario's first service.
class Comparison {
public:
    explicit Comparison(const ComparisonPlan& plan) : plan_(plan) {}

    /// Opens, solves, simulates with this seed, and checks every service. False: the chain is larger than the test has
    /// time for, or the scenario has an overload that may outlive its cause, which no chain of its states follows.
    bool compare(const std::string& text, std::uint64_t seed);

    const ChiSquare& unavailability() const { return unavailability_; }
    const ChiSquare& outages() const { return outages_; }
    const ChiSquare& requests() const { return requests_; }
    /// Services with too few outages for a mean that is normal: their downtime was not compared.
    int too_few() const { return too_few_; }

private:
    bool is_long_run() const { return plan_.warm_up > Duration(); }
    void compare_requests(const exact::SubjectSolution& exact, const observe::ServiceTally& tally, bool is_first);
    void compare_downtime(const exact::SubjectSolution& exact, const observe::ServiceTally& tally, double horizon,
                          bool is_first);

    ComparisonPlan plan_;
    ChiSquare unavailability_, outages_, requests_;
    int too_few_ = 0;
};

}  // namespace nines::oracle
