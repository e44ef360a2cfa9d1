// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/metric_name.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/characters.hpp"
#include "models/scenario/nearest.hpp"
#include "models/scenario/value_text.hpp"
#include "models/scenario/values.hpp"

namespace nines::compare {

namespace {

using scenario::ParseError;
using scenario::trimmed;

std::size_t offset_of(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

std::vector<std::string> metric_names() {
    std::vector<std::string> names;
    for (const results::MetricInfo& info : results::metric_catalogue()) names.push_back(info.name);
    return names;
}

std::vector<std::string> class_words() {
    std::vector<std::string> words;
    for (std::size_t c = 0; c < scenario::failure_class_count; ++c) {
        words.push_back(scenario::to_text(static_cast<scenario::FailureClass>(c)));
    }
    return words;
}

ParseError wrong(std::string message, std::string hint, std::size_t offset) {
    return {{}, std::move(message), std::move(hint), offset};
}

/// Stages of a recovery and windows have words of their own where others have a class.
bool takes_any_class(std::string_view metric) {
    return metric == "recovery_stage_mean" || metric == "p_slo_met_window";
}

bool is_of_stores(std::string_view metric) {
    constexpr std::array<std::string_view, 9> stems = {"data_loss",         "p_total_loss",     "failovers_",
                                                       "failed_failovers_", "false_failovers_", "switchovers_",
                                                       "split_brains",      "restores_",        "restore_"};
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return metric.starts_with(stem); });
}

bool is_of_others(std::string_view metric) {
    constexpr std::array<std::string_view, 7> stems = {"backup_", "mean_members_up", "utilisation",    "mean_wait",
                                                       "jobs_",   "deploys_",        "failed_deploys_"};
    return metric == "cost_per_year" ||
           std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return metric.starts_with(stem); });
}

/// The subject of the program that is called so, with its kind or without.
std::vector<std::string> subjects_called(const compile::Program& program, std::string_view name) {
    std::vector<std::string> found;
    for (const compile::Subject& subject : program.subjects) {
        if (subject.name == name || results::name_of(subject.name) == name) found.push_back(subject.name);
    }
    return found;
}

bool is_kind_of_program(std::string_view subject) {
    const std::string_view kind = results::kind_of(subject);
    constexpr std::array<std::string_view, 6> kinds = {"service", "store", "group", "node", "domain", "balancer"};
    return kind.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

scenario::Parsed<MetricName> parse_metric_name(std::string_view text) {
    MetricName name;
    std::string_view figure = trimmed(text);
    if (const std::size_t of = figure.find(" of "); of != std::string_view::npos) {
        const std::string_view subject = trimmed(figure.substr(of + 4));
        if (subject.empty() || subject.find(' ') != std::string_view::npos) {
            return wrong("after \"of\" comes one service, store or other thing", "for example of service:shop",
                         offset_of(text, figure) + of + 4);
        }
        name.subject = subject;
        figure = trimmed(figure.substr(0, of));
    }
    if (const std::size_t bracket = figure.find('['); bracket != std::string_view::npos) {
        if (figure.back() != ']') return wrong("\"[\" is not closed", "for example recovery_time_mean[zone]", bracket);
        name.failure_class = trimmed(figure.substr(bracket + 1, figure.size() - bracket - 2));
        figure = trimmed(figure.substr(0, bracket));
    }
    name.metric = figure;
    if (results::metric_info(name.metric) == nullptr) {
        const std::string near = scenario::did_you_mean(name.metric, metric_names());
        return wrong(fmt::format("there is no metric \"{}\"", name.metric),
                     near.empty() ? "for example availability, downtime_per_year, recovery_time_mean" : near,
                     figure.empty() ? 0 : offset_of(text, figure));
    }
    const auto words = class_words();
    const bool is_class = std::find(words.begin(), words.end(), name.failure_class) != words.end();
    if (!name.failure_class.empty() && !is_class && !takes_any_class(name.metric)) {
        const std::string near = scenario::did_you_mean(name.failure_class, words);
        return wrong(fmt::format("there is no class of failures \"{}\"", name.failure_class),
                     near.empty() ? fmt::format("classes: {}", fmt::join(words, ", ")) : near, text.find('[') + 1);
    }
    return name;
}

std::string to_text(const MetricName& name) {
    std::string text = name.metric;
    if (!name.failure_class.empty()) text += fmt::format("[{}]", name.failure_class);
    if (!name.subject.empty()) text += fmt::format(" of {}", name.subject);
    return text;
}

scenario::Parsed<std::vector<MetricName>> with_subjects(const MetricName& name, const compile::Program& program) {
    std::vector<MetricName> names;
    if (!name.subject.empty()) {
        if (!is_kind_of_program(name.subject)) return std::vector<MetricName>{name};
        for (const std::string& subject : subjects_called(program, name.subject)) {
            if (!names.empty()) break;
            names.push_back({subject, name.metric, name.failure_class});
        }
        if (!names.empty()) return names;
        std::vector<std::string> known;
        for (const compile::Subject& subject : program.subjects) {
            known.push_back(subject.name);
            known.emplace_back(results::name_of(subject.name));
        }
        return wrong(fmt::format("the scenario has no \"{}\"", name.subject),
                     scenario::did_you_mean(name.subject, known), 0);
    }
    using Kind = compile::Subject::Kind;
    const Kind wanted = is_of_stores(name.metric) ? Kind::store : Kind::service;
    for (const compile::Subject& subject : program.subjects) {
        if (subject.kind == wanted) names.push_back({subject.name, name.metric, name.failure_class});
    }
    if (is_of_others(name.metric)) return std::vector<MetricName>{name};
    if (names.empty()) {
        return wrong(fmt::format("nothing in the scenario has a \"{}\"", name.metric),
                     wanted == Kind::store ? "only stores have it" : "only services have it", 0);
    }
    return names;
}

const results::Metric* find_row(const results::Results& results, const MetricName& name) {
    const auto found = std::find_if(results.metrics.begin(), results.metrics.end(), [&](const results::Metric& row) {
        return row.metric == name.metric && row.failure_class == name.failure_class &&
               (name.subject.empty() || row.subject == name.subject);
    });
    return found == results.metrics.end() ? nullptr : &*found;
}

}  // namespace nines::compare
