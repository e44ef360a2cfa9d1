// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/requirement.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/characters.hpp"
#include "models/scenario/fields/service.hpp"
#include "models/scenario/nearest.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::compare {

namespace {

using scenario::ParseError;
using scenario::trimmed;

ParseError wrong(std::string message, std::string hint, std::size_t offset) {
    return {{}, std::move(message), std::move(hint), offset};
}

struct Comparison {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
    bool at_most = true;
};

/// The first "<=", "<", ">=" or ">" outside of parentheses, from `from` on.
Comparison find_comparison(std::string_view text, std::size_t from) {
    int depth = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth != 0 || (text[i] != '<' && text[i] != '>')) continue;
        const bool has_equals = i + 1 < text.size() && text[i + 1] == '=';
        return {i, i + (has_equals ? 2 : 1), text[i] == '<'};
    }
    return {};
}

scenario::Parsed<double> plain_number(std::string_view text) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && std::isfinite(number)) return number;
    return wrong(fmt::format("\"{}\" is not a number", text), {}, 0);
}

/// Both "52 min" and "52 min/y" are a time per year.
std::string_view without_per_year(std::string_view text) {
    for (const std::string_view ending : {"/y", "per y", "per year", "a year"}) {
        if (text.ends_with(ending)) return trimmed(text.substr(0, text.size() - ending.size()));
    }
    return text;
}

template <class T, class Number>
scenario::Parsed<double> as_number(scenario::Parsed<T> parsed, Number number) {
    if (!parsed) return std::move(parsed.error());
    return static_cast<double>(number(*parsed));
}

/// An inner error, at its place in the whole text.
ParseError moved(ParseError error, std::size_t by) {
    error.offset += by;
    return error;
}

std::size_t begin_of(std::string_view text, std::size_t from) {
    while (from < text.size() && text[from] == ' ') ++from;
    return from;
}

/// "availability of shop >= 99.9% per 30 d", which `comparison` is in.
scenario::Parsed<Requirement> parse_window(std::string_view inside, const Comparison& comparison, std::size_t end,
                                           bool& is_complement) {
    auto name = parse_metric_name("p_slo_met" + std::string(inside.substr(end, comparison.begin - end)));
    if (!name) return moved(name.error(), end);
    if (!name->failure_class.empty()) {
        return wrong("availability is not divided by classes of failures", "leave out [..]", end);
    }
    const std::size_t value_begin = begin_of(inside, comparison.end);
    auto slo = scenario::parse_slo(trimmed(inside.substr(comparison.end)));
    if (!slo) return moved(slo.error(), value_begin);
    Requirement requirement;
    requirement.of = *name;
    requirement.slo = *slo;
    is_complement = comparison.at_most;
    return requirement;
}

/// "P(recovery_time[zone] of shop <= 2 min)": the requirement without its level.
scenario::Parsed<Requirement> parse_chance(std::string_view inside, bool& is_complement) {
    const Comparison comparison = find_comparison(inside, 0);
    if (comparison.begin == std::string_view::npos) {
        return wrong("within P(..) a comparison is missing", "for example P(recovery_time <= 5 min) >= 99%", 0);
    }
    const std::string_view figure = inside.substr(0, comparison.begin);
    const std::size_t begin = begin_of(figure, 0);
    const std::size_t end = std::min(figure.find_first_of(" [", begin), figure.size());
    const std::string_view quantity = figure.substr(begin, end - begin);
    if (quantity == "availability") return parse_window(inside, comparison, end, is_complement);
    const bool is_recovery = quantity == "recovery_time";
    if (!is_recovery && quantity != "data_loss") {
        const std::vector<std::string_view> known = {"recovery_time", "data_loss", "availability"};
        const std::string near = scenario::did_you_mean(quantity, known);
        return wrong(fmt::format("P(..) is about recovery_time, data_loss or availability, not \"{}\"", quantity), near,
                     begin);
    }
    const std::string stem = is_recovery ? "p_rto_met" : "p_rpo_met";
    auto name = parse_metric_name(stem + std::string(figure.substr(end)));
    if (!name) return moved(name.error(), name.error().offset >= stem.size() ? end - stem.size() : begin);
    const std::size_t value_begin = begin_of(inside, comparison.end);
    auto within = scenario::parse_duration(trimmed(inside.substr(comparison.end)));
    if (!within) return moved(within.error(), value_begin);
    Requirement requirement;
    requirement.of = *name;
    requirement.within = *within;
    is_complement = !comparison.at_most;
    return requirement;
}

scenario::Parsed<Requirement> parse_figure(std::string_view text, std::string_view figure, bool& is_complement) {
    const std::size_t begin = begin_of(figure, 0);
    const bool is_chance = begin < figure.size() && (figure[begin] == 'P' || figure[begin] == 'p') &&
                           begin_of(figure, begin + 1) < figure.size() && figure[begin_of(figure, begin + 1)] == '(';
    if (!is_chance) {
        auto name = parse_metric_name(figure);
        if (!name) return std::move(name.error());
        Requirement requirement;
        requirement.of = *name;
        return requirement;
    }
    const std::size_t open = figure.find('(');
    const std::size_t close = figure.rfind(')');
    if (close == std::string_view::npos) return wrong("\"(\" is not closed", {}, open);
    if (!trimmed(figure.substr(close + 1)).empty()) {
        return wrong("after P(..) comes a comparison", "for example P(recovery_time <= 5 min) >= 99%", close + 1);
    }
    auto chance = parse_chance(text.substr(open + 1, close - open - 1), is_complement);
    if (!chance) return moved(chance.error(), open + 1);
    return chance;
}

