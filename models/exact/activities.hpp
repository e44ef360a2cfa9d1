// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/exact/activity.hpp"
#include "models/exact/scope.hpp"

namespace nines::exact {

/// A law that the chain only follows approximately.
struct Approximation {
    std::string law;  ///< As the scenario writes it.
    std::size_t phases = 0;
    std::string method;
    double mean_error = 0.0;  ///< Relative; see sim::PhaseFit.
    double cv_error = 0.0;
    double p95_error = 0.0;

    bool operator==(const Approximation&) const = default;
};

/// Every time that a program can ask for, as phases.
class Activities {
public:
    /// Fits the laws that the units, crews, pools, shocks and standby groups of `program` use.
    Activities(const Program& program, int most_phases);

    /// Why some law that is used within a part cannot be made of phases, one sentence each; empty if all can.
    std::vector<std::string> failures_in(const Program& program, const Scope& scope) const;
    /// The laws within these parts that are only approximated, each once.
    std::vector<Approximation> approximations_in(const Program& program, const std::vector<Scope>& scopes) const;

    /// Precondition: the sampler exists.
    const Activity& of(SamplerId sampler) const { return by_sampler_[+sampler]; }
    /// Answer and travel of a crew; null if it has neither.
    const Activity* response(CrewId crew) const { return responses_[+crew] ? &*responses_[+crew] : nullptr; }
    /// How long a strike is on its way to a target; null if it arrives at once.
    const Activity* strike_delay(ShockId shock) const { return delays_[+shock] ? &*delays_[+shock] : nullptr; }

private:
    /// How a law was made of phases; no `failure` and no `approximation`: exactly.
    struct Fit {
        sim::PhaseType time;
        std::string failure;
        std::optional<Approximation> approximation;
    };
    static Fit fit(const sim::Law& law, int most_phases);
    std::vector<const Fit*> fits_in(const Program& program, const Scope& scope) const;

    std::vector<Activity> by_sampler_;
    std::vector<std::optional<Activity>> responses_, delays_;
    std::vector<Fit> fits_;                       ///< By sampler.
    std::vector<std::optional<Fit>> delay_fits_;  ///< By shock.
};

}  // namespace nines::exact
