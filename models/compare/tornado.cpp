// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/flat_values.hpp"

namespace nines::compare {

namespace {

bool is_input(const scenario::FlatThing& thing, const std::string& path) {
    return thing.name != "scenario" && !path.starts_with("objective") && path != "priority" && path != "enabled";
}

const PointRow* find(const std::vector<PointRow>& rows, const results::Metric& like) {
    const PointRow* found = find_row(rows, name_of(like));
    return found == nullptr || !found->to_base ? nullptr : found;
}

std::optional<Effect> effect_of(const Factor& factor, const results::Metric& as_is, const AgainstBase& figures,
                                std::size_t index) {
    const PointRow* low = find(figures.rows[1 + 2 * index], as_is);
    const PointRow* high = find(figures.rows[2 + 2 * index], as_is);
    const PointRow* both = find(figures.pairs[index], as_is);
    if (low == nullptr || high == nullptr) return std::nullopt;
    Effect effect{factor, *low->to_base, *high->to_base};
    const double span = std::log(factor.high_ratio / factor.low_ratio);
    if (both == nullptr || as_is.estimate == 0.0 || !std::isfinite(span) || span == 0.0) return effect;
    const double scale = 1.0 / (as_is.estimate * span);
    effect.elasticity = both->to_base->estimate * scale;
    effect.elasticity_low = both->to_base->low * scale;
    effect.elasticity_high = both->to_base->high * scale;
    return effect;
}

double width_of(const Effect& effect) {
    const double low = effect.low.estimate;
    const double high = effect.high.estimate;
    return std::max({low, high, 0.0}) - std::min({low, high, 0.0});
}

}  // namespace

std::vector<Factor> factors_of(const scenario::Scenario& scenario, double range) {
    std::vector<Factor> factors;
    for (const scenario::FlatThing& thing : scenario::flat_values(scenario)) {
        for (const scenario::FlatValue& value : thing.values) {
            if (!is_input(thing, value.path)) continue;
            const auto low = scenario::scaled_value(value.text, 1.0 - range);
            const auto high = scenario::scaled_value(value.text, 1.0 + range);
            if (!low && !high) continue;
            const scenario::ScaledValue as_is{value.text, 1.0};
            factors.push_back({scenario::override_path(thing, value), value.text, low.value_or(as_is).toml,
                               high.value_or(as_is).toml, low.value_or(as_is).ratio, high.value_or(as_is).ratio});
        }
    }
    return factors;
}

PreparedTornado prepare_tornado(const OpenPoint& open, double range, const results::StudyOptions& options) {
    PreparedTornado prepared;
    prepared.range = range;
    validate::Opened as_is = open({});
    std::vector<NamedScenario> points{{"as it is", as_is.scenario}};
    for (Factor& factor : factors_of(as_is.scenario, range)) {
        validate::Opened low = open({fmt::format("{}={}", factor.path, factor.low)});
        validate::Opened high = open({fmt::format("{}={}", factor.path, factor.high)});
        const bool is_low_wrong = scenario::has_errors(low.diagnostics);
        if (is_low_wrong || scenario::has_errors(high.diagnostics)) {
            const auto& wrong = is_low_wrong ? low.diagnostics : high.diagnostics;
            const auto first = std::find_if(wrong.begin(), wrong.end(), [](const scenario::Diagnostic& of) {
                return of.severity == scenario::Severity::error;
            });
            prepared.left_out.push_back(fmt::format("{} = {} is left out: {}", factor.path,
                                                    is_low_wrong ? factor.low : factor.high, first->message));
            continue;
        }
        points.push_back({fmt::format("{} = {}", factor.path, factor.low), std::move(low.scenario)});
        points.push_back({fmt::format("{} = {}", factor.path, factor.high), std::move(high.scenario)});
        prepared.factors.push_back(std::move(factor));
    }
    PreparedDesigns designs = prepare_points(std::move(points), options);
    prepared.designs = std::move(designs.designs);
    prepared.problems = std::move(designs.problems);
    return prepared;
}

std::vector<Tornado> run_tornado(const PreparedTornado& prepared, const std::vector<MetricName>& metrics,
                                 const OnPairedProgress& progress, const std::function<bool()>& go_on) {
    std::vector<std::array<std::size_t, 2>> pairs;
    for (std::size_t f = 0; f < prepared.factors.size(); ++f) pairs.push_back({2 + 2 * f, 1 + 2 * f});
    const AgainstBase figures = run_against_base(prepared.designs, 0, metrics, progress, go_on, pairs);
    std::vector<Tornado> tornados;
    for (const PointRow& as_is : figures.rows.front()) {
        Tornado tornado;
        tornado.metric = name_of(as_is.metric);
        tornado.as_is = as_is.metric;
        tornado.figures = figures;
        tornado.range = prepared.range;
        tornado.left_out = prepared.left_out;
        for (std::size_t f = 0; f < prepared.factors.size(); ++f) {
            if (auto effect = effect_of(prepared.factors[f], as_is.metric, figures, f)) {
                tornado.effects.push_back(std::move(*effect));
            }
        }
        std::stable_sort(tornado.effects.begin(), tornado.effects.end(),
                         [](const Effect& a, const Effect& b) { return width_of(a) > width_of(b); });
        tornados.push_back(std::move(tornado));
    }
    return tornados;
}

}  // namespace nines::compare
