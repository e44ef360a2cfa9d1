// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/named_forms.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "sim/random/parametrise.hpp"

namespace nines::scenario {
namespace {

// Beyond these a law is no longer a time anyone has measured, and its constants leave the range of doubles.
constexpr double largest_shape = 1000.0;
constexpr double smallest_shape = 0.01;
constexpr double largest_cv = 100.0;
constexpr double largest_sigma = 20.0;
constexpr double most_stages = 1000.0;

/// What a constructor of sim/random made; the arguments' own bounds leave only contradictions to report here.
template <class Form>
sim::Law law_or_refusal(TextReader& reader, LawArguments& arguments, const std::optional<Form>& form,
                        std::string_view usage) {
    if (reader.ok() && !form) arguments.refuse(usage);
    return form ? sim::Law{*form} : sim::Law{};
}

sim::Law read_exponential(TextReader&, LawArguments& arguments) {
    if (!arguments.are({"mean"})) arguments.refuse("exp(mean 4 mo)");
    return {sim::Exponential{arguments.time("mean")}};
}

sim::Law read_weibull(TextReader& reader, LawArguments& arguments) {
    constexpr std::string_view usage = "weibull(shape 0.7, mean 4.3 mo) or weibull(shape 0.7, scale 3 mo)";
    const bool by_scale = arguments.are({"shape", "scale"});
    if (!by_scale && !arguments.are({"shape", "mean"})) arguments.refuse(usage);
    const double shape = arguments.number("shape", smallest_shape, largest_shape);
    const Duration time = arguments.time(by_scale ? "scale" : "mean");
    if (reader.failed()) return {};
    if (by_scale) return {sim::Weibull{shape, time}};
    return law_or_refusal(reader, arguments, sim::weibull_from_mean(shape, time), usage);
}

sim::Law read_lognormal_from_median(TextReader& reader, LawArguments& arguments, std::string_view usage) {
    const Duration median = arguments.time("median");
    if (arguments.are({"median", "sigma"})) {
        const double sigma = arguments.number("sigma", 0.0, largest_sigma);
        if (reader.failed()) return {};
        return law_or_refusal(reader, arguments, sim::lognormal_from_median_and_sigma(median, sigma), usage);
    }
    const std::string percentile = arguments.percentile();
    if (percentile.empty()) arguments.refuse(usage);
    const Duration value = arguments.time(percentile);
    if (reader.failed()) return {};
    // "p95" is 95 %, "p999" is 99.9 %: two digits before the decimal point.
    const double digits = std::stod(percentile.substr(1));
    const double probability = digits / std::pow(10.0, static_cast<double>(percentile.size() - 1));
    if (probability <= 0.5)
        arguments.fail_at(percentile, "the percentile must be above p50", "p90, p95 and p99 are usual");
    if (value <= median) arguments.fail_at(percentile, fmt::format("\"{}\" must be above the median", percentile));
    const auto form = reader.ok() ? sim::lognormal_from_median_and_quantile(median, probability, value) : std::nullopt;
    if (form && form->log_sd > largest_sigma) {
        arguments.fail_at(percentile, fmt::format("\"{}\" is too far from the median: sigma would be {:.3g}",
                                                  percentile, form->log_sd));
    }
    return law_or_refusal(reader, arguments, form, usage);
}

sim::Law read_lognormal(TextReader& reader, LawArguments& arguments) {
    constexpr std::string_view usage =
        "lognormal(median 30 min, p95 2 h), or with (mean .., median ..), (mean .., cv ..), (median .., sigma ..)";
    if (arguments.are({"mean", "median"})) {
        const Duration mean = arguments.time("mean");
        const Duration median = arguments.time("median");
        if (reader.ok() && mean <= median) arguments.fail_at("mean", "the mean of a lognormal is above its median");
        if (reader.failed()) return {};
        return law_or_refusal(reader, arguments, sim::lognormal_from_mean_and_median(mean, median), usage);
    }
    if (arguments.are({"mean", "cv"})) {
        const Duration mean = arguments.time("mean");
        const double cv = arguments.number("cv", 0.0, largest_cv);
        if (reader.failed()) return {};
        return law_or_refusal(reader, arguments, sim::lognormal_from_mean_and_cv(mean, cv), usage);
    }
    const std::string percentile = arguments.percentile();
    if (!arguments.are({"median", "sigma"}) && !arguments.are({"median", percentile})) arguments.refuse(usage);
    return reader.failed() ? sim::Law{} : read_lognormal_from_median(reader, arguments, usage);
}

sim::Law read_gamma(TextReader& reader, LawArguments& arguments) {
    constexpr std::string_view usage = "gamma(mean 4 h, cv 0.5) or gamma(shape 4, scale 1 h)";
    if (arguments.are({"shape", "scale"})) {
        return {sim::Gamma{arguments.number("shape", smallest_shape / 100.0, 1e6), arguments.time("scale")}};
    }
    if (!arguments.are({"mean", "cv"})) arguments.refuse(usage);
    const Duration mean = arguments.time("mean");
    const double cv = arguments.number("cv", 1e-3, largest_cv);
    if (reader.failed()) return {};
    return law_or_refusal(reader, arguments, sim::gamma_from_mean_and_cv(mean, cv), usage);
}

sim::Law read_erlang(TextReader& reader, LawArguments& arguments) {
    if (!arguments.are({"stages", "mean"})) arguments.refuse("erlang(stages 3, mean 4 h)");
    const double stages = arguments.number("stages", 0.0, most_stages);
    if (reader.ok() && stages != std::floor(stages))
        arguments.fail_at("stages", "the number of stages is a whole number");
    return {sim::Erlang{reader.ok() ? static_cast<int>(stages) : 1, arguments.time("mean")}};
}

sim::Law read_normal(TextReader&, LawArguments& arguments) {
    if (!arguments.are({"mean", "sd"})) arguments.refuse("normal(mean 4 h, sd 1 h)");
    return {sim::Normal{arguments.time("mean"), arguments.time("sd")}};
}

sim::Law read_triangular(TextReader& reader, LawArguments& arguments) {
    if (!arguments.are({"min", "mode", "max"})) arguments.refuse("triangular(min 1 h, mode 2 h, max 6 h)");
    const sim::Triangular form{arguments.time_or_zero("min"), arguments.time_or_zero("mode"), arguments.time("max")};
    const bool ordered = form.low <= form.mode && form.mode <= form.high && form.low < form.high;
    if (reader.ok() && !ordered) arguments.fail_at("mode", "the mode must lie between min and max, and min below max");
    return {form};
}

sim::Law read_bathtub(TextReader&, LawArguments& arguments) {
    if (!arguments.are({"infant shape", "infant scale", "chance mean", "wear shape", "wear scale"})) {
        arguments.refuse(
            "bathtub(infant shape 0.5, infant scale 900 y, chance mean 40 y, wear shape 4, wear scale 9 y)");
    }
    const sim::Weibull infant{arguments.number("infant shape", smallest_shape, 1.0), arguments.time("infant scale")};
    const sim::Exponential chance{arguments.time("chance mean")};
    const sim::Weibull wear_out{arguments.number("wear shape", 1.0, largest_shape), arguments.time("wear scale")};
    return {sim::Bathtub{infant, chance, wear_out}};
}

constexpr std::array<NamedForm, 8> named_forms{{
    {"exp", read_exponential},
    {"weibull", read_weibull},
    {"lognormal", read_lognormal},
    {"gamma", read_gamma},
    {"erlang", read_erlang},
    {"normal", read_normal},
    {"triangular", read_triangular},
    {"bathtub", read_bathtub},
}};

}  // namespace

const NamedForm* find_named_form(std::string_view name) {
    const auto found = std::find_if(named_forms.begin(), named_forms.end(),
                                    [name](const NamedForm& form) { return form.name == name; });
    return found == named_forms.end() ? nullptr : &*found;
}

std::vector<std::string_view> named_form_names() {
    std::vector<std::string_view> names;
    for (const NamedForm& form : named_forms) names.push_back(form.name);
    return names;
}

}  // namespace nines::scenario
