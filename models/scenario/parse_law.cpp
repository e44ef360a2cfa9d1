// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/law_arguments.hpp"
#include "models/scenario/named_forms.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

constexpr int deepest_nesting = 32;
constexpr std::size_t most_branches = 1000;
constexpr double weight_tolerance = 1e-9;

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
    read_branches(reader, law_offset, [&](double weight) {
        form.parts.push_back({weight, read_law(reader, read_file)});
    });
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
        reader.fail(times.error().code, name_offset, fmt::format("{}: {}", *name, times.error().message),
                    times.error().hint);
        return {};
    }
    auto sorted = std::make_shared<const std::vector<double>>(std::move(*times));
    return {sim::Empirical{std::move(sorted), std::string(*name)}};
}

std::string distribution_hint(std::string_view word) {
    std::vector<std::string_view> names = named_form_names();
    names.insert(names.end(), {"uniform", "hyperexp", "mix", "empirical", "instant", "never"});
    std::string question = did_you_mean(word, names);
    if (!question.empty()) return question;
    std::string list;
    for (const std::string_view name : names) list += fmt::format("{}, ", name);
    return fmt::format("distributions: {}or a plain time such as \"2 h\"", list);
}

/// A distribution without "capped".
sim::Law read_base(TextReader& reader, const FileReader& read_file) {
    const std::size_t offset = reader.position();
    const std::string_view name = reader.take_any_word();
    if (name.empty()) return {sim::Constant{read_duration(reader)}};
    if (name == "never") return {sim::Never{}};
    if (name == "instant") return {sim::Constant{Duration()}};
    const NamedForm* named = find_named_form(name);
    const bool known =
        named != nullptr || name == "uniform" || name == "hyperexp" || name == "mix" || name == "empirical";
    if (!known) {
        reader.fail(codes::distribution_unknown, offset, fmt::format("\"{}\" is not a distribution", name),
                    distribution_hint(name));
    }
    if (!reader.take('(')) {
        reader.fail(codes::distribution_arguments, reader.position(),
                    fmt::format("{} needs arguments in parentheses", name));
    }
    if (reader.failed()) return {};
    if (named != nullptr) {
        LawArguments arguments(reader, name, offset);
        return named->read(reader, arguments);
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
