// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "sim/random/law.hpp"

/// At least one law of every form, with the corners that have code of their own.
namespace nines::sim {

inline Law capped(Law base, Duration cap) {
    return Law{Capped{std::make_shared<const Law>(std::move(base)), cap}};
}

inline Law measured(std::vector<double> sorted_seconds) {
    return Law{Empirical{std::make_shared<const std::vector<double>>(std::move(sorted_seconds)), "times.csv"}};
}

inline Bathtub bathtub() {
    return {.infant = {0.5, Duration::hours(1000)},
            .chance = {Duration::hours(300)},
            .wear_out = {4.0, Duration::hours(500)}};
}

/// Laws whose distribution function has no steps and that have no upper bound.
inline std::vector<Law> unbounded_laws() {
    return {
        Law{Exponential{Duration::hours(4)}},
        Law{Weibull{0.7, Duration::hours(2480)}},
        Law{Weibull{1.5, Duration::hours(1000)}},
        Law{Weibull{25.0, Duration::hours(1000)}},
        Law{Lognormal{7.5, 0.9}},
        Law{Gamma{0.5, Duration::hours(3)}},
        Law{Gamma{2.5, Duration::hours(3)}},
        Law{Gamma{400.0, Duration::minutes(3)}},
        Law{Erlang{1, Duration::hours(4)}},
        Law{Erlang{3, Duration::hours(4)}},
        Law{Erlang{20, Duration::hours(4)}},
        Law{Normal{Duration::hours(10), Duration::hours(8)}},
        Law{Normal{Duration::hours(100), Duration::hours(5)}},
        Law{Normal{Duration::hours(-3), Duration::hours(2)}},
        Law{Hyperexponential{{{0.3, Duration::minutes(1)}, {0.7, Duration::hours(2)}}}},
        Law{bathtub()},
        Law{Mixture{{{0.25, Law{Weibull{2.0, Duration::hours(3)}}}, {0.75, Law{Lognormal{8.0, 0.5}}}}}},
    };
}

/// Laws with an upper bound, without steps.
inline std::vector<Law> bounded_laws() {
    return {
        Law{Uniform{Duration::minutes(20), Duration::minutes(30)}},
        Law{Uniform{Duration(), Duration::minutes(1)}},
        Law{Triangular{Duration::hours(1), Duration::hours(3), Duration::hours(9)}},
        Law{Triangular{Duration::hours(1), Duration::hours(1), Duration::hours(9)}},
        Law{Triangular{Duration::hours(1), Duration::hours(9), Duration::hours(9)}},
    };
}

/// Laws with steps: some times have a probability of their own.
inline std::vector<Law> stepped_laws() {
    const Law slow = Law{Exponential{Duration::hours(1)}};
    return {
        Law{Constant{Duration::minutes(7)}},
        measured({60.0, 60.0, 90.0, 300.0, 7200.0}),
        Law{Mixture{{{0.9, Law{Constant{Duration::minutes(1)}}}, {0.1, slow}}}},
        capped(Law{Lognormal{7.5, 2.0}}, Duration::days(1)),
        capped(Law{Weibull{1.5, Duration::hours(1000)}}, Duration::hours(3000)),
        capped(Law{bathtub()}, Duration::hours(400)),
        capped(Law{Uniform{Duration::minutes(20), Duration::minutes(30)}}, Duration::minutes(25)),
        capped(Law{Triangular{Duration::hours(1), Duration::hours(3), Duration::hours(9)}}, Duration::hours(4)),
        capped(measured({60.0, 120.0, 900.0}), Duration::minutes(10)),
        capped(Law{Mixture{{{0.5, Law{Constant{Duration::minutes(5)}}}, {0.5, slow}}}}, Duration::hours(2)),
        capped(capped(slow, Duration::hours(3)), Duration::hours(2)),
        capped(Law{Hyperexponential{{{0.3, Duration::minutes(1)}, {0.7, Duration::hours(2)}}}}, Duration::hours(1)),
    };
}

inline std::vector<Law> every_law() {
    std::vector<Law> laws = unbounded_laws();
    for (const std::vector<Law>& more : {bounded_laws(), stepped_laws()}) {
        laws.insert(laws.end(), more.begin(), more.end());
    }
    return laws;
}

}  // namespace nines::sim
