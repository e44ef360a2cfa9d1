// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "sim/markov/phase_type.hpp"

namespace nines::sim {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

double cube(double x) {
    return x * x * x;
}

double third_moment(const Law& law, double limit);

/// Integral of 3 t^2 P(T > t) from 0 to the limit, piece by piece between quantiles.
double by_quadrature(const Law& law, double limit) {
    const auto integrand = [&](double t) { return 3.0 * t * t * survival(law, Duration::seconds(t)); };
    double sum = 0.0;
    double low = 0.0;
    for (const double tail : {0.99, 0.9, 0.5, 0.1, 1e-2, 1e-4, 1e-7, 1e-11, 1e-16, 1e-22, 1e-30}) {
        const double high = std::min(limit, quantile_of_survival(law, tail).in_seconds());
        if (high <= low) continue;
        sum += boost::math::quadrature::gauss_kronrod<double, 31>::integrate(integrand, low, high, 12, 1e-12);
        low = high;
    }
    return sum;
}

/// E[min(T, limit)^3] of each form: by formula where there is no limit.
struct ThirdMoment {
    const Law& law;
    double limit;

    template <class Formula>
    double unless_limited(const Formula& formula) const {
        return limit == unlimited ? formula() : by_quadrature(law, limit);
    }

    double operator()(const Exponential& form) const {
        return unless_limited([&] { return 6.0 * cube(form.mean.in_seconds()); });
    }
    double operator()(const Constant& form) const { return cube(std::min(limit, form.value.in_seconds())); }
    double operator()(const Weibull& form) const {
        return unless_limited([&] { return cube(form.scale.in_seconds()) * std::tgamma(1.0 + 3.0 / form.shape); });
    }
    double operator()(const Lognormal& form) const {
        return unless_limited([&] { return std::exp(3.0 * form.log_median + 4.5 * form.log_sd * form.log_sd); });
    }
    double operator()(const Gamma& form) const {
        return unless_limited(
            [&] { return cube(form.scale.in_seconds()) * form.shape * (form.shape + 1.0) * (form.shape + 2.0); });
    }
    double operator()(const Erlang& form) const {
        const double shape = form.stages;
        return unless_limited(
            [&] { return cube(form.mean.in_seconds() / shape) * shape * (shape + 1.0) * (shape + 2.0); });
    }
    double operator()(const Normal&) const { return by_quadrature(law, limit); }
    double operator()(const Uniform& form) const {
        const double low = form.low.in_seconds();
        const double high = form.high.in_seconds();
        return unless_limited([&] { return (high * high + low * low) * (high + low) / 4.0; });
    }
    double operator()(const Triangular& form) const {
        const double a = form.low.in_seconds();
        const double b = form.mode.in_seconds();
        const double c = form.high.in_seconds();
        // A tenth of the sum of all products of three of a, b, c, each as often as wished.
        return unless_limited(
            [&] { return (a * a * (a + b + c) + b * b * (a + b + c) + c * c * (a + b + c) + a * b * c) / 10.0; });
    }
    double operator()(const Hyperexponential& form) const {
        double sum = 0.0;
        for (const auto& branch : form.branches)
            sum += branch.weight * third_moment(Law{Exponential{branch.mean}}, limit);
        return sum;
    }
    double operator()(const Bathtub&) const { return by_quadrature(law, limit); }
    double operator()(const Empirical& form) const {
        double sum = 0.0;
        for (const double seconds : *form.sorted_seconds) sum += cube(std::min(limit, seconds));
        return sum / static_cast<double>(form.sorted_seconds->size());
    }
    double operator()(const Mixture& form) const {
        double sum = 0.0;
        for (const WeightedLaw& part : form.parts) sum += part.weight * third_moment(part.law, limit);
        return sum;
    }
    double operator()(const Capped& form) const {
        return third_moment(*form.base, std::min(limit, form.cap.in_seconds()));
    }
    double operator()(const Never&) const { return cube(limit); }
};

double third_moment(const Law& law, double limit) {
    return std::visit(ThirdMoment{law, limit}, law.form);
}

}  // namespace

Moments3 moments_of(const Law& law) {
    const double first = mean(law).in_seconds();
    if (!std::isfinite(first)) return {unlimited, unlimited, unlimited};
    const double sd = standard_deviation(law).in_seconds();
    return {first, sd * sd + first * first, third_moment(law, unlimited)};
}

}  // namespace nines::sim
