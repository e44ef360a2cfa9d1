// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/sampler.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/forms/draws.hpp"
#include "sim/random/unit_gamma.hpp"
#include "sim/random/unit_normal.hpp"

namespace nines::sim {

double Sampler::other(Draw& draw) const {
    switch (kind_) {
        case Kind::never: return first_;
        case Kind::constant: return first_;
        case Kind::exponential: return first_ * unit_exponential(draw);
        case Kind::weibull: return second_ * std::pow(unit_exponential(draw), third_);
        case Kind::lognormal: return std::exp(first_ + second_ * unit_normal(draw));
        case Kind::gamma: return second_ * unit_gamma(draw, first_);
        case Kind::normal: return truncated_normal(draw, first_, second_);
        case Kind::uniform: return first_ + (second_ - first_) * open_unit(draw);
        case Kind::triangular: return triangular(draw, as_triangular());
        case Kind::mixture: return composite_->parts[pick(draw, composite_->cumulative)](draw);
        case Kind::bathtub: return earliest_of_parts(draw);
        case Kind::empirical: return composite_->times[pick_evenly(draw, composite_->times.size())];
        case Kind::capped: return std::min(composite_->parts.front()(draw), first_);
    }
    return first_;
}

double Sampler::earliest_of_parts(Draw& draw) const {
    double earliest = std::numeric_limits<double>::infinity();
    for (const Sampler& risk : composite_->parts) { earliest = std::min(earliest, risk(draw)); }
    return earliest;
}

Normal Sampler::as_normal() const {
    return {.mean = Duration::seconds(first_), .sd = Duration::seconds(second_)};
}

Triangular Sampler::as_triangular() const {
    return {.low = Duration::seconds(first_), .mode = Duration::seconds(second_), .high = Duration::seconds(third_)};
}

}  // namespace nines::sim
