// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/indifference_argument.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/nearest.hpp"
#include "models/scenario/parse.hpp"

namespace nines::cli {

namespace {

constexpr const char* option = "--indifference";

[[noreturn]] void refuse(const std::string& problem, const std::string& hint) {
    throw CLI::ValidationError(option, fmt::format("{}\n  hint: {}", problem, hint));
}

const results::MetricInfo& metric_or_refuse(const std::string& name) {
    if (const results::MetricInfo* info = results::metric_info(name)) return *info;
    std::vector<std::string> names;
    for (const results::MetricInfo& info : results::metric_catalogue()) names.push_back(info.name);
    const std::string near = scenario::did_you_mean(name, names);
    refuse(fmt::format("there is no metric \"{}\"", name), near.empty() ? "for example downtime_per_year" : near);
}

/// "5%": a share of a metric that is none.
bool is_relative(const results::MetricInfo& info, const std::string& text) {
    return !info.is_share && text.ends_with('%');
}

compare::Indifference read(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        const auto share = scenario::parse_share(text);
        if (!share || !(*share > 0.0))
            refuse(fmt::format("\"{}\" is no share above 0", text), "\"2%\", or \"downtime_per_year=5 min\"");
        return {"", *share, true};
    }
    const std::string name = CLI::detail::trim_copy(text.substr(0, equals));
    const std::string size = CLI::detail::trim_copy(text.substr(equals + 1));
    const results::MetricInfo& info = metric_or_refuse(name);
    const bool is_time = info.unit == "s" || info.unit == "s_per_year";
    if (is_relative(info, size) || info.is_share) {
        const auto share = scenario::parse_share(size);
        if (!share || !(*share > 0.0))
            refuse(fmt::format("\"{}\" is no share above 0", size), fmt::format("\"{}=1%\"", name));
        return {name, *share, !info.is_share};
    }
    if (is_time) {
        const auto time = scenario::parse_duration(size);
        if (!time) refuse(time.error().message, time.error().hint);
        if (!(time->in_seconds() > 0.0)) refuse("the time must be above 0", fmt::format("\"{}=5 min\"", name));
        return {name, time->in_seconds(), false};
    }
    double number = 0.0;
    if (!CLI::detail::lexical_cast(size, number) || !(number > 0.0)) {
        refuse(fmt::format("\"{}\" is no number above 0", size), fmt::format("\"{0}=0.1\" or \"{0}=5%\"", name));
    }
    return {name, number, false};
}

}  // namespace

void add_indifference_option(CLI::App& app, std::vector<compare::Indifference>& indifference) {
    app.add_option_function<std::vector<std::string>>(
           option,
           [&](const std::vector<std::string>& texts) {
               for (const std::string& text : texts) indifference.push_back(read(text));
           },
           "Differences up to this do not matter: 2%, or METRIC=SIZE; may be repeated")
        ->type_name("SIZE")
        ->allow_extra_args(false);
}

}  // namespace nines::cli
