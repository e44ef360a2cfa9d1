// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/law.hpp"

#include <cmath>
#include <variant>

#include "sim/random/forms/bathtub.hpp"
#include "sim/random/forms/capped.hpp"
#include "sim/random/forms/constant.hpp"
#include "sim/random/forms/empirical.hpp"
#include "sim/random/forms/exponential.hpp"
#include "sim/random/forms/gamma.hpp"
#include "sim/random/forms/hyperexponential.hpp"
#include "sim/random/forms/lognormal.hpp"
#include "sim/random/forms/mixture.hpp"
#include "sim/random/forms/normal.hpp"
#include "sim/random/forms/special.hpp"
#include "sim/random/forms/triangular.hpp"
#include "sim/random/forms/uniform.hpp"
#include "sim/random/forms/weibull.hpp"
#include "sim/random/law_seconds.hpp"
#include "sim/random/require.hpp"

namespace nines::sim {

// --- in seconds: each question goes to the form's own answer ---

double mean_seconds(const Law& law) {
    return std::visit([](const auto& form) { return mean_seconds(form); }, law.form);
}

double variance(const Law& law) {
    return std::visit([](const auto& form) { return variance(form); }, law.form);
}

double probability_by(const Law& law, double t) {
    if (t < 0.0) { return 0.0; }
    return std::visit([t](const auto& form) { return probability_by(form, t); }, law.form);
}

double probability_beyond(const Law& law, double t) {
    if (t < 0.0) { return 1.0; }
    return std::visit([t](const auto& form) { return probability_beyond(form, t); }, law.form);
}

double density_at(const Law& law, double t) {
    if (t < 0.0 || t == special::infinity) { return 0.0; }
    return std::visit([t](const auto& form) { return density_at(form, t); }, law.form);
}

double hazard_at(const Law& law, double t) {
    if (t < 0.0) { return 0.0; }
    return std::visit([t](const auto& form) { return hazard_at(form, t); }, law.form);
}

double lower_quantile(const Law& law, double p) {
    return std::visit([p](const auto& form) { return lower_quantile(form, p); }, law.form);
}

double upper_quantile(const Law& law, double tail) {
    return std::visit([tail](const auto& form) { return upper_quantile(form, tail); }, law.form);
}

double limited_moment(const Law& law, int order, double limit) {
    if (limit == special::infinity) {
        const double mean = mean_seconds(law);
        return order == 1 ? mean : variance(law) + mean * mean;
    }
    return std::visit([order, limit](const auto& form) { return limited_moment(form, order, limit); }, law.form);
}

std::string text_of(const Law& law) {
    return std::visit([](const auto& form) { return text_of(form); }, law.form);
}

// --- in the units of the interface ---

Duration mean(const Law& law) {
    return Duration::seconds(mean_seconds(law));
}

Duration standard_deviation(const Law& law) {
    return Duration::seconds(std::sqrt(variance(law)));
}

double cdf(const Law& law, Duration t) {
    return probability_by(law, t.in_seconds());
}

double survival(const Law& law, Duration t) {
    return probability_beyond(law, t.in_seconds());
}

Duration quantile(const Law& law, double probability) {
    require(probability >= 0.0 && probability < 1.0, "0 <= probability < 1", probability);
    return Duration::seconds(lower_quantile(law, probability));
}

Duration quantile_of_survival(const Law& law, double tail) {
    require(tail > 0.0 && tail <= 1.0, "0 < tail <= 1", tail);
    return Duration::seconds(upper_quantile(law, tail));
}

double density(const Law& law, Duration t) {
    return density_at(law, t.in_seconds());
}

double hazard(const Law& law, Duration t) {
    require(!t.is_forever(), "a hazard is asked at a finite time", t.in_seconds());
    return hazard_at(law, t.in_seconds());
}

Duration mean_up_to(const Law& law, Duration limit) {
    require(limit >= Duration(), "limit >= 0", limit.in_seconds());
    return Duration::seconds(limited_moment(law, 1, limit.in_seconds()));
}

std::string to_text(const Law& law) {
    return text_of(law);
}

}  // namespace nines::sim
