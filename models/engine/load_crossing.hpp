// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compile/demand.hpp"

/// When a load rises above a level or falls below it.
namespace nines::engine {

/// The sum of some demands, each as far as it arrives.
class ArrivingLoad {
public:
    struct Part {
        const compile::Demand* demand;
        double share;
        double lowest;   ///< The demand is never below.
        double highest;  ///< ... nor above.
    };

    void clear() { parts_.clear(); }
    void add(const Part& part) {
        if (part.share > 0.0) parts_.push_back(part);
    }

    double rate(double seconds) const;
    double lowest() const;
    double highest() const;

    /// The first time within [from, to) at which it is above the level, or is not; infinite: never. In closed form if
    /// one demand moves; the sum of several is looked at every 5 min, and between two of these by bisection.
    double first_above(double level, double from, double to) const;
    double first_not_above(double level, double from, double to) const;

private:
    double by_steps(double level, bool above, double from, double to) const;
    /// The part that moves, if it is the only one; null: several do.
    const Part* only_one() const;

    std::vector<Part> parts_;
};

/// The lowest rate of a demand until then, to 1 part in 10^12.
double lowest_rate(const compile::Demand& demand, double until);

}  // namespace nines::engine
