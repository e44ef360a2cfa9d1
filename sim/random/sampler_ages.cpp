// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/random/forms/bisect.hpp"
#include "sim/random/forms/draws.hpp"
#include "sim/random/forms/gamma.hpp"
#include "sim/random/forms/lognormal.hpp"
#include "sim/random/forms/normal.hpp"
#include "sim/random/forms/weibull.hpp"
#include "sim/random/law_seconds.hpp"
#include "sim/random/sampler.hpp"
#include "sim/random/unit_gamma.hpp"
#include "sim/random/unit_normal.hpp"

/// Draws for things that are not new: the time still to go at a known age, and at a random one.
namespace nines::sim {

namespace {

/// Below this survival a double has no room left to divide by it.
constexpr double least_survival = 1e-280;

/// Inversion of the survival beyond `age`. Where that survival is out of a double's reach, by the hazard at that age,
/// which is as good as constant over the little time left.
template <class Form>
double remaining_by_inversion(const Form& form, Draw& draw, double age) {
    const double beyond = probability_beyond(form, age);
    if (beyond < least_survival) { return unit_exponential(draw) / hazard_at(form, age); }
    return std::max(0.0, upper_quantile(form, open_unit(draw) * beyond) - age);
}

/// (age^k + e scale^k)^(1 / k) - age, without the difference of two large numbers when e is small.
double remaining_of_weibull(const Weibull& form, Draw& draw, double age) {
    const double used = cumulative_hazard(form, age);
    const double more = unit_exponential(draw);
    if (more > used) { return time_of_hazard(form, used + more) - age; }
    return age * std::expm1(std::log1p(more / used) / form.shape);
}

double remaining_of_uniform(Draw& draw, double low, double high, double age) {
    if (age >= high) { return 0.0; }
    const double earliest = std::max(low, age);
    return earliest - age + (high - earliest) * open_unit(draw);
}

/// A length-biased time, density t f(t) / mean, of the uniform law: F(t) = (t^2 - low^2) / (high^2 - low^2).
double length_biased_uniform(Draw& draw, double low, double high) {
    return std::sqrt(low * low + (high * high - low * low) * open_unit(draw));
}

/// Length-biased by rejection: kept with probability time / high, at least a third of the draws.
double length_biased_triangular(Draw& draw, const Triangular& form) {
    for (;;) {
        const double time = triangular(draw, form);
        if (form.high.in_seconds() * open_unit(draw) <= time) { return time; }
    }
}

/// Inversion of E[min(T, t)] = u mean.
double equilibrium_of_normal(Draw& draw, const Normal& form) {
    const double target = open_unit(draw) * mean_seconds(form);
    constexpr double negligible_tail = 1e-20;
    return smallest_time(0.0, upper_quantile(form, negligible_tail),
                         [&](double t) { return limited_moment(form, 1, t) >= target; });
}

}  // namespace

// --- at a known age ---

double Sampler::other_remaining(Draw& draw, double age) const {
    if (age <= 0.0) { return other(draw); }
    switch (kind_) {
        case Kind::never: return first_;
        case Kind::constant: return std::max(0.0, first_ - age);
        case Kind::exponential: return first_ * unit_exponential(draw);
        case Kind::weibull: return remaining_of_weibull({first_, Duration::seconds(second_)}, draw, age);
        case Kind::lognormal: return remaining_by_inversion(Lognormal{first_, second_}, draw, age);
        case Kind::gamma: return remaining_by_inversion(Gamma{first_, Duration::seconds(second_)}, draw, age);
        case Kind::normal: return remaining_by_inversion(as_normal(), draw, age);
        case Kind::uniform: return remaining_of_uniform(draw, first_, second_, age);
        case Kind::triangular: return remaining_by_inversion(as_triangular(), draw, age);
        case Kind::mixture: return remaining_of_mixture(draw, age);
        case Kind::bathtub: return remaining_of_bathtub(draw, age);
        case Kind::empirical: return remaining_of_empirical(draw, age);
        case Kind::capped:
            return age >= first_ ? 0.0 : std::min(composite_->parts.front().remaining(draw, age), first_ - age);
    }
    return first_;
}

/// A part is the more likely the longer it would have lasted. Where all survivals underflow, the slowest part is left.
double Sampler::remaining_of_mixture(Draw& draw, double age) const {
    const auto weight_beyond = [&](std::size_t part) {
        return composite_->weights[part] * probability_beyond(composite_->laws[part], age);
    };
    double total = 0.0;
    for (std::size_t part = 0; part < composite_->parts.size(); ++part) { total += weight_beyond(part); }
    if (total < least_survival) { return composite_->parts[composite_->longest].remaining(draw, age); }
    double mark = open_unit(draw) * total;
    std::size_t chosen = 0;
    while (chosen + 1 < composite_->parts.size() && mark >= weight_beyond(chosen)) { mark -= weight_beyond(chosen++); }
    return composite_->parts[chosen].remaining(draw, age);
}

/// The three risks compete on independently, each at this age.
double Sampler::remaining_of_bathtub(Draw& draw, double age) const {
    double earliest = std::numeric_limits<double>::infinity();
    for (const Sampler& risk : composite_->parts) { earliest = std::min(earliest, risk.remaining(draw, age)); }
    return earliest;
}

/// One of the longer measured times.
double Sampler::remaining_of_empirical(Draw& draw, double age) const {
    const std::vector<double>& times = composite_->times;
    const auto longer = std::upper_bound(times.begin(), times.end(), age);
    if (longer == times.end()) { return 0.0; }
    const auto count = static_cast<std::size_t>(times.end() - longer);
    return times[times.size() - count + pick_evenly(draw, count)] - age;
}

// --- at a random age: a uniform share of a length-biased time ---

double Sampler::other_equilibrium(Draw& draw) const {
    switch (kind_) {
        case Kind::never: return first_;
        case Kind::constant: return first_ * open_unit(draw);
        case Kind::exponential: return first_ * unit_exponential(draw);
        case Kind::weibull: return open_unit(draw) * second_ * std::pow(unit_gamma(draw, 1.0 + third_), third_);
        case Kind::lognormal:
            return open_unit(draw) * std::exp(first_ + second_ * second_ + second_ * unit_normal(draw));
        case Kind::gamma: return open_unit(draw) * second_ * unit_gamma(draw, first_ + 1.0);
        case Kind::normal: return equilibrium_of_normal(draw, as_normal());
        case Kind::uniform: return open_unit(draw) * length_biased_uniform(draw, first_, second_);
        case Kind::triangular: return open_unit(draw) * length_biased_triangular(draw, as_triangular());
        case Kind::mixture:
            return composite_->parts[pick(draw, composite_->length_biased_cumulative)].equilibrium(draw);
        case Kind::bathtub: return equilibrium_of_bathtub(draw);
        case Kind::empirical:
            return open_unit(draw) * composite_->times[pick(draw, composite_->length_biased_cumulative)];
        case Kind::capped: return equilibrium_of_capped(draw);
    }
    return first_;
}

/// Rejection: the density is the product of the three survivals, so the risk with the least mean proposes by its own
/// equilibrium and the other two survivals decide. For infant shapes from 0.3 on more than 1 in 25 is kept.
double Sampler::equilibrium_of_bathtub(Draw& draw) const {
    const auto proposer = static_cast<std::size_t>(first_);
    for (;;) {
        const double time = composite_->parts[proposer].equilibrium(draw);
        double others_survive = 1.0;
        for (std::size_t risk = 0; risk < composite_->laws.size(); ++risk) {
            if (risk != proposer) { others_survive *= probability_beyond(composite_->laws[risk], time); }
        }
        if (open_unit(draw) < others_survive) { return time; }
    }
}

/// Rejection: the density is the base's survival below the cap. Proposed by the base's equilibrium or by a uniform,
/// whichever has the greater share kept, mean of the capped law / min(mean of the base, cap).
double Sampler::equilibrium_of_capped(Draw& draw) const {
    const bool base_proposes = second_ > 0.0;
    for (;;) {
        if (base_proposes) {
            const double time = composite_->parts.front().equilibrium(draw);
            if (time < first_) { return time; }
        } else {
            const double time = first_ * open_unit(draw);
            if (open_unit(draw) < probability_beyond(composite_->laws.front(), time)) { return time; }
        }
    }
}

}  // namespace nines::sim
