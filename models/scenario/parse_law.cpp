// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/law_arguments.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "sim/random/parametrise.hpp"

namespace nines::scenario {
namespace {

constexpr int deepest_nesting = 32;
constexpr std::size_t most_branches = 1000;
constexpr double weight_tolerance = 1e-9;

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

sim::Law read_exponential(LawArguments& arguments) {
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
    if (probability <= 0.5) arguments.fail_at(percentile, "the percentile must be above p50", "p90, p95 and p99 are usual");
    if (value <= median) arguments.fail_at(percentile, fmt::format("\"{}\" must be above the median", percentile));
    const auto form = reader.ok() ? sim::lognormal_from_median_and_quantile(median, probability, value) : std::nullopt;
    if (form && form->log_sd > largest_sigma) {
        arguments.fail_at(percentile, fmt::format("\"{}\" is too far from the median: sigma would be {:.3g}", percentile,
                                                  form->log_sd));
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
    if (reader.ok() && stages != std::floor(stages)) arguments.fail_at("stages", "the number of stages is a whole number");
    return {sim::Erlang{reader.ok() ? static_cast<int>(stages) : 1, arguments.time("mean")}};
}

sim::Law read_normal(LawArguments& arguments) {
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

sim::Law read_bathtub(LawArguments& arguments) {
    if (!arguments.are({"infant shape", "infant scale", "chance mean", "wear shape", "wear scale"})) {
        arguments.refuse("bathtub(infant shape 0.5, infant scale 900 y, chance mean 40 y, wear shape 4, wear scale 9 y)");
    }
    const sim::Weibull infant{arguments.number("infant shape", smallest_shape, 1.0), arguments.time("infant scale")};
    const sim::Exponential chance{arguments.time("chance mean")};
    const sim::Weibull wear_out{arguments.number("wear shape", 1.0, largest_shape), arguments.time("wear scale")};
    return {sim::Bathtub{infant, chance, wear_out}};
}

sim::Law read_uniform(TextReader& reader, std::size_t law_offset) {
    const Duration low = read_duration(reader);
    const bool comma = reader.take(',');
    const Duration high = comma ? read_duration(reader) : Duration();
    if (!comma || !reader.take(')')) {
        reader.fail(codes::distribution_arguments, law_offset, "uniform takes two times", "write uniform(20 s, 30 s)");
    }
    if (low >= high) {
        reader.fail(codes::distribution_arguments, law_offset, "the first time of uniform must be below the second");
    }
    return {sim::Uniform{low, high}};
}

/// Reads "30%: <branch>, 70%: <branch>)", calling `read_branch(weight)` behind each colon.
template <class ReadBranch>
void read_branches(TextReader& reader, std::size_t law_offset, const ReadBranch& read_branch) {
    double sum = 0.0;
    std::size_t count = 0;
    do {
        const double weight = read_share(reader);
        sum += weight;
        if (!reader.take(':')) {
            reader.fail(codes::distribution_arguments, reader.position(), "a branch is a weight, a colon and a time",
                        "for example \"mix(90%: 1 min, 10%: 1 h)\"");
        }
        if (++count > most_branches) {
            reader.fail(codes::distribution_arguments, law_offset, "a distribution has at most 1000 branches");
        }
        if (reader.ok()) read_branch(weight);
    } while (reader.take(','));
    if (!reader.take(')')) {
        reader.fail(codes::distribution_arguments, reader.position(), "the closing \")\" is missing");
    }
    if (std::abs(sum - 1.0) > weight_tolerance) {
        reader.fail(codes::weights, law_offset, fmt::format("the weights sum to {}%, not to 100%", sum * 100.0));
    }
}

sim::Law read_hyperexponential(TextReader& reader, std::size_t law_offset) {
    sim::Hyperexponential form;
    read_branches(reader, law_offset, [&](double weight) {
        const std::size_t offset = reader.position();
        const Duration mean = read_duration(reader);
        if (mean <= Duration()) reader.fail(codes::distribution_arguments, offset, "a branch's mean must be above 0");
        form.branches.push_back({weight, mean});
    });
    return {std::move(form)};
}

sim::Law read_mixture(TextReader& reader, std::size_t law_offset, const FileReader& read_file) {
    sim::Mixture form;
    read_branches(reader, law_offset,
                  [&](double weight) { form.parts.push_back({weight, read_law(reader, read_file)}); });
    return {std::move(form)};
}

sim::Law read_empirical(TextReader& reader, std::size_t law_offset, const FileReader& read_file) {
    const std::size_t name_offset = reader.position();
    const std::optional<std::string_view> name = reader.take_quoted();
    if (!name || !reader.take(')')) {
        reader.fail(codes::distribution_arguments, law_offset, "empirical takes one file name in quotes",
                    "write empirical(\"repair_times.csv\")");
        return {};
    }
    if (!read_file) {
        reader.fail(codes::data_file, name_offset, "measured times cannot be read here: there is no folder to look in");
        return {};
    }
    const Parsed<std::string> bytes = read_file(*name);
    if (!bytes) {
        reader.fail(bytes.error().code, name_offset, bytes.error().message, bytes.error().hint);
        return {};
    }
    Parsed<std::vector<double>> times = parse_measured_times(*bytes);
    if (!times) {
        reader.fail(times.error().code, name_offset, fmt::format("{}: {}", *name, times.error().message), times.error().hint);
        return {};
    }
    auto sorted = std::make_shared<const std::vector<double>>(std::move(*times));
    return {sim::Empirical{std::move(sorted), std::string(*name)}};
}

using ReadArguments = sim::Law (*)(TextReader&, LawArguments&);

struct NamedForm {
    std::string_view name;
    ReadArguments read;  ///< Null for the forms without named arguments.
};

constexpr std::array<NamedForm, 12> forms{{
    {"exp", [](TextReader&, LawArguments& arguments) { return read_exponential(arguments); }},
    {"weibull", read_weibull},
    {"lognormal", read_lognormal},
    {"gamma", read_gamma},
    {"erlang", read_erlang},
    {"normal", [](TextReader&, LawArguments& arguments) { return read_normal(arguments); }},
    {"triangular", read_triangular},
    {"bathtub", [](TextReader&, LawArguments& arguments) { return read_bathtub(arguments); }},
    {"uniform", nullptr},
    {"hyperexp", nullptr},
    {"mix", nullptr},
    {"empirical", nullptr},
}};

std::string distribution_hint(std::string_view word) {
    std::vector<std::string_view> names;
    for (const NamedForm& form : forms) names.push_back(form.name);
    names.push_back("never");
    const std::string question = did_you_mean(word, names);
    if (!question.empty()) return question;
    return "distributions: exp, weibull, lognormal, gamma, erlang, normal, uniform, triangular, hyperexp, bathtub, "
           "empirical, mix, or a plain time such as \"2 h\"";
}

/// A distribution without "capped".
sim::Law read_base(TextReader& reader, const FileReader& read_file) {
    const std::size_t offset = reader.position();
    const std::string_view name = reader.take_any_word();
    if (name.empty()) return {sim::Constant{read_duration(reader)}};
    if (name == "never") return {sim::Never{}};
    const auto form = std::find_if(forms.begin(), forms.end(), [name](const NamedForm& f) { return f.name == name; });
    if (form == forms.end()) {
        reader.fail(codes::distribution_unknown, offset, fmt::format("\"{}\" is not a distribution", name),
                    distribution_hint(name));
    }
    if (!reader.take('(')) {
        reader.fail(codes::distribution_arguments, reader.position(), fmt::format("{} needs arguments in parentheses", name));
    }
    if (reader.failed()) return {};
    if (form->read != nullptr) {
        LawArguments arguments(reader, name, offset);
        return form->read(reader, arguments);
    }
    if (name == "uniform") return read_uniform(reader, offset);
    if (name == "hyperexp") return read_hyperexponential(reader, offset);
    if (name == "mix") return read_mixture(reader, offset, read_file);
    return read_empirical(reader, offset, read_file);
}

}  // namespace

sim::Law read_law(TextReader& reader, const FileReader& read_file) {
    const std::size_t offset = reader.position();
    if (++reader.depth > deepest_nesting) {
        reader.fail(codes::nested_too_deep, offset, "distributions are nested deeper than 32");
        return {};
    }
    sim::Law law = read_base(reader, read_file);
    --reader.depth;
    const std::size_t capped_offset = reader.position();
    if (!reader.take_word("capped")) return law;
    if (std::holds_alternative<sim::Never>(law.form)) {
        reader.fail(codes::distribution_arguments, capped_offset, "what never happens cannot be capped",
                    "write the time alone");
    }
    const std::size_t cap_offset = reader.position();
    const Duration cap = read_duration(reader);
    if (cap <= Duration()) reader.fail(codes::distribution_arguments, cap_offset, "the cap must be above 0");
    return {sim::Capped{std::make_shared<const sim::Law>(std::move(law)), cap}};
}

Parsed<sim::Law> parse_law(std::string_view text, const FileReader& read_file) {
    TextReader reader(text);
    sim::Law law = read_law(reader, read_file);
    return reader.finish(std::move(law));
}

}  // namespace nines::scenario
