// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/markov/phase_type.hpp"
#include "sim/markov/phase_type_match.hpp"

namespace nines::sim {

namespace {

/// Adds the law to the branches if it is a mixture of exponentials and constants 0 (branches of mean 0).
struct ExponentialBranches {
    std::vector<ExponentialBranch>& branches;
    double weight;

    bool add(Duration mean) const {
        branches.push_back({weight, mean});
        return true;
    }

    bool operator()(const Exponential& form) const { return add(form.mean); }
    bool operator()(const Constant& form) const { return form.value == Duration() && add(Duration()); }
    bool operator()(const Weibull& form) const { return form.shape == 1.0 && add(form.scale); }
    bool operator()(const Gamma& form) const { return form.shape == 1.0 && add(form.scale); }
    bool operator()(const Erlang& form) const { return form.stages == 1 && add(form.mean); }
    bool operator()(const Hyperexponential& form) const {
        for (const ExponentialBranch& branch : form.branches) branches.push_back({weight * branch.weight, branch.mean});
        return true;
    }
    bool operator()(const Mixture& form) const {
        return std::ranges::all_of(form.parts, [&](const WeightedLaw& part) {
            return std::visit(ExponentialBranches{branches, weight * part.weight}, part.law.form);
        });
    }
    template <class Form>
    bool operator()(const Form&) const {
        return false;
    }
};

PhaseFit exact(PhaseType time, std::string method) {
    return {.time = std::move(time), .exact = true, .moments_kept = 3, .method = std::move(method)};
}

std::optional<PhaseFit> exact_mixture(const Law& law, int most_phases) {
    std::vector<ExponentialBranch> all;
    if (!std::visit(ExponentialBranches{all, 1.0}, law.form)) return std::nullopt;
    std::vector<ExponentialBranch> positive;
    double zero = 0.0;
    for (const ExponentialBranch& branch : all) {
        if (branch.mean == Duration()) {
            zero += branch.weight;
        } else if (branch.weight > 0.0) {
            positive.push_back(branch);
        }
    }
    if (positive.empty()) return exact({.zero_probability = 1.0, .per_second = {}, .go_on = {}}, "at once");
    PhaseType time = hyperexponential_phases(positive);
    if (time.phase_count() > static_cast<std::size_t>(most_phases)) return std::nullopt;
    time.zero_probability = zero;
    return exact(std::move(time), positive.size() == 1 ? "exponential" : "mixture of exponentials");
}

std::optional<PhaseFit> exact_erlang(const Law& law, int most_phases) {
    double stages = 0.0;
    double mean = 0.0;
    if (const auto* erlang = std::get_if<Erlang>(&law.form)) {
        stages = erlang->stages;
        mean = erlang->mean.in_seconds();
    } else if (const auto* gamma = std::get_if<Gamma>(&law.form)) {
        stages = gamma->shape;
        mean = gamma->shape * gamma->scale.in_seconds();
    }
    if (stages < 1.0 || stages > most_phases || stages != std::floor(stages) || mean == 0.0) return std::nullopt;
    return exact(stretched(erlang_phases(static_cast<int>(stages)), mean), "Erlang");
}

/// Mean 1 s, no mass at 0.
PhaseFit matched(double squared_cv, double third, const FitOptions& options) {
    PhaseFit fit;
    if (squared_cv * options.most_phases < 1.0 - 1e-12) {
        fit.time = erlang_phases(options.most_phases);
        fit.moments_kept = 1;
        fit.method = fmt::format("mean alone, Erlang of {} phases", options.most_phases);
        return fit;
    }
    if (options.third_moment && std::isfinite(third)) {
        if (auto time = three_moment_phases(1.0 + squared_cv, third, options.most_phases)) {
            fit.time = *std::move(time);
            fit.moments_kept = 3;
            fit.method = "three moments, fewest phases";
            return fit;
        }
    }
    fit.time = two_moment_phases(squared_cv);
    fit.moments_kept = 2;
    fit.method = squared_cv > 1.0 ? "mean and cv, Coxian of 2 phases" : "mean and cv, mixture of two Erlangs";
    return fit;
}

double relative_difference(double found, double wanted, double unit_if_zero) {
    if (found == wanted) return 0.0;
    return (found - wanted) / (wanted != 0.0 ? wanted : unit_if_zero);
}

/// States what the phases cost in accuracy.
void judge(const Law& law, PhaseFit& fit) {
    const Moments3 moments = moments_of(fit.time);
    const double law_mean = mean(law).in_seconds();
    const double law_cv = standard_deviation(law).in_seconds() / law_mean;
    const double law_p95 = quantile(law, 0.95).in_seconds();
    fit.mean_error = relative_difference(moments.first, law_mean, 1.0);
    fit.cv_error = relative_difference(moments.cv(), law_cv, 1.0);
    fit.p95_error = relative_difference(quantile(fit.time, 0.95).in_seconds(), law_p95, law_mean);
}

/// Gives up the third moment for the 95th percentile if that is far off and can be brought much nearer.
/// `fit` has the law's mean and mass at 0, and is judged.
void match_percentile(const Law& law, double squared_cv, const FitOptions& options, PhaseFit& fit) {
    if (!options.third_moment || fit.moments_kept < 2 || std::abs(fit.p95_error) <= options.p95_tolerance) return;
    constexpr double tail = 0.05;
    const double positive = 1.0 - fit.time.zero_probability;
    if (positive <= tail) return;
    const double positive_mean = mean(law).in_seconds() / positive;
    const double wanted = quantile(law, 1.0 - tail).in_seconds() / positive_mean;
    auto time = percentile_phases(1.0 + squared_cv, 1.0 - tail / positive, wanted, options.most_phases);
    if (!time) return;
    PhaseFit other{.time = stretched(*std::move(time), positive_mean),
                   .exact = false,
                   .moments_kept = 2,
                   .method = "mean, cv and 95th percentile"};
    other.time.zero_probability = fit.time.zero_probability;
    judge(law, other);
    if (std::abs(other.p95_error) < 0.5 * std::abs(fit.p95_error)) fit = std::move(other);
}

}  // namespace

std::variant<PhaseFit, FitFailure> fit_phase_type(const Law& law, const FitOptions& options) {
    if (options.most_phases < 2) {
        return FitFailure{fmt::format("at least 2 phases are needed, not {}", options.most_phases)};
    }
    const double law_mean = mean(law).in_seconds();
    const double law_sd = standard_deviation(law).in_seconds();
    if (!std::isfinite(law_mean)) {
        return FitFailure{fmt::format("{} has no finite mean; phases end, so they cannot stand for it", to_text(law))};
    }
    if (!std::isfinite(law_sd * law_sd)) {
        return FitFailure{
            fmt::format("{} has no finite standard deviation; cap it, or simulate instead", to_text(law))};
    }
    if (auto fit = exact_mixture(law, options.most_phases)) return *std::move(fit);
    if (auto fit = exact_erlang(law, options.most_phases)) return *std::move(fit);

    const double zero = cdf(law, Duration());
    const double positive = 1.0 - zero;
    if (!(positive > 0.0 && law_mean > 0.0)) {
        return exact({.zero_probability = 1.0, .per_second = {}, .go_on = {}}, "at once");
    }
    // Of the part above 0: E[T | T > 0] = E[T] / P(T > 0), and so on.
    const double positive_mean = law_mean / positive;
    const double spread = law_sd / law_mean;
    const double squared_cv = zero == 0.0 ? spread * spread : positive * (1.0 + spread * spread) - 1.0;
    const double third = moments_of(law).third / positive / positive_mean / positive_mean / positive_mean;
    PhaseFit fit = matched(std::max(0.0, squared_cv), third, options);
    fit.time = stretched(std::move(fit.time), positive_mean);
    fit.time.zero_probability = zero;
    judge(law, fit);
    match_percentile(law, squared_cv, options, fit);
    return fit;
}

}  // namespace nines::sim
