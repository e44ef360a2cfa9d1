// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include <boost/random/exponential_distribution.hpp>

#include "sim/random/law.hpp"
#include "sim/random/stream.hpp"

namespace nines::sim {

/// Exponential with mean 1, by Boost's ziggurat.
inline double unit_exponential(Draw& draw) {
    return boost::random::exponential_distribution<double>()(draw);
}

/// A law made ready for drawing: parameters resolved once, a flat switch per draw, no virtual call, no allocation.
/// Times are in seconds; infinity means never. All bits come from the draw that is given, however many are needed.
///
/// A default sampler never fires.
class Sampler {
public:
    Sampler() = default;
    explicit Sampler(const Law& law);

    /// One time.
    [[gnu::always_inline]] double operator()(Draw& draw) const {
        if (kind_ == Kind::exponential) { return first_ * unit_exponential(draw); }
        return other(draw);
    }

    /// Time still to go, given that `age_seconds` have passed without an event (as bad as old: minimal repair).
    /// In distribution F^-1(F(age) + u * (1 - F(age))) - age, computed from the survival so that old age keeps its
    /// digits. 0 where the law leaves no time after that age.
    double remaining(Draw& draw, double age_seconds) const {
        if (kind_ == Kind::exponential) { return first_ * unit_exponential(draw); }
        return other_remaining(draw, age_seconds);
    }

    /// Time still to go as seen at a random instant of a long-running process, whose renewal times follow
    /// this law: density survival(t) / mean. (Equilibrium or forward recurrence time.)
    ///
    /// Exact for every law: a uniform share of a length-biased time where that is a known law, else by rejection
    /// (bathtub, capped, triangular) or by inversion (normal). Source: Cox, Renewal Theory (1962), section 5.2.
    double equilibrium(Draw& draw) const {
        if (kind_ == Kind::exponential) { return first_ * unit_exponential(draw); }
        return other_equilibrium(draw);
    }

    bool is_exponential() const { return kind_ == Kind::exponential; }
    bool is_constant() const { return kind_ == Kind::constant; }
    /// True if it can only give infinity.
    bool never() const { return kind_ == Kind::never; }
    /// Mean of an exponential sampler, value of a constant one. Precondition: it is one of these.
    double mean_seconds() const { return first_; }

private:
    /// How to draw; the comments name first_, second_ and third_.
    enum class Kind : std::uint8_t {
        never,
        constant,     // value
        exponential,  // mean
        weibull,      // shape, scale, 1 / shape
        lognormal,    // log median, log sd
        gamma,        // shape, scale
        normal,       // mean, sd of the parent
        uniform,      // low, high
        triangular,   // low, mode, high
        mixture,      // parts by weight
        bathtub,      // parts are three competing risks; first_ is the index of the one with the least mean
        empirical,    // times
        capped        // one part, the base; cap, and 1 if the base proposes equilibrium times, 0 if a uniform does
    };

    /// What a composite law owns. Shared by copies of the sampler, never changed after construction.
    struct Composite {
        std::vector<Sampler> parts;
        std::vector<Law> laws;                         ///< Of the parts.
        std::vector<double> weights;                   ///< Of the parts.
        std::vector<double> cumulative;                ///< Of the weights.
        std::vector<double> times;                     ///< Empirical: ascending.
        std::vector<double> length_biased_cumulative;  ///< Of weight * mean, or of the times; the last is the sum.
        std::size_t longest = 0;                       ///< Part with the greatest mean.
    };

    struct Prepare;

    double other(Draw& draw) const;
    double other_remaining(Draw& draw, double age) const;
    double other_equilibrium(Draw& draw) const;
    double earliest_of_parts(Draw& draw) const;
    double remaining_of_mixture(Draw& draw, double age) const;
    double remaining_of_bathtub(Draw& draw, double age) const;
    double remaining_of_empirical(Draw& draw, double age) const;
    double equilibrium_of_bathtub(Draw& draw) const;
    double equilibrium_of_capped(Draw& draw) const;
    Normal as_normal() const;
    Triangular as_triangular() const;

    Kind kind_ = Kind::never;
    double first_ = std::numeric_limits<double>::infinity();
    double second_ = 0.0;
    double third_ = 0.0;
    std::shared_ptr<const Composite> composite_;
};

}  // namespace nines::sim
