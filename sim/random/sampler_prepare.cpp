// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "sim/random/forms/exponential.hpp"
#include "sim/random/forms/gamma.hpp"
#include "sim/random/forms/hyperexponential.hpp"
#include "sim/random/forms/weibull.hpp"
#include "sim/random/law_seconds.hpp"
#include "sim/random/require.hpp"
#include "sim/random/sampler.hpp"

namespace nines::sim {

namespace {

std::vector<double> running_sums(std::vector<double> values) {
    double sum = 0.0;
    for (double& value : values) { value = sum += value; }
    return values;
}

/// Where some values are infinite, they alone count.
std::vector<double> finite_shares(std::vector<double> values) {
    const bool any_infinite = std::any_of(values.begin(), values.end(), [](double v) { return std::isinf(v); });
    if (!any_infinite) { return values; }
    for (double& value : values) { value = std::isinf(value) ? 1.0 : 0.0; }
    return values;
}

}  // namespace

/// Fills a sampler from each form.
struct Sampler::Prepare {
    Sampler& sampler;

    void set(Kind kind, double first, double second = 0.0, double third = 0.0) const {
        sampler.kind_ = kind;
        sampler.first_ = first;
        sampler.second_ = second;
        sampler.third_ = third;
    }

    void constant(double seconds) const { set(std::isinf(seconds) ? Kind::never : Kind::constant, seconds); }

    void own(Composite composite) const {
        sampler.composite_ = std::make_shared<const Composite>(std::move(composite));
    }

    static Composite of_laws(std::vector<Law> laws, std::vector<double> weights) {
        Composite composite;
        std::vector<double> means;
        std::vector<double> shares;
        for (std::size_t part = 0; part < laws.size(); ++part) {
            composite.parts.emplace_back(laws[part]);
            means.push_back(sim::mean_seconds(laws[part]));
            shares.push_back(weights[part] > 0.0 ? weights[part] * means.back() : 0.0);
        }
        composite.longest = static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
        composite.cumulative = running_sums(weights);
        composite.length_biased_cumulative = running_sums(finite_shares(std::move(shares)));
        composite.laws = std::move(laws);
        composite.weights = std::move(weights);
        return composite;
    }

    void operator()(const Never&) const { set(Kind::never, special::infinity); }

    void operator()(const Constant& form) const { constant(form.value.in_seconds()); }

    void operator()(const Exponential& form) const {
        if (form.mean.is_forever()) { return (*this)(Never()); }
        set(Kind::exponential, form.mean.in_seconds());
    }

    void operator()(const Weibull& form) const {
        set(Kind::weibull, form.shape, form.scale.in_seconds(), 1.0 / form.shape);
    }

    void operator()(const Lognormal& form) const { set(Kind::lognormal, form.log_median, form.log_sd); }

    void operator()(const Gamma& form) const { set(Kind::gamma, form.shape, form.scale.in_seconds()); }

    void operator()(const Erlang& form) const { (*this)(as_gamma(form)); }

    void operator()(const Normal& form) const { set(Kind::normal, form.mean.in_seconds(), form.sd.in_seconds()); }

    void operator()(const Uniform& form) const { set(Kind::uniform, form.low.in_seconds(), form.high.in_seconds()); }

    void operator()(const Triangular& form) const {
        set(Kind::triangular, form.low.in_seconds(), form.mode.in_seconds(), form.high.in_seconds());
    }

    void operator()(const Hyperexponential& form) const { (*this)(as_mixture(form)); }

    void operator()(const Mixture& form) const {
        require(!form.parts.empty(), "a mixture has parts", 0.0);
        std::vector<Law> laws;
        std::vector<double> weights;
        for (const WeightedLaw& part : form.parts) {
            laws.push_back(part.law);
            weights.push_back(part.weight);
        }
        own(of_laws(std::move(laws), std::move(weights)));
        set(Kind::mixture, 0.0);
    }

    void operator()(const Bathtub& form) const {
        const std::vector<double> means = {sim::mean_seconds(form.infant), sim::mean_seconds(form.chance),
                                           sim::mean_seconds(form.wear_out)};
        const auto least = std::min_element(means.begin(), means.end()) - means.begin();
        own(of_laws({Law{form.infant}, Law{form.chance}, Law{form.wear_out}}, {1.0, 1.0, 1.0}));
        set(Kind::bathtub, static_cast<double>(least));
    }

    void operator()(const Empirical& form) const { times(*form.sorted_seconds); }

    void times(std::vector<double> sorted_seconds) const {
        require(!sorted_seconds.empty(), "an empirical law has times", 0.0);
        Composite composite;
        composite.length_biased_cumulative = running_sums(sorted_seconds);
        composite.times = std::move(sorted_seconds);
        own(std::move(composite));
        set(Kind::empirical, 0.0);
    }

    void operator()(const Capped& form) const {
        if (form.cap.is_forever()) { return std::visit(*this, form.base->form); }
        std::visit([&](const auto& base) { cap(base, form); }, form.base->form);
    }

    /// A base that stays a known form when it is capped becomes that form; any other keeps base and cap.
    template <class Form>
    void cap(const Form& base, const Capped& capped) const {
        own(of_laws({Law{base}}, {1.0}));
        const double limit = capped.cap.in_seconds();
        set(Kind::capped, limit, sim::mean_seconds(*capped.base) < limit ? 1.0 : 0.0);
    }

    void cap(const Never&, const Capped& capped) const { constant(capped.cap.in_seconds()); }

    void cap(const Constant& base, const Capped& capped) const {
        constant(std::min(base.value, capped.cap).in_seconds());
    }

    void cap(const Hyperexponential& base, const Capped& capped) const { cap(as_mixture(base), capped); }

    void cap(const Mixture& base, const Capped& capped) const {
        Mixture mixture = base;
        for (WeightedLaw& part : mixture.parts) {
            part.law = Law{Capped{.base = std::make_shared<const Law>(part.law), .cap = capped.cap}};
        }
        (*this)(mixture);
    }

    void cap(const Capped& base, const Capped& capped) const {
        (*this)(Capped{.base = base.base, .cap = std::min(base.cap, capped.cap)});
    }

    void cap(const Empirical& base, const Capped& capped) const {
        std::vector<double> capped_times = *base.sorted_seconds;
        for (double& time : capped_times) { time = std::min(time, capped.cap.in_seconds()); }
        times(std::move(capped_times));
    }
};

Sampler::Sampler(const Law& law) {
    std::visit(Prepare{*this}, law.form);
}

}  // namespace nines::sim
