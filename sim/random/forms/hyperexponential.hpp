// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <fmt/format.h>

#include "sim/random/forms/mixture.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

/// The hyperexponential is the mixture whose parts are exponential.
namespace nines::sim {

inline Mixture as_mixture(const Hyperexponential& form) {
    Mixture mixture;
    for (const ExponentialBranch& branch : form.branches) {
        mixture.parts.push_back({branch.weight, Law{Exponential{branch.mean}}});
    }
    return mixture;
}

inline double mean_seconds(const Hyperexponential& form) {
    return mean_seconds(as_mixture(form));
}

inline double variance(const Hyperexponential& form) {
    return variance(as_mixture(form));
}

inline double probability_by(const Hyperexponential& form, double t) {
    return probability_by(as_mixture(form), t);
}

inline double probability_beyond(const Hyperexponential& form, double t) {
    return probability_beyond(as_mixture(form), t);
}

inline double density_at(const Hyperexponential& form, double t) {
    return density_at(as_mixture(form), t);
}

inline double hazard_at(const Hyperexponential& form, double t) {
    return hazard_at(as_mixture(form), t);
}

inline double lower_quantile(const Hyperexponential& form, double p) {
    return lower_quantile(as_mixture(form), p);
}

inline double upper_quantile(const Hyperexponential& form, double tail) {
    return upper_quantile(as_mixture(form), tail);
}

inline double limited_moment(const Hyperexponential& form, int order, double limit) {
    return limited_moment(as_mixture(form), order, limit);
}

inline std::string text_of(const Hyperexponential& form) {
    std::string branches;
    for (const ExponentialBranch& branch : form.branches) {
        const char* const separator = branches.empty() ? "" : ", ";
        branches += fmt::format("{}{}: {}", separator, share_text(branch.weight), duration_text(branch.mean));
    }
    return fmt::format("hyperexp({})", branches);
}

}  // namespace nines::sim