/// Calls visit(key, time) for each class that has a time, "" for all.
template <class Visit>
class ClassVisitor {
public:
    ClassVisitor(const scenario::ClassTimes& times, const Visit& visit) : times_(times), visit_(visit) {}
    template <class M>
    void field(const scenario::FieldSpec& spec, scenario::Field<M> scenario::ClassTimes::*member) {
        const auto& time = times_.*member;
        if (time) visit_(spec.key == "all" ? std::string() : std::string(spec.key), *time);
    }

private:
    const scenario::ClassTimes& times_;
    const Visit& visit_;
};

void add_times(std::vector<Requirement>& requirements, const std::string& subject,
               const scenario::Field<scenario::ClassTimes>& times, std::string_view word, double level) {
    if (!times) return;
    const auto add = [&](const std::string& failure_class, Duration) {
        Requirement requirement;
        requirement.of = {subject, fmt::format("p_{}_met", word), failure_class};
        requirement.at_most = false;
        requirement.limit = level;
        requirement.text = fmt::format("{} >= {}", to_text(requirement.of), scenario::share_to_text(level));
        requirements.push_back(std::move(requirement));
    };
    ClassVisitor visitor(*times, add);
    fields_of(scenario::KindTag<scenario::ClassTimes>{}, visitor);
}

Requirement promised(const std::string& subject, const scenario::Slo& slo, double level) {
    Requirement requirement;
    requirement.at_most = false;
    if (slo.window) {
        requirement.of = {subject, "p_slo_met", {}};
        requirement.limit = level;
        requirement.text = fmt::format("P(availability of {} >= {}) >= {}", subject, scenario::to_text(slo),
                                       scenario::share_to_text(level));
        return requirement;
    }
    requirement.of = {subject, "availability", {}};
    requirement.limit = slo.target;
    requirement.text = fmt::format("{} >= {}", to_text(requirement.of), scenario::share_to_text(slo.target));
    return requirement;
}

}  // namespace

scenario::Parsed<double> parse_metric_value(std::string_view metric, std::string_view text) {
    const results::MetricInfo* info = results::metric_info(metric);
    const std::string_view unit = info == nullptr ? std::string_view() : std::string_view(info->unit);
    const std::string_view value = trimmed(text);
    constexpr double year = 365.0 * 86400.0;
    if (unit == "s") return as_number(scenario::parse_duration(value), [](Duration d) { return d.in_seconds(); });
    if (unit == "s_per_year") {
        return as_number(scenario::parse_duration(without_per_year(value)), [](Duration d) { return d.in_seconds(); });
    }
    if (unit == "B") return as_number(scenario::parse_size(value), [](scenario::Size size) { return size.bytes; });
    if (auto number = plain_number(value)) return number;
    if (unit == "per_year") {
        return as_number(scenario::parse_rate(value), [](scenario::Rate rate) { return rate.per_second * year; });
    }
    if (unit == "1") return scenario::parse_target(value);
    return plain_number(without_per_year(value));
}

scenario::Parsed<Requirement> parse_requirement(std::string_view text) {
    const Comparison comparison = find_comparison(text, 0);
    if (comparison.begin == std::string_view::npos) {
        return wrong("a requirement compares a figure with a value", "for example availability >= 99.95%", 0);
    }
    bool is_complement = false;
    auto parsed = parse_figure(text, text.substr(0, comparison.begin), is_complement);
    if (!parsed) return parsed;
    Requirement& requirement = *parsed;
    const std::size_t value_begin = begin_of(text, comparison.end);
    auto limit = parse_metric_value(requirement.of.metric, text.substr(comparison.end));
    if (!limit) return moved(limit.error(), value_begin);
    if ((requirement.within || requirement.slo) && !(*limit >= 0.0 && *limit <= 1.0)) {
        return wrong("a probability lies between 0 and 1", "for example >= 99%", value_begin);
    }
    requirement.text = trimmed(text);
    requirement.at_most = comparison.at_most != is_complement;
    requirement.limit = is_complement ? 1.0 - *limit : *limit;
    return parsed;
}

scenario::Parsed<std::vector<Requirement>> with_subjects(const Requirement& requirement,
                                                         const compile::Program& program) {
    auto names = with_subjects(requirement.of, program);
    if (!names) return std::move(names.error());
    std::vector<Requirement> requirements;
    for (const MetricName& name : *names) {
        requirements.push_back(requirement);
        requirements.back().of = name;
        const bool is_one_of_several = names->size() > 1;
        if (is_one_of_several) requirements.back().text += fmt::format(" ({})", name.subject);
    }
    return requirements;
}

std::vector<Requirement> objectives_of(const scenario::Scenario& scenario, double level) {
    std::vector<Requirement> requirements;
    for (const scenario::Service& service : scenario.services) {
        const std::string subject = fmt::format("service:{}", service.id);
        if (service.objective.slo) requirements.push_back(promised(subject, *service.objective.slo, level));
        add_times(requirements, subject, service.objective.rto, "rto", level);
        add_times(requirements, subject, service.objective.rpo, "rpo", level);
    }
    return requirements;
}

}  // namespace nines::compare
