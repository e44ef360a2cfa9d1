// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/mode_laws.hpp"

#include <variant>

namespace nines::scenario {
namespace {

sim::Law exponential(Duration mean) {
    return {sim::Exponential{mean}};
}

}  // namespace

std::optional<sim::Law> failure_law(const FailureMode& mode) {
    if (mode.ttf) return *mode.ttf;
    if (mode.mtbf) return exponential(*mode.mtbf);
    if (mode.mttf) return exponential(*mode.mttf);
    if (mode.afr) return exponential(Duration::years(1.0 / *mode.afr));
    if (mode.rate) return exponential(Duration::seconds(1.0 / mode.rate->per_second));
    if (mode.availability && mode.mttr) {
        return exponential(*mode.mttr * (*mode.availability / (1.0 - *mode.availability)));
    }
    return std::nullopt;
}

std::optional<sim::Law> repair_law(const FailureMode& mode) {
    // What it spoils is good again when it is restored.
    if (spoils_data(mode.effect.value_or(Effect::stop))) return std::nullopt;
    if (mode.ttr) return *mode.ttr;
    if (mode.mttr) return exponential(*mode.mttr);
    // A member whose data is gone works again at once, with nothing: its copy is made anew from another.
    if (mode.effect && *mode.effect == Effect::lose_data) return sim::Law{sim::Constant{Duration()}};
    return std::nullopt;
}

std::optional<double> long_run_availability(const std::vector<FailureMode>& modes) {
    double product = 1.0;
    for (const FailureMode& mode : modes) {
        if (leaves_at_work(mode.effect.value_or(Effect::stop))) continue;
        const auto failure = failure_law(mode);
        const auto repair = repair_law(mode);
        if (!failure || !repair || std::holds_alternative<sim::Never>(repair->form)) return std::nullopt;
        if (std::holds_alternative<sim::Never>(failure->form)) continue;
        const double up = sim::mean(*failure).in_seconds();
        product *= up / (up + sim::mean(*repair).in_seconds());
    }
    return product;
}

}  // namespace nines::scenario
